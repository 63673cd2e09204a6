pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// Several people share a phone: which of them stands here (B08)? Number keys choose.
StagePane {
    id: stage
    title: qsTr("Which of these is the person in front of you?")
    detail: stage.abha.stage === "accounts" ? stage.abha.choiceWords : ""

    Repeater {
        id: rows
        model: stage.abha.accounts
        delegate: ListRow {
            id: row
            required property int index
            required property string name
            required property string note
            required property var photo
            required property var model
            text: row.name
            detail: row.model.detail
            focus: row.index === 0
            Layout.fillWidth: true
            onClicked: stage.abha.chooseAccount(row.index)
            StateChip { visible: row.note !== ""; standing: Standing.Notice; text: row.note }
            Picture { visible: !empty; image: row.photo; Layout.preferredWidth: Theme.size.avatar; Layout.preferredHeight: Theme.size.avatar; Accessible.role: Accessible.Graphic; Accessible.name: qsTr("Photo of %1").arg(row.name) }
            KeyHint { key: String(row.index + 1) }
        }
    }
    Button { objectName: "none"; text: qsTr("None of these"); key: "0"; kind: Button.Kind.Quiet; onClicked: stage.abha.noneOfThese() }
    Keys.onPressed: event => {
        const row = event.key - Qt.Key_1;
        event.accepted = event.key === Qt.Key_0 || (row >= 0 && row < rows.count);
        if (event.key === Qt.Key_0)
            stage.abha.noneOfThese();
        else if (event.accepted)
            stage.abha.chooseAccount(row);
    }
}
