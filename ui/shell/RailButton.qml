pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

T.AbstractButton {
    id: button
    required property string iconName
    property int badge: 0
    property bool narrow: false

    implicitWidth: 12 * Theme.size.unit
    implicitHeight: button.narrow ? Theme.size.control + Theme.space.s : 15 * Theme.size.unit
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: button.badge > 0 ? qsTr("%1, %2 waiting").arg(button.text).arg(button.badge) : button.text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Theme.space.xs
            Icon { anchors.horizontalCenter: parent.horizontalCenter; name: button.iconName; color: Theme.color.onRail; width: Theme.size.icon; height: width }
            Text {
                visible: !button.narrow
                anchors.horizontalCenter: parent.horizontalCenter
                text: button.text
                textFormat: Text.PlainText
                font: button.checked ? Theme.type.captionStrong : Theme.type.caption
                color: Theme.color.onRail
            }
        }
        Rectangle {
            visible: button.badge > 0
            anchors { horizontalCenter: parent.horizontalCenter; horizontalCenterOffset: Theme.size.icon - Theme.space.xs; top: parent.top; topMargin: Theme.space.xxs }
            width: Math.max(height, count.implicitWidth + Theme.space.s)
            height: Theme.size.icon
            radius: height / 2
            color: Theme.color.helpB
            border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.color.helpF }
            Text { id: count; anchors.centerIn: parent; text: button.badge; font: Theme.type.captionStrong; color: Theme.color.helpF }
        }
    }
    background: Rectangle {
        radius: Theme.radius.card
        color: button.checked || button.hovered ? Theme.color.railSel : "transparent"
        border { width: button.activeFocus ? Theme.size.ring : button.checked && Theme.outlined ? Theme.size.stroke : 0; color: button.activeFocus ? Theme.color.onRail : Theme.color.primary }
    }
}
