pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Ours beside the shared values, only where they are not alike.
Card {
    id: card
    required property ShareController share
    title: card.share.fields.count > 0 ? qsTr("Keep ours or take the shared value") : qsTr("File and scan agree")

    RowLayout {
        visible: card.share.fields.count > 0
        spacing: Theme.space.m
        Layout.fillWidth: true
        Item { Layout.preferredWidth: 26 * Theme.size.unit }
        Label { text: qsTr("Our file"); font: Theme.type.denseStrong; color: Theme.color.ink2; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        Label { text: qsTr("Shared by the ABHA app"); font: Theme.type.denseStrong; color: Theme.color.ink2; Layout.fillWidth: true; Layout.preferredWidth: 1 }
    }
    Repeater {
        model: card.share.fields
        delegate: FieldChoiceRow {
            id: row
            required property int index
            Layout.fillWidth: true
            onChosen: taken => card.share.take(row.index, taken)
        }
    }
}
