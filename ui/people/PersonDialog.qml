pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Sex, age and address of the patient: a prescription is not signed without them.
Dialog {
    id: dialog
    required property PersonController person

    title: dialog.person.entries.name ?? ""
    message: qsTr("As the patient says it. It stays in the file.")
    confirmText: qsTr("Save")
    closesItself: false
    busy: dialog.person.busy
    onConfirmed: dialog.person.save({gender: gender.value, birth: birth.text, place: place.text})

    function fill() {
        const entries = dialog.person.entries;
        gender.value = entries.gender ?? "";
        birth.text = entries.birth ?? "";
        place.text = entries.place ?? "";
        ({gender: gender, birth: birth, place: place}[dialog.person.field] ?? birth).forceActiveFocus();
    }
    onOpened: if (dialog.person.loaded) dialog.fill()
    Connections {
        target: dialog.person
        function onChanged() { if (dialog.person.loaded) dialog.fill(); }
        function onSaved() { dialog.close(); }
    }

    Label { visible: dialog.person.problem !== ""; text: dialog.person.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Label { text: qsTr("Sex"); font: Theme.type.dense; color: Theme.color.ink2 }
    Segmented {
        id: gender
        label: qsTr("Sex")
        options: [{value: "F", text: qsTr("Female")}, {value: "M", text: qsTr("Male")}, {value: "O", text: qsTr("Other")}]
        Layout.fillWidth: true
        onChosen: value => gender.value = value
    }
    Field { id: birth; label: qsTr("Age or birth date"); help: qsTr("46, 1980 or 12-10-1980"); Layout.fillWidth: true; onAccepted: dialog.confirm() }
    Field { id: place; label: qsTr("Address"); maximumLength: 200; Layout.fillWidth: true; onAccepted: dialog.confirm() }
}
