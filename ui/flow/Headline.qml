import QtQuick
import Nadi.Theme
import Nadi.Components

// The one sentence of a page, in the colour of its state. Anchors and not layouts: text that wraps inside a layout changes
// that layout's height while it is being laid out, and Qt 6.4 gives up such a polish loop half-way.
Rectangle {
    id: headline
    required property int standing
    required property string title
    required property string detail
    property string iconName: Theme.standingIcon(headline.standing)
    default property alias trailing: trailingSlot.data

    implicitHeight: Math.max(words.implicitHeight, badge.height, trailingSlot.implicitHeight) + 2 * Theme.space.l + Theme.space.xs
    radius: Theme.radius.card
    color: Theme.standingGround(headline.standing)
    border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.standingInk(headline.standing) }
    Accessible.role: Accessible.Heading
    Accessible.name: headline.title + ". " + headline.detail
    Behavior on color { ColorAnimation { duration: Theme.motion.page } }

    Rectangle {
        id: badge
        anchors { left: parent.left; leftMargin: Theme.space.xl; verticalCenter: parent.verticalCenter }
        width: 2 * Theme.size.node
        height: width
        radius: width / 2
        color: Theme.color.surface
        Icon { anchors.centerIn: parent; name: headline.iconName; color: Theme.standingInk(headline.standing); width: Theme.size.node; height: width }
    }
    Column {
        id: words
        anchors { left: badge.right; right: trailingSlot.left; leftMargin: Theme.space.l; rightMargin: Theme.space.l; verticalCenter: parent.verticalCenter }
        spacing: Theme.space.xxs
        Label { text: headline.title; font: Theme.type.page; color: Theme.standingInk(headline.standing); wrapMode: Text.WordWrap; width: words.width }
        Label { text: headline.detail; font: Theme.type.emphasis; color: Theme.standingInk(headline.standing); wrapMode: Text.WordWrap; width: words.width }
    }
    Row {
        id: trailingSlot
        anchors { right: parent.right; rightMargin: Theme.space.xl; verticalCenter: parent.verticalCenter }
        spacing: Theme.space.s
    }
}
