pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// Every key in one place.
Dialog {
    id: help
    readonly property var keys: [
        {key: "F1", action: qsTr("This help")}, {key: "F2", action: qsTr("Book for the open patient, or look for one")},
        {key: "F3", action: qsTr("Search; so does /")}, {key: "F5", action: qsTr("Refresh")}, {key: "F8", action: qsTr("Add a prescription or a page")},
        {key: "F9", action: qsTr("Confirm, continue")}, {key: qsTr("Esc"), action: qsTr("Back; nothing is lost")}, {key: "Ctrl+B", action: qsTr("Scan an ABHA QR with the camera; a reader works anywhere")}, {key: "Ctrl+P", action: qsTr("Print the open prescription; with Shift: choose paper, printer or PDF")}, {key: "Ctrl+N", action: qsTr("Register a new patient")},
        {key: "Ctrl+Shift+N", action: qsTr("What needs attention")}, {key: "Ctrl+Shift+R", action: qsTr("Our clinic and doctors in the national registries")}, {key: "Ctrl+Shift+L", action: qsTr("What may be prescribed at a distance")}, {key: "U", action: qsTr("In a patient's file: add a prescription")},
        {key: "V", action: qsTr("In a patient's file or the link check: verify or create an ABHA")},
        {key: "F7", action: qsTr("Continue without an ABHA")}, {key: "Alt+1…5", action: qsTr("ABHA number, address, mobile, Aadhaar; create one")},
        {key: "A", action: qsTr("On an appointment: has arrived")}, {key: "M, C", action: qsTr("On a visit: move, cancel")},
        {key: "←→↑↓", action: qsTr("When booking: the time beside this one")},
        {key: qsTr("R, Del"), action: qsTr("On a page: turn, remove")}, {key: "Alt+↑↓", action: qsTr("On a page: earlier, later")}, {key: "+ −", action: qsTr("On a page: larger, smaller")}]

    title: qsTr("Keys")
    confirmText: qsTr("Close")
    cancelText: ""
    Repeater {
        model: help.keys
        delegate: RowLayout {
            id: line
            required property var modelData
            spacing: Theme.space.m
            Layout.fillWidth: true
            KeyHint { key: line.modelData.key; Layout.preferredWidth: 28 * Theme.size.unit }
            Label { text: line.modelData.action; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        }
    }
}
