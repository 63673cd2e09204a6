pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Only the methods that this account offers (abha-m1.md 4.5).
StagePane {
    id: stage
    title: qsTr("Where shall the code go?")
    detail: qsTr("ABHA %1. Ask the person which phone is at hand.").arg(stage.abha.maskedId)

    Repeater {
        id: methods
        model: stage.abha.methods
        delegate: ListRow {
            id: row
            required property int index
            required property var modelData
            text: row.modelData.text
            detail: row.modelData.value === "aadhaar" ? qsTr("The number that Aadhaar knows") : stage.abha.destination
            iconName: row.modelData.value === "aadhaar" ? "lock" : "phone"
            focus: row.index === 0
            Layout.fillWidth: true
            onClicked: stage.abha.chooseMethod(row.modelData.value)
            KeyHint { key: String(row.index + 1) }
        }
    }
    Label {
        visible: methods.count === 0
        text: qsTr("This account offers no way that works at a desk. Go on without it, or let the person share it from the ABHA app.")
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Keys.onPressed: event => {
        const row = event.key - Qt.Key_1;
        event.accepted = row >= 0 && row < methods.count;
        if (event.accepted)
            stage.abha.chooseMethod(stage.abha.methods[row].value);
    }
}
