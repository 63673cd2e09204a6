pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// B38: another file has this ABHA already. A decision, not an error.
StagePane {
    id: stage
    readonly property AbhaFileController file: stage.abha.file

    title: stage.abha.stage === "other-abha" ? qsTr("This file has another ABHA") : qsTr("Another file has this ABHA already")
    detail: stage.abha.stage === "other-abha" ? qsTr("Detach the wrong one in the patient's file first. Nothing was changed.")
        : stage.file.newPerson ? qsTr("The person is registered here: open that file. Nothing was changed.")
        : qsTr("Merge the two files if they are one person, or move the ABHA here if it was attached to the wrong one. Nothing was changed yet.")
    primaryText: stage.abha.stage === "other-abha" ? "" : qsTr("Open the file of %1").arg(stage.file.other.name)
    primaryIcon: "patient"
    onAct: stage.file.openOther()

    IdentityCompare {
        visible: stage.abha.stage !== "other-abha" && !stage.file.newPerson
        leftTitle: qsTr("This file")
        rightTitle: qsTr("The other file")
        rows: stage.file.others
        Layout.fillWidth: true
    }
    Label { visible: stage.file.newPerson; text: stage.file.other.facts; font: Theme.type.emphasis; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Button {
        objectName: "merge"
        visible: stage.abha.stage !== "other-abha" && !stage.file.newPerson
        text: qsTr("Merge the two files")
        iconName: "patients"
        onClicked: stage.file.mergeOther()
    }
    RowLayout {
        visible: stage.abha.stage !== "other-abha" && !stage.file.newPerson
        spacing: Theme.space.m
        Layout.fillWidth: true
        Field { id: why; objectName: "moveReason"; focus: true; label: qsTr("Reason for moving it here"); Layout.fillWidth: true }
        Button {
            objectName: "move"
            text: qsTr("Move the ABHA here")
            iconName: "move"
            kind: Button.Kind.Danger
            enabled: why.text.trim() !== ""
            Layout.alignment: Qt.AlignBottom
            onClicked: stage.file.move(why.text)
        }
    }
}
