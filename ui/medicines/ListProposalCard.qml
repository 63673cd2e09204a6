pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Medicines

// What the checked file would change; a doctor answers for it before it judges.
Card {
    id: card
    required property MedicineListsController lists
    readonly property bool ready: card.lists.responsible !== "" && !card.lists.busy

    title: qsTr("This file would judge instead")
    Repeater {
        model: card.lists.changes
        delegate: ColumnLayout {
            id: fact
            required property string label
            required property string value
            spacing: 0
            Layout.fillWidth: true
            Label { text: fact.label; font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { text: fact.value; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        }
    }
    Choice {
        label: qsTr("Who answers for it")
        options: card.lists.doctors
        value: card.lists.responsible
        Layout.fillWidth: true
        onChosen: value => card.lists.responsible = value
    }
    Label { text: qsTr("Records that are signed already keep the version by which they were judged."); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Button { text: qsTr("Put it in force"); key: "F9"; kind: Button.Kind.Primary; reason: card.ready ? "" : qsTr("Say which doctor answers for it"); Layout.fillWidth: true; onClicked: card.lists.take() }
    Button { text: qsTr("Leave it"); Layout.fillWidth: true; onClicked: card.lists.forget() }
}
