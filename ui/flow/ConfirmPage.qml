pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow
import Nadi.Print

// Step 5: who and what on the left, every page readable on the right. Nothing leaves before this is confirmed.
FlowFrame {
    id: page
    required property ConfirmController confirmation
    required property PrintController printing
    signal previewAsked()

    step: 5
    subject: page.confirmation.subject
    patient: page.confirmation.patient
    problem: page.confirmation.problem
    problemCode: page.confirmation.problemCode
    primaryText: page.confirmation.patient.abha === "" ? qsTr("Confirm and keep here") : qsTr("Send to ABHA app")
    primaryIcon: "send"
    primaryReason: !page.confirmation.loaded ? qsTr("Reading the pages") : page.confirmation.reason
    primaryBusy: page.confirmation.busy
    onPrimary: page.confirmation.confirm()
    Connections {
        target: page.confirmation
        function onStatementAsked() { prescribing.ask(); }
    }

    GridLayout {
        columns: page.narrow ? 1 : 2
        columnSpacing: Theme.space.l
        Layout.fillWidth: true
        Layout.fillHeight: true
        ScrollArea {
            id: area
            contentHeight: facts.implicitHeight
            implicitHeight: page.narrow ? facts.implicitHeight : 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            ColumnLayout {
                id: facts
                width: area.availableWidth
                spacing: Theme.space.m
                MissingCard { first: true; panel: page.confirmation.missing; Layout.fillWidth: true; onFilled: place => page.confirmation.fill(place) }
                Card {
                    title: qsTr("Is this the right person?")
                    Layout.fillWidth: true
                    IdentityCompare {
                        leftTitle: qsTr("Came to this visit")
                        rightTitle: page.confirmation.proved ? qsTr("Gets the record: ABHA, verified") : qsTr("Gets the record")
                        rows: page.confirmation.identities
                        Layout.fillWidth: true
                    }
                    Label {
                        visible: page.confirmation.differs
                        text: qsTr("These are two different people. Go back and open the right file.")
                        font: Theme.type.bodyStrong
                        color: Theme.color.helpF
                        wrapMode: Text.WordWrap
                        Layout.fillWidth: true
                    }
                }
                PrescribingCard { id: prescribing; panel: page.confirmation.prescribing; Layout.fillWidth: true }
                Card {
                    title: qsTr("What will be shared")
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    RowLayout {
                        spacing: Theme.space.m
                        Layout.fillWidth: true
                        ShareLine { iconName: "prescription"; text: page.confirmation.documentText; Layout.fillWidth: true }
                        Button { visible: page.printing.printable; text: qsTr("See the printed sheet"); kind: Button.Kind.Quiet; onClicked: page.previewAsked() }
                    }
                    ShareLine { visible: text !== ""; iconName: "info"; text: page.confirmation.copyText; Layout.fillWidth: true }
                    ShareLine { iconName: "abha-app"; text: page.confirmation.toText; Layout.fillWidth: true }
                    ShareLine { iconName: "clinic"; text: page.confirmation.fromText; Layout.fillWidth: true }
                    ShareLine { iconName: "lock"; text: page.confirmation.labelText; Layout.fillWidth: true }
                    RowLayout {
                        visible: page.confirmation.promise !== ""
                        spacing: Theme.space.m
                        Layout.fillWidth: true
                        Icon {
                            name: Theme.standingIcon(page.confirmation.standing)
                            color: Theme.standingInk(page.confirmation.standing)
                            Layout.preferredWidth: Theme.size.icon
                            Layout.preferredHeight: Theme.size.icon
                            Layout.alignment: Qt.AlignTop
                        }
                        Label { text: page.confirmation.promise; color: Theme.standingInk(page.confirmation.standing); wrapMode: Text.WordWrap; Layout.fillWidth: true }
                    }
                    Tick {
                        visible: page.confirmation.invitation !== ""
                        text: page.confirmation.invitation
                        checked: page.confirmation.inviteAgreed
                        onToggled: page.confirmation.inviteAgreed = checked
                        Layout.fillWidth: true
                    }
                }
                MissingCard { first: false; panel: page.confirmation.missing; Layout.fillWidth: true; onFilled: place => page.confirmation.fill(place) }
            }
        }
        Item {
            id: document
            readonly property bool typed: page.confirmation.lines.count > 0
            readonly property bool paged: page.confirmation.pages.count > 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: page.partHeight
            Layout.preferredWidth: 1
            TypedPaper {
                visible: document.typed
                lines: page.confirmation.lines
                width: parent.width
                height: document.paged ? (parent.height - Theme.space.m) / 2 : parent.height
            }
            PagesWell {
                visible: document.paged || !document.typed
                pages: page.confirmation.pages
                anchors.bottom: parent.bottom
                width: parent.width
                height: document.typed ? (parent.height - Theme.space.m) / 2 : parent.height
            }
        }
    }
}
