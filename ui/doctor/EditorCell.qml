pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components
import Nadi.Doctor

// One field of a record: typed, or taken from what is offered under it. What was typed stays when it is wrong.
FocusScope {
    id: cell
    required property RecordEditorController editor
    required property int section
    required property int row
    required property int field
    required property var about
    property bool labelled: true
    signal entered()

    property string problem
    property string mark
    property int current: -1
    readonly property bool offering: offers.count > 0 && cell.activeFocus && cell.asked
    property bool asked: false
    property bool typing: false // what is stored lacks the blank that was just typed

    implicitWidth: 20 * Theme.size.unit
    implicitHeight: column.implicitHeight

    function refresh() {
        const text = cell.editor.text(cell.section, cell.row, cell.field);
        if (input.text !== text && cell.problem === "" && !cell.typing) {
            input.text = text;
            if (!input.activeFocus)
                input.cursorPosition = 0; // a narrow cell shows how its text begins
        }
        cell.mark = cell.about.kind === "coded" ? cell.editor.mark(cell.section, cell.row, cell.field) : "";
    }
    function keep() {
        cell.problem = cell.editor.write(cell.section, cell.row, cell.field, input.text);
    }
    function take(index) {
        cell.typing = false;
        const whole = cell.editor.take(cell.section, cell.row, cell.field, index);
        cell.asked = false;
        cell.refresh();
        if (whole)
            cell.entered();
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
        id: column
        width: cell.width
        label: cell.about.label
        labelled: cell.labelled
        problem: cell.problem
        mark: cell.mark
        T.TextField {
            id: input
            width: parent.width
            implicitHeight: Theme.size.control
            focus: true
            leftPadding: Theme.space.s
            rightPadding: Theme.space.s
            verticalAlignment: TextInput.AlignVCenter
            font: Theme.type.body
            color: Theme.color.ink
            selectionColor: Theme.color.primary
            selectedTextColor: Theme.color.onPrimary
            selectByMouse: true
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("%1, line %2", "field of a list").arg(cell.about.label).arg(cell.row + 1)
            Accessible.description: cell.problem !== "" ? cell.problem : cell.mark
            onTextEdited: {
                cell.problem = "";
                cell.typing = true;
                if (cell.about.kind !== "choice")
                    cell.keep();
                cell.asked = true;
                if (cell.about.offers)
                    cell.editor.look(cell.section, cell.row, cell.field, input.text);
            }
            onActiveFocusChanged: {
                if (input.activeFocus) {
                    input.selectAll();
                    if (cell.about.kind === "choice")
                        cell.editor.look(cell.section, cell.row, cell.field, "");
                    return;
                }
                if (cell.about.kind === "choice" && cell.asked && offers.count > 0 && input.text !== "")
                    cell.editor.take(cell.section, cell.row, cell.field, 0);
                else
                    cell.keep();
                cell.asked = false;
                cell.typing = false;
                cell.editor.closeOffers();
                cell.refresh();
            }
            Keys.onPressed: event => {
                const down = event.key === Qt.Key_Down;
                if (cell.offering && offers.currentIndex >= 0 && event.key === Qt.Key_D && event.modifiers === Qt.ControlModifier) {
                    cell.editor.favouriteOffer(offers.currentIndex);
                    event.accepted = true;
                    return;
                }
                if ((down || event.key === Qt.Key_Up) && offers.count > 0) {
                    cell.asked = true;
                    offers.currentIndex = Math.max(-1, Math.min(offers.count - 1, offers.currentIndex + (down ? 1 : -1)));
                    event.accepted = true;
                } else if (event.key === Qt.Key_Escape && cell.offering) {
                    cell.editor.closeOffers();
                    event.accepted = true;
                } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && event.modifiers === Qt.NoModifier) {
                    if (cell.offering && offers.currentIndex >= 0)
                        cell.take(offers.currentIndex);
                    else {
                        cell.keep();
                        cell.entered();
                    }
                    event.accepted = true;
                }
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
    EditorOffers {
        id: offers
        editor: cell.editor
        y: column.slot.y + input.height + Theme.space.xs
        width: Math.max(cell.width, 90 * Theme.size.unit)
        visible: cell.offering
        onTaken: index => cell.take(index)
    }
}
