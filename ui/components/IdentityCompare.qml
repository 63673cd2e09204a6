pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme

// Two identities side by side; a difference is said by a word. `rows` is a model with the roles field, here, there, same,
// and word where neither "Same" nor "Differs" says it.
ColumnLayout {
    id: compare
    required property string leftTitle
    required property string rightTitle
    required property var rows

    spacing: Theme.space.xs
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("%1 beside %2").arg(compare.leftTitle).arg(compare.rightTitle)

    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Item { Layout.preferredWidth: 26 * Theme.size.unit }
        Label { text: compare.leftTitle; font: Theme.type.denseStrong; color: Theme.color.ink2; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        Label { text: compare.rightTitle; font: Theme.type.denseStrong; color: Theme.color.ink2; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        Item { Layout.preferredWidth: 28 * Theme.size.unit }
    }
    Repeater {
        model: compare.rows
        delegate: Rectangle {
            id: row
            required property string field
            required property string here
            required property string there
            required property bool same
            required property var model
            readonly property string word: row.model.word ?? ""
            readonly property bool plain: row.word === ""

            Layout.fillWidth: true
            implicitHeight: Math.max(Theme.size.row, line.implicitHeight + Theme.space.s)
            radius: Theme.radius.control
            color: row.same ? "transparent" : Theme.color.helpB
            border { width: row.same || !Theme.outlined ? 0 : Theme.size.hairline; color: Theme.color.helpF }
            Accessible.role: Accessible.Row
            Accessible.name: !row.plain ? [row.field, row.here, row.there, row.word].join(", ") : row.same ? qsTr("%1: %2, same").arg(row.field).arg(row.here)
                : qsTr("%1 differs: %2 and %3").arg(row.field).arg(row.here).arg(row.there)

            RowLayout {
                id: line
                anchors.fill: parent
                spacing: Theme.space.m
                Label { text: row.field; font: Theme.type.dense; color: Theme.color.ink2; leftPadding: Theme.space.s; Layout.preferredWidth: 26 * Theme.size.unit }
                Label { text: row.here; font: Theme.type.bodyStrong; wrapMode: Text.WordWrap; Layout.fillWidth: true; Layout.preferredWidth: 1 }
                Label { text: row.there; font: Theme.type.bodyStrong; wrapMode: Text.WordWrap; Layout.fillWidth: true; Layout.preferredWidth: 1 }
                Item {
                    Layout.preferredWidth: 28 * Theme.size.unit
                    implicitHeight: Theme.size.chip
                    StateChip {
                        anchors { right: parent.right; rightMargin: Theme.space.xs; verticalCenter: parent.verticalCenter }
                        standing: !row.plain ? Standing.Notice : row.same ? Standing.Done : Standing.NeedsPerson
                        text: !row.plain ? row.word : row.same ? qsTr("Same") : qsTr("Differs")
                    }
                }
            }
        }
    }
}
