// Not Bound: the list of Qt 6.4 makes its headings in a context of its own and refuses bound components.
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk

// What needs a person: the cause once, under it every record with it, each with one action.
FocusScope {
    id: page
    required property AttentionController attention
    signal patientOpened(string patient)
    signal repairAsked(string patient)
    signal duplicatesAsked()
    signal registryAsked()
    signal medicineListsAsked()
    signal consentsAsked()

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        RowLayout {
            Layout.fillWidth: true
            Label {
                text: page.attention.rows.count > 0 ? qsTr("%n need you", "", page.attention.rows.count) : qsTr("Needs attention")
                font: Theme.type.page
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
            }
            Button { text: qsTr("Consents"); key: "Ctrl+Shift+K"; iconName: "lock"; onClicked: page.consentsAsked() }
            Button { text: qsTr("Medicine lists"); key: "Ctrl+Shift+L"; iconName: "prescription"; onClicked: page.medicineListsAsked() }
            Button { text: qsTr("National registries"); key: "Ctrl+Shift+R"; iconName: "clinic"; onClicked: page.registryAsked() }
            Button { text: qsTr("Likely duplicates"); iconName: "patients"; onClicked: page.duplicatesAsked() }
        }
        Label { visible: page.attention.problem !== ""; text: page.attention.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
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
                    model: page.attention.rows
                    boundsBehavior: Flickable.StopAtBounds
                    section.property: "sentence"
                    section.delegate: RowLayout {
                        id: heading
                        required property string section
                        width: ListView.view.width
                        spacing: Theme.space.s
                        Icon { name: "attention"; color: Theme.color.helpF; Layout.preferredWidth: Theme.size.icon; Layout.preferredHeight: Theme.size.icon }
                        Label { text: heading.section; font: Theme.type.bodyStrong; wrapMode: Text.WordWrap; Layout.fillWidth: true; Layout.topMargin: Theme.space.m; Layout.bottomMargin: Theme.space.xs }
                        Button { visible: page.attention.retries(heading.section); text: qsTr("Send all again"); iconName: "retry"; onClicked: page.attention.retryAll(heading.section) }
                    }
                    Accessible.role: Accessible.List
                    Accessible.name: qsTr("Needs attention")
                    delegate: AttentionRow {
                        width: list.width
                        onActed: retries ? page.attention.retry(flow) : keepsApart ? page.attention.keepApart(flow) : compares ? page.repairAsked(patient) : page.patientOpened(patient)
                        onClicked: page.patientOpened(patient)
                    }
                }
                Skeleton { anchors.fill: parent; rows: 4; running: !page.attention.loaded }
                Empty {
                    visible: page.attention.loaded && list.count === 0
                    anchors.centerIn: parent
                    width: Math.min(parent.width, Theme.size.dialog)
                    iconName: "check"
                    text: qsTr("Nothing needs you.")
                    detail: qsTr("A record that cannot go on by itself appears here with one thing to do.")
                }
            }
        }
    }
}
