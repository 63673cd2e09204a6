import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// The one sentence of a page, in the colour of its state.
Rectangle {
    id: headline
    required property int standing
    required property string title
    required property string detail
    property string iconName: Theme.standingIcon(headline.standing)
    default property alias trailing: trailingSlot.data

    implicitHeight: line.implicitHeight + 2 * Theme.space.l + Theme.space.xs
    radius: Theme.radius.card
    color: Theme.standingGround(headline.standing)
    border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.standingInk(headline.standing) }
    Accessible.role: Accessible.Heading
    Accessible.name: headline.title + ". " + headline.detail
    Behavior on color { ColorAnimation { duration: Theme.motion.page } }

    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space.xl }
        spacing: Theme.space.l
        Rectangle {
            Layout.preferredWidth: 2 * Theme.size.node
            Layout.preferredHeight: 2 * Theme.size.node
            radius: width / 2
            color: Theme.color.surface
            Icon { anchors.centerIn: parent; name: headline.iconName; color: Theme.standingInk(headline.standing); width: Theme.size.node; height: width }
        }
        ColumnLayout {
            spacing: Theme.space.xxs
            Layout.fillWidth: true
            Label { text: headline.title; font: Theme.type.page; color: Theme.standingInk(headline.standing); wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { text: headline.detail; font: Theme.type.emphasis; color: Theme.standingInk(headline.standing); wrapMode: Text.WordWrap; Layout.fillWidth: true }
        }
        RowLayout { id: trailingSlot }
    }
}
