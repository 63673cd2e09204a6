pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// One doctor's day: every slot that is still to come, free, taken or held by this desk.
ColumnLayout {
    id: column
    required property string doctor
    required property string name
    required property string detail
    required property var times
    property bool first: false
    signal chosen(string doctor, real start)

    spacing: Theme.space.s
    Accessible.role: Accessible.Grouping
    Accessible.name: column.name + ", " + column.detail

    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Label { text: column.name; font: Theme.type.emphasisStrong; Layout.fillWidth: true }
        Label { text: column.detail; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
    }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Repeater {
            model: column.times
            delegate: SlotButton {
                id: slot
                required property var modelData
                time: modelData.time
                taken: modelData.state === "taken"
                held: modelData.state === "held"
                onClicked: column.chosen(column.doctor, modelData.start)
            }
        }
    }
    Label {
        visible: column.times.length === 0
        text: qsTr("Not here on this day.")
        font: Theme.type.dense
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Item { Layout.fillHeight: true }
}
