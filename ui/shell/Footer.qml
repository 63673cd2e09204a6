pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Shell

// The keys that work on this page, and that everything is saved.
Rectangle {
    id: footer
    required property AppController app
    property bool narrow: false
    readonly property var always: [{key: "F2", action: qsTr("Book")}, {key: "F3", action: qsTr("Search")}]
    readonly property var hints: {
        const back = {key: qsTr("Esc"), action: qsTr("Back, draft kept")};
        switch (footer.app.page) {
        case "home": return [...footer.always, {key: "F8", action: qsTr("Add prescription")}, {key: "A", action: qsTr("Arrived")}, {key: "F5", action: qsTr("Refresh")}];
        case "patient": return [{key: "U", action: qsTr("Add prescription")}, ...footer.always, back];
        case "booking": return [{key: qsTr("Enter"), action: qsTr("Hold")}, {key: "Alt+←→", action: qsTr("Other day")}, {key: "F9", action: qsTr("Confirm")}, back];
        case "add": return [{key: "F8", action: qsTr("Add page")}, {key: "R", action: qsTr("Turn")}, {key: qsTr("Del"), action: qsTr("Remove")}, {key: "F9", action: qsTr("Confirm")}, back];
        case "link-check":
        case "confirm": return [{key: "F9", action: qsTr("Continue")}, back];
        case "success": return [{key: qsTr("Enter"), action: qsTr("Next patient")}, ...footer.always];
        default: return [...footer.always, back];
        }
    }

    implicitHeight: Theme.size.footer
    color: Theme.color.sunken

    RowLayout {
        anchors { fill: parent; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.l
        Repeater {
            model: footer.hints.slice(0, footer.narrow ? 3 : footer.hints.length)
            delegate: KeyHint {
                required property var modelData
                key: modelData.key
                action: modelData.action
                cap: Theme.color.surface
            }
        }
        Item { Layout.fillWidth: true }
        Label {
            visible: !footer.narrow
            text: qsTr("Everything saved on this computer  ·  %1").arg(footer.app.clock)
            font: Theme.type.dense
            color: Theme.color.ink2
        }
    }
}
