pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// What a registry answered, and the chosen entry beside our own data.
Card {
    id: answer
    required property RegistryController registry

    // Up and down go from row to row as in a list.
    function step(row: Item, forward: bool) {
        const next = row.nextItemInFocusChain(forward);
        if (next.parent === row.parent)
            next.forceActiveFocus();
    }

    title: answer.registry.aboutDoctor ? qsTr("What HPR says") : qsTr("What HFR says")
    spacing: Theme.space.s
    Skeleton { visible: running; running: answer.registry.looking && answer.registry.found.count === 0; rows: 2; Layout.fillWidth: true }
    Empty {
        visible: answer.registry.answered && answer.registry.found.count === 0
        iconName: "search"
        text: answer.registry.aboutDoctor ? qsTr("HPR knows nobody with this number.") : qsTr("HFR knows no such facility.")
        detail: qsTr("Check the entry, or ask for the certificate.")
        Layout.fillWidth: true
    }
    Repeater {
        model: answer.registry.found
        delegate: ListRow {
            id: entry
            required property string title
            required property string chip
            required property int standing
            required property int index
            required property var model
            iconName: entry.model.iconName
            text: entry.title
            detail: entry.model.detail
            Keys.onDownPressed: answer.step(entry, true)
            Keys.onUpPressed: answer.step(entry, false)
            current: entry.index === answer.registry.picked
            opens: false
            Layout.fillWidth: true
            onClicked: answer.registry.pick(entry.index)
            StateChip { standing: entry.standing; text: entry.chip }
        }
    }
    Button { visible: answer.registry.moreThere; text: qsTr("Show more"); iconName: "chevron-down"; busy: answer.registry.looking; onClicked: answer.registry.findMore() }
    IdentityCompare {
        visible: answer.registry.picked >= 0
        leftTitle: qsTr("Our data")
        rightTitle: answer.registry.aboutDoctor ? "HPR" : "HFR"
        rows: answer.registry.comparison
        Layout.fillWidth: true
        Layout.topMargin: Theme.space.m
    }
}
