pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Medicines

// What may be prescribed at a distance: the lists by which every signature judges, and how a newer one comes in (P7).
FocusScope {
    id: page
    required property MedicineListsController lists
    signal back()

    readonly property bool narrow: page.width < Theme.size.narrow

    function chooseFile() {
        dialog.active = true;
        (dialog.item as ListFileDialog).open();
    }
    Shortcut { sequence: "Ctrl+O"; enabled: !page.lists.busy; onActivated: page.chooseFile() }
    Shortcut { sequence: "F9"; enabled: proposal.visible && proposal.ready; onActivated: page.lists.take() }
    // On a narrow page the file's changes are below the list.
    Connections {
        target: page.lists
        function onProposalChanged() {
            if (page.narrow && page.lists.proposed !== "")
                Qt.callLater(() => area.contentY = Math.min(side.y, Math.max(0, area.contentHeight - area.height)));
        }
    }
    Loader { id: dialog; active: false; sourceComponent: ListFileDialog { onChosen: file => page.lists.check(file) } }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label { text: qsTr("What may be prescribed at a distance"); font: Theme.type.page; wrapMode: Text.WordWrap; Accessible.role: Accessible.Heading; Layout.fillWidth: true }
                Label { text: qsTr("The lists name examples. What is on none of them is the doctor's judgement, with a reason."); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            }
            Button { text: qsTr("Back"); key: "Esc"; onClicked: page.back() }
        }
        Label {
            visible: page.lists.problem !== ""
            color: Theme.color.helpF
            wrapMode: Text.WordWrap
            text: page.lists.problemRow === "" ? page.lists.problem : qsTr("%1 Row %2.").arg(page.lists.problem).arg(page.lists.problemRow)
            Layout.fillWidth: true
        }
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
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.preferredHeight: page.narrow ? Theme.size.dialog : Math.max(area.height, side.implicitHeight)
                    Layout.alignment: Qt.AlignTop
                    SearchField {
                        focus: true
                        placeholderText: qsTr("Medicine")
                        text: page.lists.query
                        Layout.fillWidth: true
                        onTextEdited: page.lists.query = text
                        Keys.onDownPressed: list.forceActiveFocus()
                    }
                    Segmented {
                        label: qsTr("Which list")
                        options: [{value: "", text: qsTr("All")}, {value: "O", text: qsTr("O")}, {value: "A", text: qsTr("A")}, {value: "B", text: qsTr("B")}, {value: "prohibited", text: qsTr("Prohibited")}]
                        value: page.lists.list
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space.s
                        onChosen: value => page.lists.list = value
                    }
                    Item {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        ListView {
                            id: list
                            anchors.fill: parent
                            clip: true
                            model: page.lists.rows
                            boundsBehavior: Flickable.StopAtBounds
                            keyNavigationEnabled: true
                            Accessible.role: Accessible.List
                            Accessible.name: qsTr("Medicines")
                            delegate: ListRow {
                                id: row
                                required property string ingredient
                                required property string chip
                                required property int standing
                                required property int index
                                required property var model
                                width: list.width
                                text: row.ingredient
                                detail: row.model.detail
                                wraps: true
                                opens: false
                                onActiveFocusChanged: if (activeFocus) list.currentIndex = row.index
                                StateChip { standing: row.standing; text: row.chip }
                            }
                        }
                        Skeleton { anchors.fill: parent; rows: 5; running: !page.lists.loaded && page.lists.problem === "" }
                        Empty {
                            visible: page.lists.loaded && list.count === 0
                            anchors.centerIn: parent
                            width: Math.min(parent.width, Theme.size.dialog)
                            iconName: "search"
                            text: qsTr("No list names it.")
                            detail: qsTr("At a distance the doctor prescribes it with a reason.")
                        }
                    }
                }
                ColumnLayout {
                    id: side
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                    ListProposalCard { id: proposal; visible: page.lists.proposed !== ""; lists: page.lists; Layout.fillWidth: true }
                    ListInForceCard { lists: page.lists; Layout.fillWidth: true; onFileAsked: page.chooseFile() }
                }
            }
        }
    }
}
