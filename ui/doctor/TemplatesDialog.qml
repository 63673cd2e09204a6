pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Components
import Nadi.Doctor

// Records to begin from: press one, or keep this one under a name.
Dialog {
    id: dialog
    required property RecordEditorController editor

    title: qsTr("Templates")
    message: list.count === 0 ? qsTr("None yet. Give this record a name to begin from it again.") : qsTr("Taking one replaces what is written.")
    confirmText: qsTr("Keep this as a template")
    reason: name.text.trim() === "" ? qsTr("Give it a name.") : ""
    onConfirmed: dialog.editor.saveTemplate(name.text)
    onOpened: {
        name.text = "";
        if (list.count > 0)
            list.itemAt(0).forceActiveFocus();
        else
            name.forceActiveFocus();
    }

    Repeater {
        id: list
        model: dialog.editor.templates
        delegate: ListRow {
            required property int index
            required property var model
            text: model.name
            detail: model.detail
            iconName: "record"
            Layout.fillWidth: true
            onClicked: {
                dialog.editor.applyTemplate(index);
                dialog.reject();
            }
        }
    }
    Field { id: name; label: qsTr("Name"); Layout.fillWidth: true; onAccepted: dialog.confirm() }
}
