pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Theme
import Nadi.Components
import Nadi.Doctor

// Several short phrases: the usual ones to press, others to type, with a semicolon between them.
Column {
    id: phrases
    required property RecordEditorController editor
    required property int section
    required property int field
    required property var about
    property string said

    spacing: Theme.space.xs
    function has(phrase) {
        return phrases.said.split(";").map(one => one.trim()).includes(phrase);
    }
    function turn(phrase) {
        const list = phrases.said.split(";").map(one => one.trim()).filter(one => one !== "");
        const next = list.includes(phrase) ? list.filter(one => one !== phrase) : list.concat([phrase]);
        phrases.editor.write(phrases.section, 0, phrases.field, next.join("; "));
        cell.refresh();
    }
    function refresh() { phrases.said = phrases.editor.text(phrases.section, 0, phrases.field); }
    Component.onCompleted: phrases.refresh()
    Connections {
        target: phrases.editor
        function onTextsChanged(section) { if (section === -1 || section === phrases.section) phrases.refresh(); }
    }

    EditorCell { id: cell; editor: phrases.editor; section: phrases.section; row: 0; field: phrases.field; about: phrases.about; width: parent.width }
    Flow {
        width: parent.width
        spacing: Theme.space.xs
        Repeater {
            model: phrases.about.options
            delegate: Button {
                required property string modelData
                text: modelData
                iconName: checked ? "check" : ""
                checked: phrases.has(modelData)
                Accessible.checkable: true
                Accessible.checked: checked
                onClicked: phrases.turn(modelData)
            }
        }
    }
}
