pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk

// The count of what needs a person, by cause.
Card {
    id: card
    required property DayBoardController board
    signal opened()

    readonly property int needed: card.board.attentionCount
    title: card.needed > 0 ? qsTr("%n need you", "", card.needed) : qsTr("Nothing needs you")
    iconName: card.needed > 0 ? "attention" : "check"
    iconColor: card.needed > 0 ? Theme.color.helpF : Theme.color.okF

    Repeater {
        model: card.board.causes
        delegate: ListRow {
            required property string sentence
            required property int index
            required property var model
            text: sentence
            detail: model.detail
            divided: index < card.board.causes.count - 1
            Layout.fillWidth: true
            onClicked: card.opened()
        }
    }
    Label {
        visible: card.needed === 0
        text: qsTr("Every record is on its way or arrived.")
        font: Theme.type.dense
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Button {
        visible: card.needed > 0
        text: qsTr("Open list")
        kind: Button.Kind.Quiet
        key: "Ctrl+Shift+N"
        Layout.alignment: Qt.AlignRight
        onClicked: card.opened()
    }
}
