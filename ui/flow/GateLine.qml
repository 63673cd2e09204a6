import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// One gate: what it asks, how it stands, and the way down to the next.
Item {
    id: gate
    required property string topic
    required property string title
    required property string detail
    required property string chip
    required property int standing
    property bool first: false
    property bool last: false
    readonly property bool open: gate.standing === Standing.Done
    readonly property color ink: gate.open ? Theme.color.okF : gate.standing === Standing.NotStarted ? Theme.color.edge : Theme.standingInk(gate.standing)

    implicitHeight: Math.max(words.implicitHeight + 2 * Theme.space.m, 24 * Theme.size.unit)
    Accessible.role: Accessible.ListItem
    Accessible.name: [gate.topic, gate.title, gate.chip, gate.detail].join(", ")

    Rectangle {
        visible: !gate.first
        x: node.x + node.width / 2 - width / 2
        width: Theme.size.stroke
        height: node.y
        color: gate.open ? Theme.color.okF : Theme.color.line
    }
    Rectangle {
        visible: !gate.last
        x: node.x + node.width / 2 - width / 2
        y: node.y + node.height
        width: Theme.size.stroke
        height: gate.height - y
        color: gate.open ? Theme.color.okF : Theme.color.line
    }
    Rectangle {
        id: node
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.size.node
        height: width
        radius: width / 2
        color: gate.open ? Theme.color.okF : gate.standing === Standing.NotStarted ? Theme.color.surface : Theme.standingGround(gate.standing)
        border { width: Theme.size.stroke; color: gate.ink }
        Icon {
            visible: gate.standing !== Standing.NotStarted
            anchors.centerIn: parent
            name: Theme.standingIcon(gate.standing)
            color: gate.open ? Theme.color.surface : gate.ink
            width: Theme.size.iconSmall
            height: width
        }
    }
    ColumnLayout {
        id: words
        anchors { left: node.right; leftMargin: Theme.space.l; right: chipBox.left; rightMargin: Theme.space.m; verticalCenter: parent.verticalCenter }
        spacing: Theme.space.xxs
        Label { text: gate.topic; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
        Label { text: gate.title; font: Theme.type.emphasisStrong; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        Label { text: gate.detail; font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    }
    StateChip {
        id: chipBox
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        standing: gate.standing
        text: gate.chip
    }
    Rectangle {
        visible: !gate.last
        anchors { left: words.left; right: parent.right; bottom: parent.bottom }
        height: Theme.size.hairline
        color: Theme.color.line
    }
}
