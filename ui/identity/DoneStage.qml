pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Two identities side by side before anything is attached (rule R6). What is verified is read-only, the rest can be corrected.
StagePane {
    id: stage
    readonly property AbhaFileController file: stage.abha.file

    title: stage.file.provisional ? qsTr("An enrolment number, not yet an ABHA") : stage.file.newPerson ? qsTr("Register with this ABHA?") : qsTr("Is this the same person?")
    detail: stage.file.provisional ? qsTr("It becomes an ABHA when a facility has seen the licence. Until then it stands in the file as a number.")
        : stage.file.existedBefore ? qsTr("This person already has an ABHA. No second one was made; this one is attached.")
        : qsTr("Name, sex and birth date come from the ABHA and cannot be changed here.")
    primaryText: stage.file.newPerson ? qsTr("Register and go on") : stage.file.provisional ? qsTr("Keep it in the file") : qsTr("Attach to this file")
    primaryIcon: "link"
    primaryReason: stage.file.needsReason && why.text.trim() === "" ? qsTr("Compare the two and write why it is the same person.") : ""
    onAct: stage.file.attach(mobile.text, place.text, why.text)

    RowLayout {
        spacing: Theme.space.l
        Layout.fillWidth: true
        Picture {
            visible: !empty
            image: stage.file.photo
            Layout.preferredWidth: 2 * Theme.size.avatar
            Layout.preferredHeight: 2 * Theme.size.avatar
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Photo of the ABHA")
        }
        ColumnLayout {
            spacing: Theme.space.xxs
            Layout.fillWidth: true
            Label { text: [stage.file.name, stage.file.localName].filter(part => part !== "").join("  ·  "); font: Theme.type.emphasisStrong; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { objectName: "abhaNumber"; text: stage.file.number; font: Theme.type.page; Layout.fillWidth: true }
            Label { text: stage.file.address; font: Theme.type.emphasis; Layout.fillWidth: true }
        }
        StateChip { standing: Standing.Done; text: stage.file.provisional ? qsTr("Mobile number confirmed") : stage.file.proof; iconName: "verified" }
    }
    IdentityCompare {
        visible: !stage.file.newPerson
        leftTitle: qsTr("Our file")
        rightTitle: stage.file.provisional ? qsTr("Driving licence") : qsTr("ABHA, verified")
        rows: stage.file.identities
        Layout.fillWidth: true
    }
    Field {
        id: why
        objectName: "reason"
        visible: stage.file.needsReason
        focus: stage.file.needsReason
        label: qsTr("Why you are sure that it is the same person")
        help: qsTr("The two do not agree enough. The file takes the verified values.")
        Layout.fillWidth: true
        onAccepted: if (stage.primaryReason === "") stage.act()
    }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Field { id: mobile; objectName: "mobile"; label: qsTr("Mobile"); text: stage.file.mobile; error: stage.file.problem; focus: !stage.file.needsReason; inputMethodHints: Qt.ImhDigitsOnly; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; onAccepted: if (stage.primaryReason === "") stage.act() }
        Field { id: place; objectName: "place"; label: qsTr("Place"); text: stage.file.place; Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; onAccepted: if (stage.primaryReason === "") stage.act() }
    }
}
