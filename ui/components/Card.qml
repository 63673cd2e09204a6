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
        RowLayout {
            visible: card.title !== ""
            spacing: Theme.space.s
            Layout.fillWidth: true
            Icon {
                visible: card.iconName !== ""
                name: card.iconName
                color: card.iconColor
                Layout.preferredWidth: Theme.size.icon
                Layout.preferredHeight: Theme.size.icon
            }
            Label {
                text: card.title
                font: Theme.type.emphasisStrong
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }
            Label {
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
