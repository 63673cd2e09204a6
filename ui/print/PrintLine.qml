pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Print

// What became of the last print, and the two ways to the next one.
ColumnLayout {
    id: line
    required property PrintController print
    signal chooseAsked()

    visible: line.print.printable
    spacing: Theme.space.s
    StateChip { visible: line.print.jobText !== ""; standing: line.print.standing; text: line.print.jobText }
    Label {
        visible: text !== ""
        text: line.print.problem !== "" ? line.print.problem : line.print.jobProblem
        font: Theme.type.dense
        color: Theme.color.helpF
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
    }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { text: line.print.again ? qsTr("Print again") : qsTr("Print"); key: "Ctrl+P"; iconName: "record"; busy: line.print.busy; onClicked: line.print.printNow() }
        Button { text: qsTr("Paper, printer, PDF"); key: "Shift+Ctrl+P"; kind: Button.Kind.Quiet; onClicked: line.chooseAsked() }
    }
}
