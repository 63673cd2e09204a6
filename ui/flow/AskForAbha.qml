import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// The identity gate is open: verify, create, or go on without (B06, B07). Who declined is not urged for 90 days.
Card {
    id: card
    required property LinkCheckController check
    signal asked(bool create)

    title: card.check.mayAskForAbha ? qsTr("Ask for the ABHA") : qsTr("ABHA")
    spacing: Theme.space.s
    Label {
        text: card.check.mayAskForAbha ? qsTr("With a verified ABHA the record reaches the person's own app.")
            : card.check.patient.abha !== "" ? qsTr("The ABHA in the file is not verified yet.") : qsTr("The person went on without one. It can be changed at any time.")
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { objectName: "verifyAbha"; text: qsTr("Verify ABHA"); key: "V"; iconName: "verified"; onClicked: card.asked(false) }
        Button { objectName: "createAbha"; visible: card.check.patient.abha === ""; text: qsTr("Create ABHA"); iconName: "add"; onClicked: card.asked(true) }
        Button { objectName: "without"; text: qsTr("Continue without"); key: "F7"; onClicked: card.check.continueWithout() }
    }
}
