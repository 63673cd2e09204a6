pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// One scan: who it is. The program proposes with reasons, a person decides (FD-2).
FocusScope {
    id: page
    required property ShareController share
    signal back()

    readonly property bool narrow: page.width < Theme.size.narrow
    readonly property bool asNew: page.share.chosen < 0

    function act() {
        if (!primary.enabled)
            return;
        if (page.asNew)
            page.share.registerNew(gaps.entries);
        else
            page.share.accept(why.text);
    }
    Shortcut { sequence: "F9"; onActivated: page.act() }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        PatientBar {
            name: page.share.person.name
            facts: page.share.person.facts
            initials: page.share.person.initials
            abha: page.share.person.abha
            verified: true
            Layout.fillWidth: true
            Label { text: qsTr("Number %1").arg(page.share.token); font: Theme.type.page }
        }
        Label { visible: page.share.problem !== ""; text: page.share.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
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
                Skeleton { visible: running; running: !page.share.loaded; rows: 4; Layout.fillWidth: true }
                CandidateCard { visible: page.share.loaded; share: page.share; Layout.fillWidth: true; Layout.preferredWidth: 1; Layout.alignment: Qt.AlignTop }
                ColumnLayout {
                    visible: page.share.loaded
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                    ShareFactsCard { visible: !page.asNew; share: page.share; Layout.fillWidth: true }
                    GapsCard { id: gaps; visible: page.asNew; gaps: page.share.gaps; Layout.fillWidth: true; onSubmitted: page.act() }
                    Field { id: why; visible: page.share.needsReason; label: qsTr("Why is it the same person?"); help: qsTr("Mobile, sex, age and name do not all agree."); Layout.fillWidth: true; onAccepted: page.act() }
                }
            }
        }
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Button { text: qsTr("Not for this desk"); kind: Button.Kind.Quiet; onClicked: page.share.dismiss("") }
            Item { Layout.fillWidth: true }
            Button { text: qsTr("Back"); key: qsTr("Esc"); onClicked: page.back() }
            Button {
                id: primary
                focus: true
                text: page.asNew ? qsTr("Register and book") : qsTr("It is this person, book")
                iconName: "check"
                key: "F9"
                kind: Button.Kind.Primary
                busy: page.share.busy
                reason: !page.share.loaded ? qsTr("Reading the files")
                    : page.share.decided ? qsTr("Decided already")
                    : page.share.needsReason && why.text.trim() === "" ? qsTr("Write why it is the same person.") : ""
                onClicked: page.act()
            }
        }
    }
    Component.onCompleted: primary.forceActiveFocus()
}
