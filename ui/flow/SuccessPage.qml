pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow
import Nadi.Print

// Step 6: the channel with what has truly happened, live. Accepted is not linked, linked is not opened.
FlowFrame {
    id: page
    required property SuccessController success
    required property PrintController printing
    signal printAsked()
    property bool copied: false
    signal nextPatient()
    signal repairAsked()
    signal readAsked()

    step: 6
    subject: page.success.subject
    patient: page.success.patient
    problem: page.success.problem
    problemCode: page.success.problemCode
    primaryText: qsTr("Next patient")
    primaryIcon: "patient"
    primaryKey: qsTr("Enter")
    mayGoBack: false
    onPrimary: page.nextPatient()

    ScrollArea {
        id: area
        contentHeight: grid.implicitHeight
        implicitHeight: page.narrow ? grid.implicitHeight : 0
        Layout.fillWidth: true
        Layout.fillHeight: true
        GridLayout {
            id: grid
            width: area.availableWidth
            columns: page.narrow ? 1 : 2
            columnSpacing: Theme.space.l + Theme.space.xs
            rowSpacing: Theme.space.m
            ColumnLayout {
                spacing: Theme.space.m
                Layout.fillWidth: true
                Layout.preferredWidth: 8
                Layout.alignment: Qt.AlignTop
                Headline {
                    visible: page.success.loaded
                    standing: page.success.standing
                    title: page.success.title
                    detail: page.success.detail
                    Layout.fillWidth: true
                    Button { visible: page.success.action !== ""; text: page.success.action; iconName: page.success.comparesIdentity ? "patients" : "retry"; onClicked: page.success.comparesIdentity ? page.repairAsked() : page.success.retry() }
                    Button { visible: page.success.mayInvite; text: qsTr("Patient agrees: invite by SMS"); iconName: "phone"; onClicked: page.success.invite() }
                }
                Skeleton { running: !page.success.loaded; rows: 4; Layout.fillWidth: true }
                Card {
                    visible: page.success.loaded
                    title: qsTr("Delivery")
                    padding: Theme.space.xl
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Channel { stages: page.success.stages; Layout.fillWidth: true; Layout.topMargin: Theme.space.s }
                }
            }
            ColumnLayout {
                spacing: Theme.space.m
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop
                Card {
                    title: qsTr("Support code")
                    Layout.fillWidth: true
                    RowLayout {
                        Layout.fillWidth: true
                        Label { text: page.success.supportCode; font: Theme.type.page; Layout.fillWidth: true }
                        Button { text: page.copied ? qsTr("Copied") : qsTr("Copy"); iconName: page.copied ? "check" : "copy"; onClicked: { page.success.copySupportCode(); page.copied = true; } }
                    }
                    Label {
                        text: qsTr("You need not wait here. The same story is in the patient's file.")
                        font: Theme.type.dense
                        color: Theme.color.ink2
                        wrapMode: Text.WordWrap
                        Layout.fillWidth: true
                    }
                    Button { visible: page.success.loaded; text: qsTr("Read or correct the record"); iconName: "record"; kind: Button.Kind.Quiet; onClicked: page.readAsked() }
                    Button { visible: page.success.mayWithdraw; text: qsTr("Do not send"); kind: Button.Kind.Quiet; onClicked: page.success.withdraw() }
                }
                Card {
                    visible: page.printing.printable
                    title: qsTr("On paper")
                    Layout.fillWidth: true
                    PrintLine { printing: page.printing; Layout.fillWidth: true; onChooseAsked: page.printAsked() }
                }
                Card {
                    visible: page.success.log.count > 0
                    title: qsTr("What happened")
                    Layout.fillWidth: true
                    Repeater {
                        model: page.success.log
                        delegate: RowLayout {
                            id: line
                            required property string time
                            required property string sentence
                            required property string code
                            spacing: Theme.space.m
                            Layout.fillWidth: true
                            Label { text: line.time; font: Theme.type.dense; color: Theme.color.ink3 }
                            Label { text: line.sentence; font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                            Label { text: line.code; font: Theme.type.caption; color: Theme.color.ink3 }
                        }
                    }
                }
            }
        }
    }
}
