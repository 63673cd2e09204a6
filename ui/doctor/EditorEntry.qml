pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Theme
import Nadi.Components

// What stands around a field of a record: its label above, what is wrong with it or which code it has below.
Column {
    id: entry
    required property string label
    property bool labelled: true
    property string problem
    property string mark
    default property alias input: slot.data
    readonly property alias slot: slot

    spacing: Theme.space.xs
    Label { visible: entry.labelled; text: entry.label; font: Theme.type.dense; color: Theme.color.ink2; width: parent.width }
    Item { id: slot; width: parent.width; implicitHeight: childrenRect.height }
    Label {
        visible: text !== ""
        width: parent.width
        text: entry.problem !== "" ? entry.problem : entry.mark
        font: Theme.type.caption
        color: entry.problem !== "" ? Theme.color.helpF : Theme.color.ink3
    }
}
