pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Print

// What became of the last print, and the two ways to the next one.
ColumnLayout {
    id: line
    required property PrintController printing
    signal chooseAsked()

    visible: line.printing.printable
    spacing: Theme.space.s
    StateChip { visible: line.printing.jobText !== ""; standing: line.printing.standing; text: line.printing.jobText }
    Label {
        visible: text !== ""
        text: line.printing.problem !== "" ? line.printing.problem : line.printing.jobProblem
        font: Theme.type.dense
        color: Theme.color.helpF
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { text: line.printing.again ? qsTr("Print again") : qsTr("Print"); key: "Ctrl+P"; iconName: "record"; busy: line.printing.busy; onClicked: line.printing.printNow() }
        Button { text: qsTr("Paper, printer, PDF"); key: "Shift+Ctrl+P"; kind: Button.Kind.Quiet; onClicked: line.chooseAsked() }
    }
}
