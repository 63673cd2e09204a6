pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// Files that may be the person being typed, with the reasons; Enter opens one instead of making a second (FD-3).
ColumnLayout {
    id: likely
    required property var files
    signal opened(string patient)

    spacing: Theme.space.xs
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Perhaps already here")

    Label { text: qsTr("Perhaps already here"); font: Theme.type.denseStrong; color: Theme.color.ink2; Layout.fillWidth: true }
    Repeater {
        model: likely.files
        delegate: ListRow {
            id: row
            required property string patient
            required property string name
            required property bool strong
            required property var model
            text: row.strong ? qsTr("%1 (very likely)").arg(row.name) : row.name
            detail: model.detail
            iconName: "patient"
            Layout.fillWidth: true
            onClicked: likely.opened(row.patient)
        }
    }
}
