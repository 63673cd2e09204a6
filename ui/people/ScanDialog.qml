pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtMultimedia
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Shows the patient's QR to the camera. A keyboard-type reader needs no dialog: it works wherever the focus is.
Dialog {
    id: dialog
    signal read(string text)

    title: qsTr("Scan the patient's ABHA QR")
    message: qsTr("From the card or the ABHA app. A reader with a cable works without this window.")
    confirmText: ""
    cancelText: qsTr("Close")

    MediaDevices { id: devices }
    Loader {
        // Made only while open: the camera's light goes out with it.
        active: dialog.opened && devices.videoInputs.length > 0
        visible: active
        source: "ScanLive.qml"
        Layout.fillWidth: true
        Layout.preferredHeight: 70 * Theme.size.unit
        onLoaded: item.read.connect(text => { dialog.close(); dialog.read(text); })
    }
    Empty {
        visible: devices.videoInputs.length === 0
        iconName: "camera"
        text: qsTr("No camera was found on this computer.")
        Layout.fillWidth: true
    }
}
