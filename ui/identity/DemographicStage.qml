pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// What Aadhaar is compared with when a government programme creates an ABHA; its number is asked for on the next page.
StagePane {
    id: stage
    objectName: "demographic"
    title: qsTr("Details as in Aadhaar")
    detail: qsTr("Only for a government programme that NHA approved. They are compared with Aadhaar; no code is sent.")
    primaryText: qsTr("Go on to the Aadhaar number")
    primaryIcon: "chevron-right"
    primaryReason: name.text.trim() === "" || birth.text.trim() === "" ? qsTr("Name and birth date first.")
        : state.value === "" || district.text.trim() === "" ? qsTr("State and district first.") : ""
    onAct: stage.abha.giveDemographics({name: name.text, gender: gender.value, birth: birth.text, state: state.value, district: district.text,
        mobile: mobile.text, address: address.text, pinCode: pin.text})

    // Once: what is typed afterwards stays, whatever else changes.
    Component.onCompleted: {
        const given = stage.abha.demographics;
        name.text = given.name;
        birth.text = given.birth;
        gender.value = given.gender;
        state.value = given.state;
        district.text = given.district;
        mobile.text = given.mobile;
        address.text = given.address;
        pin.text = given.pinCode;
    }

    component Line: Field {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        onAccepted: stage.act()
    }

    GridLayout {
        columns: stage.width < 150 * Theme.size.unit ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Line { id: name; focus: true; label: qsTr("Name, as printed on Aadhaar") }
        Line { id: birth; label: qsTr("Birth date"); help: qsTr("Year-month-day, or the year alone") }
        Segmented {
            id: gender
            label: qsTr("Sex")
            options: [{value: "F", text: qsTr("Female")}, {value: "M", text: qsTr("Male")}, {value: "O", text: qsTr("Other")}]
            Layout.fillWidth: true
            Layout.columnSpan: parent.columns
            onChosen: value => gender.value = value
        }
        Choice { id: state; objectName: "state"; label: qsTr("State"); options: stage.abha.states; Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop; onChosen: value => state.value = value }
        Line { id: district; label: qsTr("District, number in the Local Government Directory"); help: qsTr("Pune is 490"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 3 }
        Line { id: mobile; label: qsTr("Mobile number for ABHA messages"); help: qsTr("May stay empty"); inputMethodHints: Qt.ImhDigitsOnly }
        Line { id: pin; label: qsTr("PIN code"); help: qsTr("May stay empty"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 6 }
        Line { id: address; label: qsTr("Address"); help: qsTr("May stay empty"); Layout.columnSpan: parent.columns }
    }
}
