// Not Bound: the Loader of Qt 6.4 makes its item in a context of its own and refuses bound components.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components
import Nadi.Desk
import Nadi.People
import Nadi.Shell

// The window: strip, rail, top bar with search, the page, and the keys that work on it.
Window {
    id: window
    required property AppController app

    readonly property bool narrow: window.width < Theme.size.narrow + Theme.size.rail
    width: 1366
    height: 768
    minimumWidth: 800
    minimumHeight: 600
    visible: true
    color: Theme.color.ground
    title: window.app.facilityName + " - Nadi"

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Shortcut { sequence: "F1"; enabled: !body.inDialog; onActivated: dialogs.openHelp() }
    Shortcut { sequence: "F2"; enabled: !body.inDialog; onActivated: if (!window.app.book("")) bar.lookForSomebody() }
    Shortcut { sequences: ["F3", "/"]; enabled: !body.inDialog; onActivated: bar.lookForSomebody() }
    Shortcut { sequence: "F5"; enabled: !body.inDialog; onActivated: window.app.board.refresh() }
    Shortcut { sequence: "F8"; enabled: !body.inDialog && !["add", "write"].includes(window.app.page); onActivated: if (!window.app.addPrescription()) bar.lookForSomebody() }
    Shortcut { sequence: "Ctrl+B"; enabled: !body.inDialog; onActivated: dialogs.openScan() }
    Shortcut { sequence: "Ctrl+P"; enabled: !body.inDialog; onActivated: window.app.printing.printNow() }
    Shortcut { sequence: "Ctrl+Shift+P"; enabled: !body.inDialog && window.app.printing.printable; onActivated: dialogs.openPrint() }
    Shortcut { sequence: "Ctrl+N"; enabled: !body.inDialog; onActivated: dialogs.registerNew("") }
    Shortcut { sequence: "Ctrl+Shift+K"; enabled: !body.inDialog; onActivated: window.app.openConsents() }
    Shortcut { sequence: "Ctrl+Shift+L"; enabled: !body.inDialog; onActivated: window.app.openMedicineLists() }
    Shortcut { sequence: "Ctrl+Shift+R"; enabled: !body.inDialog; onActivated: window.app.openRegistry() }
    Shortcut { sequence: "Ctrl+Shift+N"; enabled: !body.inDialog; onActivated: window.app.openAttention() }
    Shortcut { sequence: "Esc"; enabled: !body.inDialog; onActivated: bar.searching ? bar.leave() : window.app.back() }

    ColumnLayout {
        id: body
        // A dialog or an open list has the keys for itself.
        readonly property bool inDialog: T.Overlay.overlay !== null && T.Overlay.overlay.visible
        anchors.fill: parent
        spacing: 0
        Strip {
            visible: window.app.sandbox
            standing: Standing.Waiting
            iconName: "sandbox"
            text: qsTr("Sandbox: for training. Nothing here is a real person, nothing leaves this computer.")
            Layout.fillWidth: true
        }
        Strip {
            visible: window.app.keyInFile
            standing: Standing.NeedsPerson
            iconName: "lock"
            text: qsTr("The clinic's key lies in a file on this computer, because it has no password store. Tell IT.")
            Layout.fillWidth: true
        }
        Strip {
            visible: window.app.network.pausedSentence !== ""
            standing: Standing.Waiting
            iconName: "clock"
            text: window.app.network.pausedSentence
            Layout.fillWidth: true
        }
        Strip {
            visible: window.app.network.clockSentence !== ""
            standing: window.app.network.clockStopsSending ? Standing.NeedsPerson : Standing.Waiting
            iconName: "clock"
            text: window.app.network.clockSentence
            Layout.fillWidth: true
        }
        Strip {
            visible: window.app.network.waitingCount > 0
            standing: Standing.Waiting
            iconName: "network-off"
            text: qsTr("Working without the health network. %n record(s) saved here, sent when the internet is back.", "", window.app.network.waitingCount)
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Rail {
                app: window.app
                narrow: window.narrow
                Layout.fillHeight: true
                onHelpAsked: dialogs.openHelp()
                onBookAsked: if (!window.app.book("")) bar.lookForSomebody()
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.fillHeight: true
                TopBar {
                    id: bar
                    app: window.app
                    narrow: window.narrow
                    Layout.fillWidth: true
                    z: 2
                    onNewPatientAsked: name => dialogs.registerNew(name)
                }
                PageStack {
                    id: stack
                    app: window.app
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onSearchAsked: bar.lookForSomebody()
                    onNewPatientAsked: dialogs.registerNew("")
                    onPostersAsked: dialogs.openPosters()
                    onScanAsked: dialogs.openScan()
                    onPrintAsked: dialogs.openPrint()
                }
                Footer { app: window.app; narrow: window.narrow; Layout.fillWidth: true }
            }
        }
    }
    Toast {
        id: toast
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: Theme.size.footer + Theme.size.control + 2 * Theme.space.l }
        z: 3
    }
    Connections {
        target: window.app
        function onTold(sentence) { toast.show(sentence); }
        function onRegisterAsked(name) { dialogs.registerNew(name); }
    }
    Connections {
        target: window.app.board
        function onArrived(name, token) { toast.show(qsTr("%1 has number %2.").arg(name).arg(token)); }
    }
    Dialogs {
        id: dialogs
        app: window.app
        onRegistered: (patient, name) => {
            toast.show(qsTr("%1 is registered.").arg(name));
            bar.leave();
            window.app.openPatient(patient);
        }
    }
}
