pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Our clinic and its doctors beside the national registries: look one up, compare, take its numbers over (IT-2, MG-3).
FocusScope {
    id: page
    required property RegistryController registry
    signal back()
    signal letterheadAsked(string doctor)

    readonly property bool narrow: page.width < Theme.size.narrow

    function act() {
        if (take.enabled)
            page.registry.takeOver();
    }
    // Up and down go from row to row as in a list.
    function step(row: Item, forward: bool) {
        const next = row.nextItemInFocusChain(forward);
        if (next.parent === row.parent)
            next.forceActiveFocus();
    }
    Shortcut { sequence: "F9"; onActivated: page.act() }

    ColumnLayout {
        anchors { fill: parent; margins: Theme.space.l; leftMargin: Theme.space.l + Theme.space.xs; rightMargin: anchors.leftMargin }
        spacing: Theme.space.m
        Label { text: qsTr("National registries"); font: Theme.type.page; Accessible.role: Accessible.Heading; Layout.fillWidth: true }
        Label { text: qsTr("The clinic in HFR, its doctors in HPR. Nothing is changed here before you take it over."); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        ScrollArea {
            id: area
            contentHeight: grid.implicitHeight
            // What is compared is below a long answer.
            onContentHeightChanged: if (page.registry.picked >= 0) area.contentY = Math.max(0, area.contentHeight - area.height)
            Layout.fillWidth: true
            Layout.fillHeight: true
            GridLayout {
                id: grid
                width: area.availableWidth
                columns: page.narrow ? 1 : 2
                columnSpacing: Theme.space.l
                rowSpacing: Theme.space.m
                Card {
                    title: qsTr("Our data")
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.alignment: Qt.AlignTop
                    Skeleton { visible: running; running: !page.registry.loaded && page.registry.problem === ""; rows: 3; Layout.fillWidth: true }
                    Repeater {
                        model: page.registry.ours
                        delegate: ListRow {
                            id: own
                            required property string id
                            required property string title
                            required property string chip
                            required property int standing
                            required property int index
                            required property var model
                            focus: own.index === 0
                            iconName: own.model.iconName
                            text: own.title
                            detail: own.model.detail
                            Keys.onDownPressed: page.step(own, true)
                            Keys.onUpPressed: page.step(own, false)
                            current: own.id === page.registry.chosen
                            Layout.fillWidth: true
                            onClicked: { page.registry.choose(own.id); form.begin(); }
                            StateChip { visible: own.chip !== ""; standing: own.standing; text: own.chip }
                        }
                    }
                }
                ColumnLayout {
                    spacing: Theme.space.m
                    Layout.fillWidth: true
                    Layout.preferredWidth: 3
                    Layout.alignment: Qt.AlignTop
                    Card {
                        title: page.registry.aboutDoctor ? qsTr("Look up the doctor in HPR") : qsTr("Look up the clinic in HFR")
                        spacing: Theme.space.m
                        Layout.fillWidth: true
                        Empty {
                            visible: !page.registry.reachable
                            iconName: "network-off"
                            text: qsTr("Looking up is not set up here.")
                            detail: page.registry.aboutDoctor ? qsTr("IT sets the gateway's client and the address registry.professionalUrl; until then the numbers of the clinic file stay.")
                                : qsTr("IT sets the gateway's client and the address registry.facilitySearchUrl; until then the numbers of the clinic file stay.")
                            Layout.fillWidth: true
                        }
                        RegistryForm { id: form; visible: page.registry.reachable; registry: page.registry; narrow: page.narrow; Layout.fillWidth: true }
                        RowLayout {
                            visible: page.registry.problem !== ""
                            spacing: Theme.space.m
                            Layout.fillWidth: true
                            Label { text: page.registry.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
                            Button { visible: text !== ""; text: page.registry.problemAction; iconName: "retry"; onClicked: page.registry.mend() }
                        }
                    }
                    RegistryAnswer { visible: page.registry.looking || page.registry.answered; registry: page.registry; Layout.fillWidth: true }
                }
            }
        }
        RowLayout {
            spacing: Theme.space.m
            Layout.fillWidth: true
            Label { visible: page.registry.picked >= 0; text: page.registry.reason !== "" ? page.registry.reason : page.registry.namesDiffer ? qsTr("The names differ. Take it over only when you are sure; our name stays as it is.") : ""; color: page.registry.namesDiffer ? Theme.color.helpF : Theme.color.ink2; wrapMode: Text.WordWrap; horizontalAlignment: Text.AlignRight; Layout.fillWidth: true }
            Item { visible: page.registry.picked < 0; Layout.fillWidth: true }
            Button { text: qsTr("Letterhead"); reason: page.registry.aboutDoctor ? "" : qsTr("Choose the doctor first."); onClicked: page.letterheadAsked(page.registry.chosen) }
            Button { text: qsTr("Back"); key: qsTr("Esc"); onClicked: page.back() }
            Button {
                id: take
                text: qsTr("Take over")
                iconName: "check"
                key: "F9"
                kind: Button.Kind.Primary
                busy: page.registry.busy
                reason: page.registry.reason
                onClicked: page.act()
            }
        }
    }
}
