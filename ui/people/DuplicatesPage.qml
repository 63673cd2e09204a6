pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Files that are probably one person, strongest first; Enter opens the comparison (FD-11).
FocusScope {
    id: page
    required property DuplicatesController duplicates
    signal pairOpened(string one, string other)

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        Label { text: qsTr("One person, two files?"); font: Theme.type.page; Accessible.role: Accessible.Heading; Layout.fillWidth: true }
        Label { text: qsTr("Nothing is merged without you. A merge can be undone for 30 days."); font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
        Label { visible: page.duplicates.problem !== ""; text: page.duplicates.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                ListView {
                    id: list
                    anchors.fill: parent
                    clip: true
                    focus: true
                    model: page.duplicates.pairs
                    boundsBehavior: Flickable.StopAtBounds
                    keyNavigationEnabled: true
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Likely pairs")
                    delegate: ListRow {
                        id: row
                        required property int index
                        required property string one
                        required property string other
                        required property string names
                        required property bool strong
                        required property var model
                        width: list.width
                        focus: row.index === 0
                        iconName: "patients"
                        text: row.names
                        detail: model.detail
                        onClicked: page.pairOpened(row.one, row.other)
                        onActiveFocusChanged: if (activeFocus) list.currentIndex = row.index
                        StateChip { visible: row.strong; standing: Standing.NeedsPerson; text: qsTr("Very likely") }
                    }
                }
                Skeleton { anchors.fill: parent; rows: 4; running: !page.duplicates.loaded }
                Empty {
                    visible: page.duplicates.loaded && list.count === 0
                    anchors.centerIn: parent
                    width: Math.min(parent.width, Theme.size.dialog)
                    iconName: "check"
                    text: qsTr("No likely duplicates.")
                    detail: qsTr("Files that look like one person appear here with the reasons.")
                }
            }
        }
    }
}
