pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// What to ask a registry: a doctor by number, a facility by number or by name, state and ownership. Enter asks.
ColumnLayout {
    id: form
    required property RegistryController registry
    property bool narrow: false

    function begin() {
        (form.registry.aboutDoctor ? hpr : hfr).forceActiveFocus();
    }
    function fill() {
        const entries = form.registry.entries;
        hpr.text = entries.hpr ?? "";
        registration.text = entries.registration ?? "";
        hfr.text = entries.id ?? "";
        name.text = entries.name ?? "";
        state.value = entries.state ?? "";
        owner.value = entries.owner ?? "";
    }
    function look() {
        if (!form.registry.reachable || form.registry.looking)
            return;
        if (form.registry.aboutDoctor)
            form.registry.findDoctor(hpr.text, registration.text);
        else
            form.registry.findFacility(hfr.text, name.text, state.value, owner.value);
    }
    Connections {
        target: form.registry
        function onChanged() { form.fill(); }
    }
    Component.onCompleted: form.fill()

    component LookUp: Button {
        text: qsTr("Look up")
        iconName: "search"
        key: qsTr("Enter")
        busy: form.registry.looking
        Layout.alignment: Qt.AlignBottom
        onClicked: form.look()
    }

    spacing: Theme.space.m
    GridLayout {
        visible: form.registry.aboutDoctor
        columns: form.narrow ? 1 : 3
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Field { id: hpr; label: qsTr("HPR number"); help: qsTr("With it nothing else is needed."); Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; onAccepted: form.look() }
        Field { id: registration; label: qsTr("Registration at the council"); help: qsTr("Several councils may have given one number."); Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; onAccepted: form.look() }
        LookUp { Layout.alignment: Qt.AlignTop; Layout.topMargin: form.narrow ? 0 : hpr.input.y }
    }
    GridLayout {
        visible: !form.registry.aboutDoctor
        columns: form.narrow ? 1 : 3
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Field { id: hfr; label: qsTr("HFR number"); help: qsTr("With it nothing else is needed."); Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; onAccepted: form.look() }
        Field { id: name; label: qsTr("Name or a part of it"); Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; onAccepted: form.look() }
    }
    GridLayout {
        visible: !form.registry.aboutDoctor
        columns: form.narrow ? 1 : 3
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Choice { id: state; label: qsTr("State"); options: form.registry.states; Layout.fillWidth: true; Layout.preferredWidth: 1; onChosen: value => state.value = value }
        Choice {
            id: owner
            label: qsTr("Owned by")
            options: [{value: "P", text: qsTr("Private")}, {value: "G", text: qsTr("Government")}, {value: "PP", text: qsTr("Public and private")}]
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onChosen: value => owner.value = value
        }
        LookUp { }
    }
}
