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
    signal chosen(string doctor, real start)

    // Those that can be chosen, in reading order.
    function choices(): list<Item> {
        const found = [];
        for (let i = 0; i < buttons.count; ++i)
            if (buttons.itemAt(i)?.enabled)
                found.push(buttons.itemAt(i));
        return found;
    }

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
            id: buttons
            model: column.times
            delegate: SlotButton {
                required property real start
                required property string standing
                taken: standing === "taken"
                held: standing === "held"
                onClicked: column.chosen(column.doctor, start)
            }
        }
    }
    Label {
        visible: buttons.count === 0
        text: qsTr("Not here on this day.")
        font: Theme.type.dense
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Item { Layout.fillHeight: true }
}
