// Not Bound: the Loader of Qt 6.4 makes its item in a context of its own and refuses bound components.
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow
import Nadi.Identity

// Who the patient is: one stage of the conversation at a time, the way through it beside it, and one key to go on without.
FlowFrame {
    id: page
    required property AbhaController abha
    signal scanAsked()
    readonly property StagePane pane: loader.item as StagePane

    step: 0
    primaryFirst: false
    patient: page.abha.patient
    primaryText: page.pane ? page.pane.primaryText : ""
    primaryIcon: page.pane ? page.pane.primaryIcon : "check"
    primaryReason: page.pane ? page.pane.primaryReason : ""
    primaryBusy: page.abha.waiting || page.abha.file.busy
    onPrimary: page.pane.act()

    Shortcut { sequence: "F7"; onActivated: page.abha.continueWithout() }
    Shortcut { sequence: "Alt+A"; enabled: page.abha.problemAction !== ""; onActivated: page.abha.mend() }

    GridLayout {
        columns: page.narrow ? 1 : 2
        columnSpacing: Theme.space.l + Theme.space.xs
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        Loader {
            id: loader
            focus: true
            Layout.fillWidth: true
            Layout.preferredWidth: 8
            Layout.alignment: Qt.AlignTop
            sourceComponent: {
                switch (page.abha.stage) {
                case "consent": return consent;
                case "identify": return identify;
                case "licence": return licence;
                case "demographic": return demographic;
                case "capture": return capture;
                case "face-qr": return faceQr;
                case "found":
                case "accounts": return accounts;
                case "method": return method;
                case "otp": return otp;
                case "mobile-otp": return mobileOtp;
                case "address": return address;
                case "done": return done;
                case "conflict":
                case "other-abha": return conflict;
                case "attached": return attached;
                case "ended": return ended;
                default: return waiting;
                }
            }
            onLoaded: item.forceActiveFocus()
        }
        ColumnLayout {
            spacing: Theme.space.m
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            Layout.alignment: Qt.AlignTop
            Card {
                visible: page.abha.steps.count > 0 && page.abha.stage !== "attached"
                title: page.abha.creating ? qsTr("Creating an ABHA") : qsTr("Verifying an ABHA")
                Layout.fillWidth: true
                Channel { stages: page.abha.steps; small: true; Layout.fillWidth: true; Layout.topMargin: Theme.space.xs }
            }
            Card {
                visible: page.abha.stage !== "attached"
                title: qsTr("No ABHA needed")
                Layout.fillWidth: true
                Label { text: qsTr("Care, booking and printing go on without one. We ask again after 90 days at the earliest."); color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                Button { objectName: "without"; text: qsTr("Continue without"); key: "F7"; onClicked: page.abha.continueWithout() }
            }
            // Said every 15 s to those who do not see the countdown.
            Item { Accessible.role: Accessible.AlertMessage; Accessible.name: page.abha.spoken; implicitHeight: 1; implicitWidth: 1 }
        }
    }

    Component { id: consent; ConsentStage { abha: page.abha } }
    Component { id: identify; IdentifyStage { abha: page.abha; onScanAsked: page.scanAsked() } }
    Component { id: licence; LicenceStage { abha: page.abha } }
    Component { id: demographic; DemographicStage { abha: page.abha } }
    Component { id: capture; CaptureStage { abha: page.abha } }
    Component { id: faceQr; FaceQrStage { abha: page.abha } }
    Component { id: accounts; AccountsStage { abha: page.abha } }
    Component { id: method; MethodStage { abha: page.abha } }
    Component { id: otp; OtpStage { abha: page.abha } }
    Component { id: mobileOtp; OtpStage { abha: page.abha } }
    Component { id: address; AddressStage { abha: page.abha } }
    Component { id: done; DoneStage { abha: page.abha } }
    Component { id: conflict; ConflictStage { abha: page.abha } }
    Component { id: attached; AttachedStage { abha: page.abha } }
    Component { id: ended; EndedStage { abha: page.abha } }
    Component { id: waiting; WaitingStage { abha: page.abha } }
}
