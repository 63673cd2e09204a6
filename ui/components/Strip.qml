import QtQuick
import Nadi.Theme
import Nadi.Components

// One line across the top of the window: sandbox, offline, clock. Says what is and, when there is one, what to do.
Rectangle {
    id: strip
    required property string text
    property int standing: Standing.Notice
    property string iconName: Theme.standingIcon(strip.standing)

    implicitHeight: Theme.size.strip
    color: Theme.standingGround(strip.standing)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: strip.text

    Row {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, strip.width - 2 * Theme.space.l)
        spacing: Theme.space.s
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: strip.iconName
            color: Theme.standingInk(strip.standing)
            width: Theme.size.iconSmall
            height: width
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, strip.width - 2 * Theme.space.xxl)
            text: strip.text
            textFormat: Text.PlainText
            font: Theme.type.denseStrong
            color: Theme.standingInk(strip.standing)
            elide: Text.ElideRight
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.size.hairline
        color: Theme.standingInk(strip.standing)
    }
}
