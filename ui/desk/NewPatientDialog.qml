pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk

// Registers a person: name, sex, age or birth date, mobile or none. What was searched for is taken over.
Dialog {
    id: dialog
    required property NewPatientController registration
    signal abhaAsked(bool create)
    signal fileAsked(string patient)

    function openWith(name: string) {
        registration.reset();
        nameField.text = name;
        for (const field of [birth, mobile, place, abha, why])
            field.text = "";
        gender.value = "";
        dialog.open();
        nameField.forceActiveFocus();
    }

    // With an ABHA nothing is typed: the verified profile registers the person.
    function askAbha(create: bool) {
        dialog.close();
        dialog.abhaAsked(create);
    }

    title: qsTr("New patient")
    confirmText: qsTr("Register")
    closesItself: false
    busy: registration.busy
    onConfirmed: registration.save(dialog.entries())

    // A function, not a binding: when a field says edited(), bindings on its text are one letter behind.
    function entries(): var {
        return {name: nameField.text, gender: gender.value, birth: birth.text, mobile: mobile.text, place: place.text, abha: abha.text, reason: why.text};
    }
    function look() { registration.look(dialog.entries()); }

    Connections {
        target: dialog.registration
        function onSaved() { dialog.close(); }
    }

    Label { visible: dialog.registration.problem !== ""; text: dialog.registration.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { text: qsTr("Register with an ABHA"); iconName: "abha-app"; key: "Alt+V"; onClicked: dialog.askAbha(false) }
        Button { text: qsTr("Create an ABHA"); iconName: "add"; key: "Alt+C"; onClicked: dialog.askAbha(true) }
    }
    Shortcut { sequence: "Alt+V"; enabled: dialog.opened; onActivated: dialog.askAbha(false) }
    Shortcut { sequence: "Alt+C"; enabled: dialog.opened; onActivated: dialog.askAbha(true) }
    Field { id: nameField; label: qsTr("Name"); onEdited: dialog.look(); error: dialog.registration.errors.name ?? ""; Layout.fillWidth: true; onAccepted: dialog.confirm() }
    ColumnLayout {
        spacing: Theme.space.xs
        Layout.fillWidth: true
        Label { text: qsTr("Sex"); font: Theme.type.dense; color: Theme.color.ink2 }
        Segmented {
            id: gender
            label: qsTr("Sex")
            options: [{value: "F", text: qsTr("Female")}, {value: "M", text: qsTr("Male")}, {value: "O", text: qsTr("Other")}]
            Layout.fillWidth: true
            onChosen: value => { gender.value = value; dialog.look(); }
        }
        Label {
            visible: text !== ""
            text: dialog.registration.errors.gender ?? ""
            font: Theme.type.caption
            color: Theme.color.helpF
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Field {
            id: birth
            onEdited: dialog.look()
            label: qsTr("Age or birth date")
            help: qsTr("46, 1980 or 12-10-1980")
            error: dialog.registration.errors.birth ?? ""
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onAccepted: dialog.confirm()
        }
        Field {
            id: mobile
            onEdited: dialog.look()
            label: qsTr("Mobile")
            help: qsTr("Empty when there is no phone")
            error: dialog.registration.errors.mobile ?? ""
            inputMethodHints: Qt.ImhDigitsOnly
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onAccepted: dialog.confirm()
        }
    }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Field { id: place; label: qsTr("Place (optional)"); Layout.fillWidth: true; Layout.alignment: Qt.AlignTop; onAccepted: dialog.confirm() }
        Field {
            id: abha
            label: qsTr("ABHA (optional)")
            error: dialog.registration.errors.abha ?? ""
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            onAccepted: dialog.confirm()
        }
    }
    LikelyFiles {
        visible: dialog.registration.likely.count > 0
        files: dialog.registration.likely
        Layout.fillWidth: true
        onOpened: patient => { dialog.close(); dialog.fileAsked(patient); }
    }
    Field {
        id: why
        visible: dialog.registration.needsReason
        label: qsTr("Why is this somebody else?")
        error: dialog.registration.errors.reason ?? ""
        Layout.fillWidth: true
        onAccepted: dialog.confirm()
    }
}
