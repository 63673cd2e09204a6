import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// One stage of the channel: a node, the way down to the next, and the words.
Item {
    id: stage
    required property string title
    required property string detail
    required property string time
    required property int standing
    property bool small: false
    property bool last: false

    readonly property bool reached: stage.standing === Standing.Done || stage.standing === Standing.Opened
    readonly property color ink: Theme.standingInk(stage.standing)

    implicitHeight: Math.max(words.implicitHeight + (stage.last ? 0 : stage.small ? Theme.space.m : Theme.space.l), node.height)

    Accessible.role: Accessible.ListItem
    Accessible.name: [stage.title, stage.time, stage.detail].filter(part => part !== "").join(", ")

    Rectangle {
        id: node
        width: stage.small ? Theme.size.keyCap : Theme.size.node
        height: width
        radius: width / 2
        color: stage.reached ? stage.ink : stage.standing === Standing.NotStarted ? "transparent" : Theme.standingGround(stage.standing)
        border { width: Theme.size.stroke; color: stage.standing === Standing.NotStarted ? Theme.color.edge : stage.ink }
        Icon {
            visible: stage.standing !== Standing.NotStarted
            anchors.centerIn: parent
            name: Theme.standingIcon(stage.standing)
            color: stage.reached ? Theme.color.surface : stage.ink
            width: Theme.size.iconSmall
            height: width
        }
    }
    Rectangle {
        visible: !stage.last
        x: node.width / 2 - width / 2
        y: node.height
        width: stage.reached ? 2 * Theme.size.stroke : Theme.size.stroke
        height: stage.height - node.height
        color: stage.reached ? stage.ink : Theme.color.line
    }
    ColumnLayout {
        id: words
        anchors { left: node.right; leftMargin: Theme.space.m; right: parent.right; top: parent.top; topMargin: Theme.space.xxs }
        spacing: 0
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Label {
                text: stage.title
                font: stage.standing === Standing.NotStarted ? Theme.type.body : Theme.type.bodyStrong
                color: stage.standing === Standing.NotStarted ? Theme.color.ink3 : Theme.color.ink
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            Label { text: stage.time; font: Theme.type.dense; color: Theme.color.ink2 }
        }
        Label {
            visible: text !== ""
            text: stage.detail
            font: Theme.type.dense
            color: Theme.color.ink2
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
}
