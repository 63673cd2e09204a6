pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components
import Nadi.Doctor

// A field for text of any length: it grows with what is written. Tab goes on; in a table Enter does too, as in the cells beside it.
FocusScope {
    id: cell
    required property RecordEditorController editor
    required property int section
    required property int row
    required property int field
    required property var about
    property bool labelled: true
    property bool inTable: false
    property bool typing: false // what is stored lacks the line that was just begun
    property string problem
    signal entered()

    implicitWidth: 20 * Theme.size.unit
    implicitHeight: entry.implicitHeight

    function refresh() {
        const text = cell.editor.text(cell.section, cell.row, cell.field);
        if (input.text !== text && cell.problem === "" && !cell.typing)
            input.text = text;
    }
    function keep() { cell.problem = cell.editor.write(cell.section, cell.row, cell.field, input.text); }
    function leave(forwards) {
        input.nextItemInFocusChain(forwards).forceActiveFocus(forwards ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    Component.onCompleted: cell.refresh()
    onRowChanged: cell.refresh()
    Connections {
        target: cell.editor
        function onTextsChanged(section, row) {
            if (section === -1 || section === cell.section && (row === -1 || row === cell.row))
                cell.refresh();
        }
    }

    EditorEntry {
        id: entry
        width: cell.width
        label: cell.about.label
        labelled: cell.labelled
        problem: cell.problem
        T.TextArea {
            id: input
            width: parent.width
            implicitHeight: Math.max(Theme.size.control * (cell.inTable ? 1 : 2), contentHeight + topPadding + bottomPadding)
            focus: true
            activeFocusOnTab: true
            padding: Theme.space.s
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            font: Theme.type.body
            color: Theme.color.ink
            selectionColor: Theme.color.primary
            selectedTextColor: Theme.color.onPrimary
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.multiLine: true
            Accessible.name: qsTr("%1, line %2", "field of a list").arg(cell.about.label).arg(cell.row + 1)
            Accessible.description: cell.problem
            onTextChanged: {
                if (!input.activeFocus)
                    return;
                cell.problem = "";
                cell.typing = true;
                cell.keep();
            }
            onActiveFocusChanged: {
                if (input.activeFocus)
                    return;
                cell.keep();
                cell.typing = false;
                cell.refresh();
            }
            Keys.onTabPressed: cell.leave(true)
            Keys.onBacktabPressed: cell.leave(false)
            Keys.onPressed: event => {
                const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                event.accepted = enter && (cell.inTable ? event.modifiers === Qt.NoModifier : false);
                if (event.accepted)
                    cell.entered();
            }
            background: Rectangle {
                radius: Theme.radius.control
                color: Theme.color.surface
                border {
                    width: cell.problem !== "" ? Theme.size.stroke : Theme.size.hairline
                    color: cell.problem !== "" ? Theme.color.helpF : Theme.color.edge
                }
                FocusRing { target: input }
            }
        }
    }
}
