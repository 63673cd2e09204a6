pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// What a record says, to read: headings, lines and their details, as on a sheet.
Rectangle {
    id: paper
    property string title
    required property var lines

    radius: Theme.radius.card
    color: Theme.color.surface
    border { width: Theme.size.hairline; color: Theme.color.line }
    implicitHeight: 80 * Theme.size.unit

    ScrollArea {
        id: area
        anchors { fill: parent; margins: Theme.space.l }
        contentHeight: column.implicitHeight
        ColumnLayout {
            id: column
            width: area.availableWidth
            spacing: Theme.space.xs
            Label { visible: paper.title !== ""; text: paper.title; font: Theme.type.section; Accessible.role: Accessible.Heading; Layout.bottomMargin: Theme.space.s }
            Repeater {
                model: paper.lines
                delegate: ColumnLayout {
                    id: line
                    required property string heading
                    required property var model
                    spacing: 0
                    Layout.fillWidth: true
                    Label { visible: line.heading !== ""; text: line.heading; font: Theme.type.dense; color: Theme.color.ink3; Layout.topMargin: Theme.space.m }
                    Label { text: line.model.text; font: Theme.type.emphasis; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                    Label { visible: text !== ""; text: line.model.detail; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                }
            }
        }
    }
}
