pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtMultimedia
import Nadi.Theme
import Nadi.Components

// Loaded only when asked for. Without a camera no capture session is made at all: taking one down again hangs in GStreamer
// when there is no device behind it.
Card {
    id: panel
    readonly property bool present: devices.videoInputs.length > 0
    signal taken(var photo)
    signal closed()

    title: qsTr("Camera")
    MediaDevices { id: devices }
    Loader {
        id: live
        active: panel.present
        visible: active
        source: "CameraLive.qml"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Connections {
            target: live.item
            function onTaken(photo) { panel.taken(photo); }
        }
    }
    Empty {
        visible: !panel.present
        iconName: "camera"
        text: qsTr("No camera was found on this computer.")
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RowLayout {
        spacing: Theme.space.s
        Layout.alignment: Qt.AlignRight
        Button { text: qsTr("Close"); onClicked: panel.closed() }
        Button { visible: panel.present; text: qsTr("Take the picture"); iconName: "camera"; kind: Button.Kind.Primary; onClicked: live.item.take() }
    }
}
