pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk

// One patient's file: the last record and what became of it first, visits beside it.
FocusScope {
    id: page
    required property PatientController file
    signal recordOpened(string record, bool draft)
    signal recordPointed(string record) // it has the keyboard
    signal addAsked()
    signal writeAsked(string kind) // empty: ask which
    signal identityAsked()
    signal consentsAsked()
    signal bookAsked()
    signal moveAsked(string appointment)
    signal abhaAsked()
    signal repairAsked()

    readonly property bool narrow: page.width < Theme.size.narrow

    Keys.onPressed: event => {
        const asked = {
            [Qt.Key_U]: page.addAsked,
            [Qt.Key_W]: () => page.writeAsked("prescription"),
            [Qt.Key_O]: () => page.writeAsked(""),
            [Qt.Key_V]: page.abhaAsked,
            [Qt.Key_I]: page.identityAsked,
            [Qt.Key_G]: page.consentsAsked,
            [Qt.Key_C]: page.file.needsComparison ? page.repairAsked : undefined
        }[event.key];
        event.accepted = event.modifiers === Qt.NoModifier && asked !== undefined;
        if (event.accepted)
            asked();
    }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        PatientBar {
            name: page.file.patient.name
            facts: page.file.patient.facts
            initials: page.file.patient.initials
            abha: page.file.patient.abha
            verified: page.file.patient.verified
            Layout.fillWidth: true
        }
        Label { visible: page.file.problem !== ""; text: page.file.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        Flow {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Button { text: qsTr("Add prescription"); key: "U"; iconName: "prescription"; kind: Button.Kind.Primary; focus: true; onClicked: page.addAsked() }
            Button { text: qsTr("Write prescription"); key: "W"; iconName: "prescription"; onClicked: page.writeAsked("prescription") }
            Button { text: qsTr("Write other record"); key: "O"; iconName: "record"; onClicked: page.writeAsked("") }
            Button { text: qsTr("Book"); key: "F2"; iconName: "calendar"; onClicked: page.bookAsked() }
            Button { visible: page.file.needsComparison; text: qsTr("Compare with the health account"); key: "C"; iconName: "attention"; onClicked: page.repairAsked() }
        }
        ScrollArea {
            id: area
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: grid.height
            GridLayout {
                id: grid
                width: area.availableWidth
                height: Math.max(area.height, implicitHeight)
                columns: page.narrow ? 1 : 2
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.m
                Card {
                    title: qsTr("Records")
                    aside: qsTr("%n in this file", "", page.file.history.count)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 3
                    Repeater {
                        model: page.file.history
                        delegate: ListRow {
                            id: line
                            required property string record
                            required property string title
                            required property string chip
                            required property int standing
                            required property bool draft
                            required property var model
                            text: title
                            detail: model.detail
                            iconName: "prescription"
                            Layout.fillWidth: true
                            onClicked: page.recordOpened(record, draft)
                            onActiveFocusChanged: if (activeFocus && !line.draft) page.recordPointed(line.record)
                            StateChip { standing: line.standing; text: line.chip }
                        }
                    }
                    Skeleton { running: !page.file.loaded; rows: 3; Layout.fillWidth: true }
                    Empty {
                        visible: page.file.loaded && page.file.history.count === 0
                        iconName: "record"
                        text: qsTr("First visit.")
                        detail: qsTr("Records appear here with what became of them.")
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space.xl
                    }
                    Item { Layout.fillHeight: true }
                }
                ColumnLayout {
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 2
                    VisitsCard {
                        file: page.file
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        onMoveAsked: appointment => page.moveAsked(appointment)
                    }
                    Card {
                        title: qsTr("Identity and consents")
                        Layout.fillWidth: true
                        Repeater {
                            model: [
                                {text: page.file.patient.verified ? qsTr("ABHA again") : qsTr("Verify or create ABHA"), key: "V", icon: "abha-app", asked: page.abhaAsked},
                                {text: qsTr("Numbers and merges"), key: "I", icon: "patients", asked: page.identityAsked},
                                {text: qsTr("Consents"), key: "G", icon: "lock", asked: page.consentsAsked}
                            ]
                            delegate: ListRow {
                                id: way
                                required property var modelData
                                required property int index
                                text: modelData.text
                                iconName: modelData.icon
                                divided: index < 2
                                Layout.fillWidth: true
                                onClicked: modelData.asked()
                                KeyHint { key: way.modelData.key }
                            }
                        }
                    }
                }
            }
        }
    }
}
