pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// What the licence says, and both its sides. The result is an enrolment number until a facility has seen the document.
StagePane {
    id: stage
    property url front
    property url back

    objectName: "licence"
    title: qsTr("Driving licence")
    detail: qsTr("As printed on the licence. Both pictures are needed, each at most 100 KB.")
    primaryText: qsTr("Send it")
    primaryIcon: "send"
    primaryReason: stage.front.toString() === "" || stage.back.toString() === "" ? qsTr("Choose both pictures first.") : ""
    onAct: stage.abha.giveLicence({number: number.text, firstName: first.text, lastName: last.text, gender: gender.value, birth: birth.text,
        address: address.text, district: district.text, state: state.text, pinCode: pin.text, front: stage.front, back: stage.back})

    GridLayout {
        columns: stage.width < 150 * Theme.size.unit ? 1 : 2
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Field { id: number; focus: true; label: qsTr("Licence number"); Layout.fillWidth: true; Layout.alignment: Qt.AlignTop }
        Field { id: birth; label: qsTr("Birth date"); help: qsTr("Year-month-day: 1989-06-20"); Layout.fillWidth: true }
        Field { id: first; label: qsTr("First name"); Layout.fillWidth: true }
        Field { id: last; label: qsTr("Last name"); Layout.fillWidth: true }
        Segmented {
            id: gender
            label: qsTr("Sex")
            options: [{value: "F", text: qsTr("Female")}, {value: "M", text: qsTr("Male")}, {value: "O", text: qsTr("Other")}]
            Layout.fillWidth: true
            onChosen: value => gender.value = value
        }
        Field { id: address; label: qsTr("Address"); Layout.fillWidth: true }
        Field { id: district; label: qsTr("District"); Layout.fillWidth: true }
        Field { id: state; label: qsTr("State"); Layout.fillWidth: true }
        Field { id: pin; label: qsTr("PIN code"); inputMethodHints: Qt.ImhDigitsOnly; maximumLength: 6; Layout.fillWidth: true }
    }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { text: qsTr("Front side"); iconName: stage.front.toString() === "" ? "add" : "check"; onClicked: dialog.ask("front") }
        Button { text: qsTr("Back side"); iconName: stage.back.toString() === "" ? "add" : "check"; onClicked: dialog.ask("back") }
    }
    Loader {
        id: dialog
        property string side
        function ask(side: string) {
            dialog.side = side;
            dialog.active = true;
            dialog.item.open();
        }
        active: false
        sourceComponent: CardFileDialog { saving: false; onChosen: file => stage[dialog.side] = file }
    }
}
