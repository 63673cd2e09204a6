pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Finger or eye at the registered device; what it captures passes through unread and is kept nowhere.
StagePane {
    id: stage
    objectName: "capture"
    title: qsTr("Finger or iris")
    detail: qsTr("The device encrypts what it captures for UIDAI. Nothing of it is stored, shown or readable here.")
    primaryText: stage.abha.waiting ? qsTr("Waiting for the device") : kind.value === "iris" ? qsTr("Capture the iris") : qsTr("Capture the finger")
    primaryIcon: "scanner"
    onAct: stage.abha.takeCapture(kind.value)

    Segmented {
        id: kind
        focus: true
        label: qsTr("What is captured")
        value: "finger"
        options: [{value: "finger", text: qsTr("Finger")}, {value: "iris", text: qsTr("Iris")}]
        Layout.maximumWidth: 100 * Theme.size.unit
        Layout.fillWidth: true
        onChosen: value => kind.value = value
    }
    Label {
        text: kind.value === "iris" ? qsTr("Then ask the person to look into the device, eyes open, until it is done.")
            : qsTr("Then ask the person to rest one finger on the device until it is done.")
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
}
