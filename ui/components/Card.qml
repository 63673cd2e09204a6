import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// A flat panel with an optional heading; children stack under each other.
Rectangle {
    id: card
    property string title
    property string aside
    property string iconName
    property color iconColor: Theme.color.ink2
    property real padding: Theme.space.l
    property alias spacing: body.spacing
    default property alias content: body.data

    implicitWidth: column.implicitWidth + 2 * card.padding
    implicitHeight: column.implicitHeight + 2 * card.padding
    radius: Theme.radius.card
    color: Theme.color.surface
    border { width: Theme.size.hairline; color: Theme.color.line }

    Accessible.role: Accessible.Grouping
    Accessible.name: card.title

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: card.padding
        spacing: Theme.space.s
        // Anchors, not a layout: the aside often changes while the card is hidden, and a layout of Qt 6.4 then keeps the old width.
        Item {
            visible: card.title !== ""
            implicitWidth: titleText.implicitWidth + asideText.implicitWidth + Theme.space.xl
            implicitHeight: titleText.implicitHeight
            Layout.fillWidth: true
            Icon {
                id: mark
                visible: card.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
                name: card.iconName
                color: card.iconColor
                width: visible ? Theme.size.icon : 0
                height: Theme.size.icon
            }
            Label {
                id: titleText
                anchors { left: mark.right; leftMargin: mark.visible ? Theme.space.s : 0; right: asideText.left; rightMargin: Theme.space.s }
                text: card.title
                font: Theme.type.emphasisStrong
                Accessible.role: Accessible.Heading
            }
            Label {
                id: asideText
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                text: card.aside
                font: Theme.type.dense
                color: Theme.color.ink2
            }
        }
        ColumnLayout {
            id: body
            spacing: Theme.space.xs
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
