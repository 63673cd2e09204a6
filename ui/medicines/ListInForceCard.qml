pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Medicines

// By which lists signatures judge now, and by which they did before.
Card {
    id: card
    required property MedicineListsController lists
    signal fileAsked()

    title: qsTr("In force")
    Repeater {
        model: card.lists.inForce
        delegate: ColumnLayout {
            id: fact
            required property string label
            required property string value
            spacing: 0
            Layout.fillWidth: true
            Label { text: fact.label; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
            Label { text: fact.value; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        }
    }
    Button { text: qsTr("Check a newer list…"); key: "Ctrl+O"; enabled: !card.lists.busy; Layout.fillWidth: true; onClicked: card.fileAsked() }
    Label { visible: earlier.count > 0; text: qsTr("Before"); font: Theme.type.emphasis; Accessible.role: Accessible.Heading; Layout.fillWidth: true; Layout.topMargin: Theme.space.m }
    Repeater {
        id: earlier
        model: card.lists.editions
        delegate: ColumnLayout {
            id: edition
            required property string label
            required property string value
            spacing: 0
            Layout.fillWidth: true
            Label { text: edition.label; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { text: edition.value; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
        }
    }
}
