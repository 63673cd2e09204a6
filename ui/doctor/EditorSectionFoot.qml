pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Doctor

// Under the rows of a section: one more, or the sentence that there are none.
RowLayout {
    id: foot
    required property RecordEditorController editor
    required property int section
    required property string addText
    required property string tickText
    signal added()

    spacing: Theme.space.m
    function look() {
        tick.enabled = foot.editor.mayTick(foot.section);
        tick.checked = foot.editor.ticked(foot.section);
    }
    Component.onCompleted: foot.look()
    Connections {
        target: foot.editor
        function onTextsChanged(section) { if (section === -1 || section === foot.section) foot.look(); }
    }

    Button {
        kind: Button.Kind.Quiet
        iconName: "add"
        text: foot.addText
        onClicked: {
            foot.editor.addRow(foot.section);
            foot.added();
        }
    }
    Tick {
        id: tick
        visible: foot.tickText !== ""
        text: foot.tickText
        onToggled: foot.editor.setTicked(foot.section, checked)
    }
    Item { Layout.fillWidth: true }
}
