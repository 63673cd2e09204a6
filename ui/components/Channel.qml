pragma ComponentBehavior: Bound
import QtQuick

// The nadi: a vertical channel, filled as far as a callback confirmed, hollow after it, a clock where we wait.
// `stages` is a model with the roles title, detail, time and standing.
Column {
    id: channel
    required property var stages
    property bool small: false

    spacing: 0
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Delivery, step by step")

    Repeater {
        id: repeater
        model: channel.stages
        delegate: ChannelStage {
            required property int index
            width: channel.width
            small: channel.small
            last: index === repeater.count - 1
        }
    }
}
