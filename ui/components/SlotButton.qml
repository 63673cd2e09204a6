import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// One slot of a day: free, held by you, or taken. Enter holds it.
T.AbstractButton {
    id: slot
    required property string time
    property bool taken: false
    property bool held: false
    property string note

    text: slot.time
    enabled: !slot.taken
    focusPolicy: Qt.StrongFocus
    implicitWidth: 24 * Theme.size.unit
    implicitHeight: Theme.size.row

    Accessible.role: Accessible.RadioButton
    Accessible.name: slot.time
    Accessible.description: slot.taken ? qsTr("Taken") : slot.held ? qsTr("Held for you") : qsTr("Free")
    Accessible.checked: slot.held
    Accessible.onPressAction: slot.clicked()
    Keys.onReturnPressed: slot.clicked()
    Keys.onEnterPressed: slot.clicked()

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.space.xs
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                visible: slot.held
                name: "check"
                color: Theme.color.onTint
                width: Theme.size.iconSmall
                height: width
            }
            Text {
                text: slot.note === "" ? slot.time : slot.note
                textFormat: Text.PlainText
                font: slot.held ? Theme.type.bodyStrong : Theme.type.body
                color: slot.held ? Theme.color.onTint : slot.taken ? Theme.color.ink2 : Theme.color.ink
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius.control
        color: slot.held ? Theme.color.tint : slot.taken ? Theme.color.sunken : slot.hovered ? Theme.color.ground : Theme.color.surface
        border {
            width: slot.held ? Theme.size.stroke : slot.taken ? 0 : Theme.size.hairline
            color: slot.held ? Theme.color.primary : Theme.color.edge
        }
        FocusRing { target: slot }
    }
}
