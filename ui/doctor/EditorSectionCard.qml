// Not Bound: the Loader of Qt 6.4 makes its item in a context of its own and refuses bound components.
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Doctor

// A section of a record: a table of rows under one heading line, or labelled fields.
Card {
    id: card
    required property RecordEditorController editor
    required property int section
    required property var fields
    required property var lines
    required property string addText
    required property bool table
    property string tickText // said instead of rows
    property bool narrow: false // rows stand under each other, each field with its label
    readonly property bool columned: card.table && !card.narrow

    function cellAt(row, field) {
        const line = rows.itemAt(row);
        return line ? line.cellAt(field) : null;
    }
    function focusRow(row) { card.focusCell(row, 0); }
    function focusCell(row, field) {
        const cell = card.cellAt(row, field);
        if (cell)
            cell.forceActiveFocus(Qt.TabFocusReason);
    }
    function enteredAt(row) {
        if (!card.table)
            return;
        if (row + 1 >= card.editor.rowCount(card.section))
            card.editor.addRow(card.section);
        card.focusRow(row + 1);
    }

    RowLayout {
        visible: card.columned && rows.count > 0
        spacing: Theme.space.s
        Layout.fillWidth: true
        Repeater {
            model: card.table ? card.fields : []
            delegate: Label {
                required property var modelData
                text: modelData.label
                font: Theme.type.dense
                color: Theme.color.ink2
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.preferredWidth: modelData.share
                Layout.minimumWidth: 0
            }
        }
        Item { Layout.preferredWidth: Theme.size.control }
    }
    Repeater {
        id: rows
        model: card.lines
        delegate: GridLayout {
            id: line
            required property int index
            columns: card.columned ? card.fields.length + 1 : 2
            columnSpacing: Theme.space.s
            rowSpacing: Theme.space.m
            Layout.fillWidth: true
            function cellAt(field) { return cells.itemAt(field) ? cells.itemAt(field).item : null; }
            Keys.onPressed: event => {
                event.accepted = card.table && event.modifiers === Qt.ControlModifier && (event.key === Qt.Key_Delete || event.key === Qt.Key_D);
                if (!event.accepted)
                    return;
                if (event.key === Qt.Key_D)
                    card.editor.favourite(card.section, line.index);
                else
                    card.editor.removeRow(card.section, line.index);
            }
            Repeater {
                id: cells
                model: card.fields
                delegate: Loader {
                    id: slot
                    required property int index
                    required property var modelData
                    sourceComponent: modelData.kind === "phrases" ? phrasesPart : modelData.kind === "long" ? longPart : cellPart
                    Layout.fillWidth: true
                    Layout.preferredWidth: card.columned ? modelData.share : 1
                    Layout.minimumWidth: 0
                    Layout.alignment: Qt.AlignTop
                    Component {
                        id: cellPart
                        EditorCell {
                            editor: card.editor
                            section: card.section
                            row: line.index
                            field: slot.index
                            about: slot.modelData
                            labelled: !card.columned
                            onEntered: card.enteredAt(line.index)
                        }
                    }
                    Component {
                        id: longPart
                        EditorLongCell {
                            editor: card.editor
                            section: card.section
                            row: line.index
                            field: slot.index
                            about: slot.modelData
                            labelled: !card.columned
                            inTable: card.table
                            onEntered: card.enteredAt(line.index)
                        }
                    }
                    Component {
                        id: phrasesPart
                        EditorPhrases { editor: card.editor; section: card.section; field: slot.index; about: slot.modelData }
                    }
                }
            }
            Button {
                visible: card.table
                kind: Button.Kind.Quiet
                iconName: "remove"
                focusPolicy: Qt.NoFocus
                Accessible.name: qsTr("Remove line %1").arg(line.index + 1)
                Layout.preferredWidth: Theme.size.control
                Layout.alignment: card.columned ? Qt.AlignTop : Qt.AlignRight
                Layout.columnSpan: card.columned ? 1 : 2
                onClicked: card.editor.removeRow(card.section, line.index)
            }
            Rectangle {
                visible: card.table && card.narrow
                color: Theme.color.line
                implicitHeight: Theme.size.hairline
                Layout.fillWidth: true
                Layout.columnSpan: 2
            }
        }
    }
    EditorSectionFoot {
        visible: card.addText !== ""
        editor: card.editor
        section: card.section
        addText: card.addText
        tickText: card.tickText
        Layout.fillWidth: true
        onAdded: card.focusRow(card.editor.rowCount(card.section) - 1)
    }
}
