pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Every number by which others know this person, what was merged in, and the ways out of a wrong ABHA.
FocusScope {
    id: page
    required property IdentityController identity
    required property var patient
    signal back()

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        PatientBar { name: page.patient.name; facts: page.patient.facts; initials: page.patient.initials; abha: page.patient.abha; verified: page.patient.verified; Layout.fillWidth: true }
        Label { visible: page.identity.problem !== ""; text: page.identity.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        ScrollArea {
            id: area
            contentHeight: column.implicitHeight
            Layout.fillWidth: true
            Layout.fillHeight: true
            ColumnLayout {
                id: column
                width: area.availableWidth
                spacing: Theme.space.m
                Card {
                    title: qsTr("Numbers and addresses")
                    Layout.fillWidth: true
                    Repeater {
                        model: page.identity.identifiers
                        delegate: ListRow {
                            required property string title
                            required property string value
                            required property bool active
                            required property var model
                            text: value === "" ? title : title + "  ·  " + value
                            detail: model.detail
                            opens: false
                            opacity: active ? 1 : 0.7
                            Layout.fillWidth: true
                        }
                    }
                    RowLayout {
                        spacing: Theme.space.s
                        Layout.fillWidth: true
                        Field { id: system; label: qsTr("Other hospital or system"); Layout.fillWidth: true }
                        Field { id: value; label: qsTr("Its number"); Layout.fillWidth: true; onAccepted: add.clicked() }
                        Button {
                            id: add
                            text: qsTr("Add number")
                            iconName: "add"
                            reason: system.text.trim() === "" || value.text.trim() === "" ? qsTr("Write both first.") : ""
                            Layout.alignment: Qt.AlignBottom
                            onClicked: { page.identity.addNumber(system.text, value.text); value.text = ""; }
                        }
                    }
                }
                AbhaCardPanel { visible: page.identity.hasAbha; card: page.identity.card; Layout.fillWidth: true }
                Card {
                    visible: page.identity.memberships.count > 0
                    title: qsTr("At our clinics")
                    Layout.fillWidth: true
                    Repeater {
                        model: page.identity.memberships
                        delegate: ListRow {
                            id: place
                            required property string facility
                            required property string link
                            required property int standing
                            required property var model
                            text: place.facility
                            detail: place.model.detail
                            iconName: "clinic"
                            opens: false
                            wraps: true
                            Layout.fillWidth: true
                            StateChip { standing: place.standing; text: place.link }
                        }
                    }
                }
                Card {
                    visible: page.identity.merges.count > 0
                    title: qsTr("Merged into this file")
                    Layout.fillWidth: true
                    Repeater {
                        model: page.identity.merges
                        delegate: ListRow {
                            id: merged
                            required property string merge
                            required property string title
                            required property bool canUndo
                            required property var model
                            text: title
                            detail: model.detail
                            opens: false
                            Layout.fillWidth: true
                            Button { visible: merged.canUndo; text: qsTr("Undo the merge"); onClicked: page.identity.undoMerge(merged.merge) }
                        }
                    }
                }
                Card {
                    visible: page.identity.hasAbha
                    title: qsTr("Is the ABHA wrong or gone?")
                    Layout.fillWidth: true
                    Flow {
                        spacing: Theme.space.s
                        Layout.fillWidth: true
                        Button { text: qsTr("Detach a wrong ABHA"); onClicked: detachDialog.open() }
                        Button { text: qsTr("Removed by its owner"); onClicked: goneDialog.open() }
                    }
                }
            }
        }
        Button { text: qsTr("Back to the file"); key: qsTr("Esc"); focus: true; Layout.alignment: Qt.AlignRight; onClicked: page.back() }
    }
    DetachDialog { id: detachDialog; linked: page.identity.linkedOutside; onDetached: reason => page.identity.detach(reason) }
    Dialog {
        id: goneDialog
        title: qsTr("Removed by its owner?")
        message: qsTr("Every reference to this ABHA, its permissions and tokens are destroyed. The medical record stays. This cannot be undone.")
        confirmText: qsTr("Remove the ABHA")
        destructive: true
        onConfirmed: page.identity.removedByOwner()
    }
}
