pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// One field that differs: what our file says, what was shared, and which of the two stays.
RowLayout {
    id: row
    required property string field
    required property string here
    required property string there
    required property bool taken
    signal chosen(bool taken)

    spacing: Theme.space.m
    Accessible.role: Accessible.Row
    Accessible.name: qsTr("%1: our file says %2, shared is %3").arg(row.field).arg(row.here).arg(row.there)

    Label { text: row.field; font: Theme.type.dense; color: Theme.color.ink2; Layout.preferredWidth: 26 * Theme.size.unit }
    Segmented {
        label: row.field
        options: [{value: "ours", text: row.here}, {value: "shared", text: row.there}]
        value: row.taken ? "shared" : "ours"
        Layout.fillWidth: true
        onChosen: value => row.chosen(value === "shared")
    }
}
