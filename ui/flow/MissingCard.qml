pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// What the record still has to say, each with the way to its field; below, what may be missing.
Card {
    id: card
    required property MissingPanel panel
    signal filled(int place)

    /// What stops the signature stands first on its page; what may be added comes last.
    required property bool first
    readonly property bool must: card.panel.musts.count > 0
    visible: card.first ? card.must : !card.must && card.panel.others.count > 0
    title: card.must ? qsTr("Still missing") : qsTr("May be added")
    spacing: Theme.space.s

    component MissingLine: RowLayout {
        id: line
        required property string sentence
        required property string action
        required property string source
        required property bool must
        required property int place
        spacing: Theme.space.m
        Layout.fillWidth: true
        ShareLine {
            iconName: line.must ? "attention" : "info"
            text: line.sentence
            ink: line.must ? Theme.color.helpF : Theme.color.ink2
            Layout.fillWidth: true
        }
        Button {
            text: line.action
            kind: line.must ? Button.Kind.Secondary : Button.Kind.Quiet
            Accessible.name: line.action + ": " + line.sentence
            Accessible.description: line.source
            onClicked: card.filled(line.place)
        }
    }
    Repeater { model: card.panel.musts; delegate: MissingLine {} }
    Label {
        visible: card.must && card.panel.others.count > 0
        text: qsTr("May be added")
        font: Theme.type.dense
        color: Theme.color.ink2
        Layout.topMargin: Theme.space.xs
    }
    Repeater { model: card.panel.others; delegate: MissingLine {} }
}
