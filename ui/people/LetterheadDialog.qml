pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// What the head of every printed sheet says about the clinic and the doctor.
Dialog {
    id: dialog
    required property LetterheadController letterhead
    readonly property var fields: ({address: address, address2: address2, city: city, pinCode: pinCode, phone: phone, email: email,
        qualification: qualification, registration: registration, council: council, doctorPhone: doctorPhone, doctorEmail: doctorEmail})

    title: qsTr("Letterhead")
    message: qsTr("Printed on every prescription and sent with it.")
    confirmText: qsTr("Save")
    closesItself: false
    busy: dialog.letterhead.busy
    onConfirmed: dialog.letterhead.save(dialog.entries())

    function entries(): var {
        const said = {};
        for (const name in dialog.fields)
            said[name] = dialog.fields[name].text;
        return said;
    }
    function fill() {
        const entries = dialog.letterhead.entries;
        for (const name in dialog.fields)
            dialog.fields[name].text = entries[name] ?? "";
        (dialog.fields[dialog.letterhead.field] ?? address).forceActiveFocus();
    }
    onOpened: if (dialog.letterhead.loaded) dialog.fill()
    Connections {
        target: dialog.letterhead
        function onChanged() { if (dialog.letterhead.loaded) dialog.fill(); }
        function onSaved() { dialog.close(); }
    }

    component Part: Field {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        onAccepted: dialog.confirm()
    }
    Label { visible: dialog.letterhead.problem !== ""; text: dialog.letterhead.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Label { text: qsTr("The clinic"); font: Theme.type.bodyStrong; Accessible.role: Accessible.Heading }
    GridLayout {
        columns: 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Part { id: address; label: qsTr("Address"); maximumLength: 120 }
        Part { id: address2; label: qsTr("Address, second line"); maximumLength: 120 }
        Part { id: city; label: qsTr("City"); maximumLength: 60 }
        Part { id: pinCode; label: qsTr("PIN code"); maximumLength: 10 }
        Part { id: phone; label: qsTr("Phone"); maximumLength: 40 }
        Part { id: email; label: qsTr("E-mail"); maximumLength: 120 }
    }
    Label { text: dialog.letterhead.entries.doctorName ?? ""; font: Theme.type.bodyStrong; Accessible.role: Accessible.Heading }
    GridLayout {
        columns: 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Part { id: qualification; label: qsTr("Qualification"); maximumLength: 120 }
        Part { id: registration; label: qsTr("Registration number"); maximumLength: 60 }
        Part { id: council; label: qsTr("Council that registered the doctor"); maximumLength: 120; Layout.columnSpan: 2 }
        Part { id: doctorPhone; label: qsTr("Own phone (optional)"); maximumLength: 40 }
        Part { id: doctorEmail; label: qsTr("Own e-mail (optional)"); maximumLength: 120 }
    }
}
