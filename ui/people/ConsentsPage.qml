pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Who may see which records, until when, and what has left: the list, and beside it the chosen one.
FocusScope {
    id: page
    required property ConsentsController consents
    signal back()

    readonly property bool narrow: page.width < Theme.size.narrow

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label { text: page.consents.patientName === "" ? qsTr("Consents") : qsTr("Consents of %1").arg(page.consents.patientName); font: Theme.type.page; Accessible.role: Accessible.Heading; Layout.fillWidth: true }
                Label { text: qsTr("Patients give and take back consent in their ABHA app. This list is to read."); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            }
            SearchField {
                visible: !page.consents.ofOnePatient
                placeholderText: qsTr("Patient or who asked")
                text: page.consents.query
                onTextEdited: page.consents.query = text
                Keys.onDownPressed: list.forceActiveFocus()
            }
            Button { text: qsTr("Back"); key: "Esc"; onClicked: page.back() }
        }
        Label { visible: page.consents.problem !== ""; text: page.consents.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        GridLayout {
            columns: page.narrow ? 1 : 2
            columnSpacing: Theme.space.l
            rowSpacing: Theme.space.m
            Layout.fillWidth: true
            Layout.fillHeight: true
            Card {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 3
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    ListView {
                        id: list
                        anchors.fill: parent
                        clip: true
                        focus: true
                        model: page.consents.rows
                        boundsBehavior: Flickable.StopAtBounds
                        keyNavigationEnabled: true
                        Accessible.role: Accessible.List
                        Accessible.name: qsTr("Consents")
                        delegate: ListRow {
                            id: row
                            required property string consent
                            required property string title
                            required property string chip
                            required property int standing
                            required property int index
                            required property var model
                            width: list.width
                            focus: row.index === 0
                            text: row.title
                            detail: model.detail
                            current: row.consent === page.consents.chosen
                            opens: false
                            onClicked: page.consents.choose(row.consent)
                            onActiveFocusChanged: if (activeFocus) {
                                list.currentIndex = row.index;
                                page.consents.choose(row.consent);
                            }
                            StateChip { standing: row.standing; text: row.chip }
                        }
                    }
                    Skeleton { anchors.fill: parent; rows: 4; running: !page.consents.loaded && page.consents.problem === "" }
                    Empty {
                        visible: page.consents.loaded && list.count === 0
                        anchors.centerIn: parent
                        width: Math.min(parent.width, Theme.size.dialog)
                        iconName: "lock"
                        text: page.consents.query === "" ? qsTr("No consent yet.") : qsTr("No consent fits.")
                        detail: page.consents.query === "" ? qsTr("When somebody asks for a patient's records and the patient agrees, it appears here.") : qsTr("Look for another name.")
                    }
                }
            }
            Card {
                visible: page.consents.chosen !== ""
                title: page.consents.chosenTitle
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 2
                ScrollArea {
                    id: area
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    contentHeight: chosen.implicitHeight
                    ColumnLayout {
                        id: chosen
                        width: area.availableWidth
                        spacing: Theme.space.s
                        Repeater {
                            model: page.consents.facts
                            delegate: ColumnLayout {
                                id: fact
                                required property string label
                                required property string value
                                spacing: 0
                                Layout.fillWidth: true
                                Label { text: fact.label; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
                                Label { text: fact.value; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                            }
                        }
                        Label { text: qsTr("What has left"); font: Theme.type.emphasis; Accessible.role: Accessible.Heading; Layout.fillWidth: true; Layout.topMargin: Theme.space.m }
                        Label { visible: records.count === 0; text: qsTr("Nothing has left."); color: Theme.color.ink2; Layout.fillWidth: true }
                        Repeater {
                            id: records
                            model: page.consents.left
                            delegate: RowLayout {
                                id: record
                                required property string label
                                required property string value
                                spacing: Theme.space.s
                                Layout.fillWidth: true
                                Label { text: record.label; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                                Label { text: record.value; font: Theme.type.dense; color: Theme.color.ink2 }
                            }
                        }
                    }
                }
            }
        }
    }
}
