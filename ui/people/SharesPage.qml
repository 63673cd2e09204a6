pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Everybody who scanned in the last day, waiting ones first; and the posters they scan.
FocusScope {
    id: page
    required property SharesController shares
    signal shareOpened(string share)
    signal newPatientAsked()
    signal postersAsked()

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label { text: qsTr("Scanned our QR"); font: Theme.type.page; Accessible.role: Accessible.Heading; Layout.fillWidth: true }
                Label { text: page.shares.listening; font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
            }
            Button { text: qsTr("QR posters"); iconName: "copy"; onClicked: page.postersAsked() }
            Button { text: qsTr("Register by hand"); key: "Ctrl+N"; iconName: "patient"; onClicked: page.newPatientAsked() }
        }
        Label { visible: page.shares.problem !== ""; text: page.shares.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
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
                    model: page.shares.rows
                    boundsBehavior: Flickable.StopAtBounds
                    keyNavigationEnabled: true
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Scans")
                    delegate: ListRow {
                        id: row
                        required property string share
                        required property string token
                        required property string name
                        required property string chip
                        required property int standing
                        required property bool waiting
                        required property int index
                        required property var model
                        width: list.width
                        focus: row.index === 0
                        leadingText: row.token
                        text: row.name
                        detail: model.detail
                        opacity: row.chip === "" ? 1 : 0.75
                        onClicked: page.shareOpened(row.share)
                        onActiveFocusChanged: if (activeFocus) list.currentIndex = row.index
                        StateChip { visible: row.chip !== ""; standing: row.standing; text: row.chip }
                    }
                }
                Skeleton { anchors.fill: parent; rows: 4; running: !page.shares.loaded }
                Empty {
                    visible: page.shares.loaded && list.count === 0
                    anchors.centerIn: parent
                    width: Math.min(parent.width, Theme.size.dialog)
                    iconName: "phone"
                    text: qsTr("Nobody has scanned yet.")
                    detail: qsTr("Patients scan the poster with their ABHA app; they appear here with a number.")
                    action: qsTr("Print a QR poster")
                    onAsked: page.postersAsked()
                }
            }
        }
    }
}
