pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// The files that may belong to this person, best first, and the new file as the last choice.
Card {
    id: card
    required property ShareController share
    title: qsTr("Who is it?")
    Accessible.role: Accessible.List

    Label { text: card.share.headline; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    Repeater {
        model: card.share.candidates
        delegate: ListRow {
            id: row
            required property int index
            required property string name
            required property string facts
            required property string evidence
            text: row.name
            detail: row.facts + "\n" + row.evidence
            wraps: true
            iconName: "patient"
            current: card.share.chosen === row.index
            opens: false
            Layout.fillWidth: true
            onClicked: card.share.choose(row.index)
        }
    }
    ListRow {
        text: qsTr("A new file for this person")
        iconName: "add"
        current: card.share.loaded && card.share.chosen < 0
        opens: false
        divided: false
        Layout.fillWidth: true
        onClicked: card.share.choose(-1)
    }
}
