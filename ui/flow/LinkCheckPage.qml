pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// Step 3: three gates in order. Linked goes straight on; unlinked links itself and shows each stage; care is never held up.
FlowFrame {
    id: page
    required property LinkCheckController check
    signal goOn()
    signal abhaAsked(bool create)

    step: 3
    patient: page.check.patient
    problem: page.check.problem
    problemCode: page.check.problemCode
    primaryText: page.check.ready || !page.check.loaded ? qsTr("Add prescription") : qsTr("Continue, share later")
    primaryIcon: "prescription"
    onPrimary: page.goOn()

    Keys.onPressed: event => {
        event.accepted = page.check.identityOpen && event.key === Qt.Key_V && event.modifiers === Qt.NoModifier;
        if (event.accepted)
            page.abhaAsked(false);
    }
    Shortcut { sequence: "F7"; enabled: page.check.identityOpen; onActivated: page.check.continueWithout() }
    Connections {
        target: page.check
        function onDeclined() { page.goOn(); }
    }

    ScrollArea {
        id: area
        contentHeight: grid.implicitHeight
        implicitHeight: page.narrow ? grid.implicitHeight : 0
        Layout.fillWidth: true
        Layout.fillHeight: true
        GridLayout {
            id: grid
            width: area.availableWidth
            columns: page.narrow ? 1 : 2
            columnSpacing: Theme.space.l + Theme.space.xs
            rowSpacing: Theme.space.m
            ColumnLayout {
                spacing: Theme.space.m
                Layout.fillWidth: true
                Layout.preferredWidth: 8
                Layout.alignment: Qt.AlignTop
                Headline {
                    visible: page.check.loaded
                    standing: page.check.standing
                    title: page.check.title
                    detail: page.check.detail
                    iconName: page.check.ready ? "link" : Theme.standingIcon(page.check.standing)
                    Layout.fillWidth: true
                }
                Skeleton { running: !page.check.loaded; rows: 4; Layout.fillWidth: true }
                Card {
                    visible: page.check.loaded
                    spacing: 0
                    Layout.fillWidth: true
                    Repeater {
                        id: gates
                        model: page.check.gates
                        delegate: GateLine {
                            required property int index
                            first: index === 0
                            last: index === gates.count - 1
                            Layout.fillWidth: true
                        }
                    }
                }
            }
            ColumnLayout {
                spacing: Theme.space.m
                Layout.fillWidth: true
                Layout.preferredWidth: 5
                Layout.alignment: Qt.AlignTop
                AskForAbha {
                    visible: page.check.identityOpen
                    check: page.check
                    Layout.fillWidth: true
                    onAsked: create => page.abhaAsked(create)
                }
                Card {
                    visible: page.check.linking || page.check.stages.count > 0
                    title: qsTr("Linking %1").arg(page.check.facilityName)
                    aside: page.check.elapsed
                    Layout.fillWidth: true
                    Channel { stages: page.check.stages; small: true; Layout.fillWidth: true; Layout.topMargin: Theme.space.xs }
                }
                Card {
                    title: page.check.ready ? qsTr("What will be shared") : qsTr("What happens meanwhile")
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    ShareLine { visible: page.check.ready; iconName: "prescription"; text: qsTr("One prescription from this visit"); Layout.fillWidth: true }
                    ShareLine { visible: page.check.ready; iconName: "patient"; text: qsTr("To the ABHA app of %1 only").arg(page.check.patient.name); Layout.fillWidth: true }
                    ShareLine { visible: page.check.ready; iconName: "clinic"; text: qsTr("From %1").arg(page.check.facilityName); Layout.fillWidth: true }
                    ShareLine { visible: page.check.ready; iconName: "lock"; text: qsTr("Nothing leaves before you confirm."); Layout.fillWidth: true }
                    ShareLine { visible: !page.check.ready; iconName: "check"; text: qsTr("The visit is booked."); Layout.fillWidth: true }
                    ShareLine { visible: !page.check.ready; iconName: "check"; text: qsTr("You add and confirm the prescription now."); Layout.fillWidth: true }
                    ShareLine { visible: !page.check.ready; iconName: "clock"; ink: Theme.color.waitF; text: qsTr("It waits in the outbox, safe on this computer."); Layout.fillWidth: true }
                    ShareLine {
                        visible: !page.check.ready
                        iconName: page.check.hopeless ? "flag" : "send"
                        text: page.check.hopeless ? qsTr("It leaves when the manager has put this right.") : qsTr("It leaves by itself when everything is confirmed.")
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
