pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Two files side by side: what is the same, what differs, what would move, and which one stays.
FocusScope {
    id: page
    required property MergeController merging
    signal back()

    readonly property bool narrow: page.width < Theme.size.narrow

    Shortcut { sequence: "F9"; onActivated: if (primary.enabled) ask.open() }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        Label { text: qsTr("Is this one person?"); font: Theme.type.page; Accessible.role: Accessible.Heading; Layout.fillWidth: true }
        Label { visible: text !== ""; text: page.merging.problem !== "" ? page.merging.problem : page.merging.hindrance; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
        Label { visible: page.merging.markedNotTheSame; text: qsTr("Somebody said before that these are two people."); color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        ScrollArea {
            id: area
            contentHeight: grid.implicitHeight
            Layout.fillWidth: true
            Layout.fillHeight: true
            GridLayout {
                id: grid
                width: area.availableWidth
                columns: page.narrow ? 1 : 2
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.m
                Card {
                    title: qsTr("Side by side")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                    Skeleton { running: !page.merging.loaded; rows: 4; Layout.fillWidth: true }
                    Label { visible: page.merging.loaded; text: qsTr("Stays: %1").arg(page.merging.stays.facts); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                    Label { visible: page.merging.loaded; text: qsTr("Moves into it: %1").arg(page.merging.goes.facts); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                    IdentityCompare {
                        visible: page.merging.loaded
                        leftTitle: qsTr("Stays")
                        rightTitle: qsTr("Moves into it")
                        rows: page.merging.rows
                        Layout.fillWidth: true
                    }
                }
                Card {
                    title: qsTr("What moves")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                    Repeater {
                        model: page.merging.moves
                        delegate: Label {
                            required property string modelData
                            text: modelData
                            wrapMode: Text.WordWrap
                            Layout.fillWidth: true
                        }
                    }
                    Button { text: qsTr("Let the other file stay"); iconName: "move"; reason: page.merging.loaded ? "" : qsTr("Reading"); onClicked: page.merging.swap() }
                }
            }
        }
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Button { text: qsTr("Not the same person"); kind: Button.Kind.Quiet; onClicked: page.merging.notTheSame("") }
            Item { Layout.fillWidth: true }
            Button { text: qsTr("Back"); key: qsTr("Esc"); onClicked: page.back() }
            Button {
                id: primary
                focus: true
                text: qsTr("Merge the files")
                key: "F9"
                kind: Button.Kind.Primary
                busy: page.merging.busy
                reason: !page.merging.loaded ? qsTr("Reading the files") : page.merging.hindrance
                onClicked: ask.open()
            }
        }
    }
    Dialog {
        id: ask
        title: qsTr("Merge the two files?")
        message: qsTr("Everything of %1 goes to the file that stays. You can undo this for 30 days.").arg(page.merging.goes.facts)
        confirmText: qsTr("Merge")
        reason: why.text.trim() === "" ? qsTr("Write a reason first.") : ""
        onConfirmed: page.merging.merge(why.text)
        onOpened: why.forceActiveFocus()
        onClosed: why.text = ""
        Field { id: why; label: qsTr("Reason"); Layout.fillWidth: true; onAccepted: ask.confirm() }
    }
    Component.onCompleted: primary.forceActiveFocus()
}
