pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// What the network compares, ours beside the health account. Corrected here, or the ABHA is verified again.
FocusScope {
    id: page
    required property RepairController repair
    signal back()
    signal verifyAsked()

    readonly property bool narrow: page.width < Theme.size.narrow
    readonly property var entries: ({name: nameField.text, gender: gender.value, birth: birth.text})

    function fill(values: var) {
        nameField.text = values.name;
        gender.value = values.gender;
        birth.text = values.birth;
    }
    function act() {
        if (save.enabled)
            page.repair.correct(page.entries);
    }
    Shortcut { sequence: "F9"; onActivated: page.act() }
    Connections {
        target: page.repair
        function onChanged() { page.fill(page.repair.ours); }
    }
    Component.onCompleted: page.fill(page.repair.ours)

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        PatientBar {
            name: page.repair.patient.name
            facts: page.repair.patient.facts
            initials: page.repair.patient.initials
            abha: page.repair.patient.abha
            verified: page.repair.patient.verified
            Layout.fillWidth: true
        }
        RowLayout {
            visible: page.repair.problem !== ""
            spacing: Theme.space.m
            Layout.fillWidth: true
            Label { text: page.repair.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
            Button { visible: page.repair.problemCode === "DB-STALE"; text: page.repair.problemAction; iconName: "retry"; onClicked: page.repair.reload() }
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
                    title: qsTr("What the health network compares")
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                    Skeleton { visible: running; running: !page.repair.loaded; rows: 3; Layout.fillWidth: true }
                    IdentityCompare {
                        visible: page.repair.loaded
                        leftTitle: qsTr("Our file")
                        rightTitle: qsTr("Health account")
                        rows: page.repair.rows
                        Layout.fillWidth: true
                    }
                    Label {
                        visible: page.repair.loaded
                        text: !page.repair.accountKnown ? qsTr("What the health account says is not known here. Verify the ABHA again to see it.")
                            : page.repair.agrees ? qsTr("Both agree as of the last proof. The account may have changed since: verify the ABHA again.")
                            : qsTr("Ask the patient which is right. Correct our file, or let the patient correct the account and verify again.")
                        color: Theme.color.ink2
                        wrapMode: Text.WordWrap
                        Layout.fillWidth: true
                    }
                    Button { text: page.repair.verified ? qsTr("Verify again") : qsTr("Verify the ABHA"); iconName: "abha-app"; onClicked: page.verifyAsked() }
                }
                Card {
                    title: qsTr("Correct our file")
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                    Field { id: nameField; label: qsTr("Name"); focus: true; error: page.repair.errors.name ?? ""; Layout.fillWidth: true; onAccepted: page.act() }
                    Segmented {
                        id: gender
                        label: qsTr("Sex")
                        options: [{value: "F", text: qsTr("Female")}, {value: "M", text: qsTr("Male")}, {value: "O", text: qsTr("Other")}]
                        Layout.fillWidth: true
                        onChosen: value => gender.value = value
                    }
                    Label { visible: text !== ""; text: page.repair.errors.gender ?? ""; font: Theme.type.caption; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                    Field { id: birth; label: qsTr("Age or birth date"); help: qsTr("46, 1980 or 12-10-1980"); error: page.repair.errors.birth ?? ""; Layout.fillWidth: true; onAccepted: page.act() }
                    Button {
                        visible: page.repair.accountKnown && !page.repair.agrees
                        text: qsTr("Take the account's values")
                        iconName: "copy"
                        onClicked: page.fill(page.repair.account)
                    }
                }
            }
        }
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Item { Layout.fillWidth: true }
            Button { text: qsTr("Back"); key: qsTr("Esc"); onClicked: page.back() }
            Button {
                id: save
                text: page.repair.verified ? qsTr("Save and send again") : qsTr("Save")
                iconName: "check"
                key: "F9"
                kind: Button.Kind.Primary
                busy: page.repair.busy
                reason: page.repair.loaded ? "" : qsTr("Reading the files")
                onClicked: page.act()
            }
        }
    }
}
