pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk
import Nadi.People

// Step 1: the day at a glance. Who waits, who comes, what needs a person, what arrived.
FocusScope {
    id: page
    required property DayBoardController board
    required property SharesController shares
    signal patientOpened(string patient)
    signal shareOpened(string share)
    signal sharesAsked()
    signal attentionOpened()
    signal bookAsked()
    signal addAsked()
    signal newPatientAsked()

    readonly property bool narrow: page.width < Theme.size.narrow

    ScrollArea {
        id: area
        anchors { fill: parent; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        contentHeight: body.height
        Item {
            id: body
            width: area.availableWidth
            height: Math.max(area.height, column.implicitHeight + 2 * Theme.space.l)
            ColumnLayout {
                id: column
                anchors { fill: parent; topMargin: Theme.space.l; bottomMargin: Theme.space.l }
                spacing: Theme.space.m

                GridLayout {
                    columns: page.narrow ? 1 : 2
                    columnSpacing: Theme.space.l
                    Layout.fillWidth: true
                    ColumnLayout {
                        spacing: 0
                        Layout.fillWidth: true
                        Label { text: page.board.title; font: Theme.type.page; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
                        Label { text: page.board.loaded ? page.board.summary : qsTr("Reading today"); font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
                    }
                    RowLayout {
                        spacing: Theme.space.s
                        Button { text: qsTr("New patient"); key: page.narrow ? "" : "Ctrl+N"; iconName: "patient"; onClicked: page.newPatientAsked() }
                        Button { text: qsTr("Add prescription"); key: page.narrow ? "" : "F8"; iconName: "prescription"; onClicked: page.addAsked() }
                        Button { text: qsTr("Book"); key: "F2"; iconName: "calendar"; kind: Button.Kind.Primary; onClicked: page.bookAsked() }
                    }
                }
                Label {
                    visible: page.board.problem !== ""
                    text: page.board.problem
                    color: Theme.color.helpF
                    wrapMode: Text.WordWrap
                    Layout.fillWidth: true
                }
                GridLayout {
                    columns: page.narrow ? 1 : 3
                    columnSpacing: Theme.space.l
                    rowSpacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    DayColumn {
                        title: qsTr("Waiting now")
                        aside: qsTr("%n people", "", page.board.waiting.count)
                        model: page.board.waiting
                        loading: !page.board.loaded
                        prominent: true
                        emptyText: qsTr("Nobody is waiting.")
                        emptyDetail: qsTr("Who arrives appears here with a number.")
                        onOpened: patient => page.patientOpened(patient)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 10
                    }
                    DayColumn {
                        title: qsTr("Today's appointments")
                        aside: qsTr("%n in all", "", page.board.expected.count)
                        model: page.board.expected
                        loading: !page.board.loaded
                        emptyText: qsTr("No appointments.")
                        emptyDetail: qsTr("F2 books one.")
                        onOpened: patient => page.patientOpened(patient)
                        onArrived: appointment => page.board.markArrived(appointment)
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 13
                    }
                    ColumnLayout {
                        spacing: Theme.space.m
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 9
                        SharesCard { shares: page.shares; Layout.fillWidth: true; onOpened: share => page.shareOpened(share); onAllAsked: page.sharesAsked() }
                        AttentionCard { board: page.board; Layout.fillWidth: true; onOpened: page.attentionOpened() }
                        SentToday { visibleCount: page.board.visible; opened: page.board.opened; unconfirmed: page.board.unconfirmed; Layout.fillWidth: true }
                        Item { Layout.fillHeight: true }
                    }
                }
            }
        }
    }
}
