pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow
import Nadi.Doctor

// Step 4, typed: the sections of the record under each other, the line being written first. All by keys.
FlowFrame {
    id: page
    required property RecordEditorController editor

    step: 4
    subject: page.editor.subject
    patient: page.editor.patient
    problem: page.editor.problem
    problemCode: page.editor.problemCode
    primaryText: qsTr("Look and confirm")
    primaryKey: "F9"
    primaryReason: page.editor.reason
    primaryBusy: page.editor.busy
    primaryFirst: false
    onPrimary: page.editor.goOn()

    function begin() {
        const wanted = page.editor.takeWanted();
        const there = wanted.section === undefined ? null : sections.itemAt(wanted.section);
        if (there)
            return there.focusCell(wanted.row, wanted.field);
        for (let i = 0; i < sections.count; ++i) {
            const card = sections.itemAt(i);
            if (card && card.table && (i > 0 || sections.count === 1 || !sections.itemAt(1).table)) {
                card.focusRow(0);
                return;
            }
        }
        if (sections.count > 0)
            sections.itemAt(0).focusRow(0);
    }
    Component.onCompleted: if (page.editor.loaded) Qt.callLater(page.begin)
    Connections {
        target: page.editor
        function onChanged() { if (page.editor.loaded && !page.begun) { page.begun = true; Qt.callLater(page.begin); } }
    }
    property bool begun: false

    Shortcut { sequence: "Ctrl+Return"; onActivated: page.act() }
    Shortcut { sequence: "Ctrl+R"; enabled: page.editor.mayRepeat; onActivated: page.editor.repeatLast() }
    Shortcut { sequence: "F8"; enabled: page.editor.takesPages; onActivated: page.editor.addPages() }
    Shortcut { sequence: "Ctrl+T"; onActivated: templates.open() }

    RowLayout {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Label { text: page.editor.title; font: Theme.type.section; Accessible.role: Accessible.Heading }
        Label { text: page.editor.doctorName; color: Theme.color.ink2 }
        Label { text: page.editor.savedText; font: Theme.type.dense; color: Theme.color.ink3; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
        Button { text: qsTr("Repeat last"); key: qsTr("Ctrl+R"); reason: page.editor.mayRepeat ? "" : qsTr("There is none yet."); onClicked: page.editor.repeatLast() }
        Button { text: qsTr("Templates"); key: qsTr("Ctrl+T"); onClicked: templates.open() }
    }
    Strip {
        visible: page.editor.amendReason !== ""
        standing: Standing.Waiting
        iconName: "attention"
        text: qsTr("Corrects a signed record: %1. The old version stays readable.").arg(page.editor.amendReason)
        Layout.fillWidth: true
    }
    Skeleton { running: !page.editor.loaded && page.editor.problem === ""; rows: 4; Layout.fillWidth: true }
    Repeater {
        id: sections
        model: page.editor.sections
        delegate: EditorSectionCard {
            required property int index
            required property var model
            editor: page.editor
            section: index
            title: model.title
            addText: model.addText
            table: model.table
            fields: model.fields
            lines: model.lines
            tickText: model.tickText
            narrow: page.narrow
            padding: Theme.space.m
            Layout.fillWidth: true
        }
    }
    EditorPages { visible: page.editor.takesPages; editor: page.editor; padding: Theme.space.m; Layout.fillWidth: true }
    Card {
        visible: page.editor.series.length > 0
        title: qsTr("Over time")
        Layout.fillWidth: true
        GridLayout {
            columns: page.narrow ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m
            Layout.fillWidth: true
            Repeater {
                model: page.editor.series
                delegate: VitalsChart {
                    required property var modelData
                    name: modelData.name
                    points: modelData.points
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
    }
    Item { Layout.fillHeight: true }
    TemplatesDialog { id: templates; editor: page.editor }
}
