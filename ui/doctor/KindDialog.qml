pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Components

// What to write: the kinds of record beside the prescription.
Dialog {
    id: dialog
    signal chosen(string kind)

    title: qsTr("Write a record")
    confirmText: ""
    onOpened: list.itemAt(0).forceActiveFocus()

    Repeater {
        id: list
        model: [
            {kind: "consultation", text: qsTr("Consultation"), icon: "patient"},
            {kind: "wellness", text: qsTr("Vitals and wellness"), icon: "today"},
            {kind: "lab", text: qsTr("Lab report"), icon: "record"},
            {kind: "imaging", text: qsTr("Imaging report"), icon: "eye"},
            {kind: "immunization", text: qsTr("Immunization"), icon: "verified"},
            {kind: "discharge", text: qsTr("Discharge summary"), icon: "folder"},
            {kind: "invoice", text: qsTr("Invoice"), icon: "card"}
        ]
        delegate: ListRow {
            id: row
            required property int index
            required property var modelData
            text: modelData.text
            iconName: modelData.icon
            Layout.fillWidth: true
            Keys.onDownPressed: (list.itemAt(row.index + 1) ?? row).forceActiveFocus()
            Keys.onUpPressed: (list.itemAt(row.index - 1) ?? row).forceActiveFocus()
            onClicked: {
                dialog.reject();
                dialog.chosen(modelData.kind);
            }
        }
    }
}
