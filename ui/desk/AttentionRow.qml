pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Components

// One record that waits for a person, with its one action. Enter acts.
ListRow {
    id: row
    required property string flow
    required property string patient
    required property string name
    required property string remedy
    required property bool retries
    required property bool compares
    required property bool keepsApart
    required property var model
    signal acted()

    text: row.name
    detail: row.model.detail
    iconName: "patient"
    opens: false
    Keys.onReturnPressed: row.acted()
    Button { text: row.remedy; iconName: row.retries ? "retry" : row.compares || row.keepsApart ? "patients" : "chevron-right"; onClicked: row.acted() }
}
