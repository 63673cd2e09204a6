pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// The card as the ABHA service drew it at the last proof. It comes to the screen when it is asked for.
Card {
    id: panel
    required property var card
    readonly property bool shown: panel.card.drawn !== ""
    // The button that was pressed goes away: the keyboard goes on from the next one.
    property bool asked: false
    onShownChanged: if (panel.shown && panel.asked) save.forceActiveFocus()

    title: qsTr("ABHA card")
    Label { visible: panel.card.problem !== ""; text: panel.card.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Label {
        visible: !panel.shown
        text: panel.card.none ? qsTr("No card is kept in this file: verify the ABHA once more, and it comes with it.")
            : qsTr("As it was drawn at the last proof made here. Whoever looks at it stands in the trail.")
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    GridLayout {
        visible: panel.shown
        columns: panel.width < 160 * Theme.size.unit ? 1 : 2
        columnSpacing: Theme.space.l
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Picture {
            visible: !empty
            image: panel.card.picture
            Layout.preferredWidth: 95 * Theme.size.unit
            Layout.preferredHeight: 60 * Theme.size.unit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("ABHA card")
        }
        Picture {
            visible: !empty
            image: panel.card.qr
            Layout.preferredWidth: 45 * Theme.size.unit
            Layout.preferredHeight: 45 * Theme.size.unit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code of the ABHA")
        }
    }
    Label { visible: panel.shown; text: qsTr("Drawn %1. What changed since then stands on a new one, with the next verification.").arg(panel.card.drawn); color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Flow {
        spacing: Theme.space.s
        Layout.fillWidth: true
        Button { visible: !panel.shown && !panel.card.none; text: qsTr("Show the card"); iconName: "card"; busy: panel.card.busy; onClicked: { panel.asked = true; panel.card.show(); } }
        Button { id: save; visible: panel.shown; text: qsTr("Save the card"); iconName: "save"; onClicked: { dialog.active = true; dialog.item.open(); } }
        Button { visible: panel.shown; text: qsTr("Print the card"); iconName: "print"; onClicked: panel.card.print() }
    }
    Label { visible: text !== ""; text: panel.card.told; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
    Loader { id: dialog; active: false; sourceComponent: CardFileDialog { onChosen: file => panel.card.save(file) } }
}
