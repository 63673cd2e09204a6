pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// Who scanned the clinic's QR and waits for the desk; the newest three (FD-2).
Card {
    id: card
    required property SharesController shares
    signal opened(string share)
    signal allAsked()

    title: qsTr("Scanned our QR")
    aside: card.shares.waiting > 0 ? qsTr("%n waiting", "", card.shares.waiting) : ""
    iconName: "phone"

    Repeater {
        model: card.shares.rows
        delegate: ListRow {
            id: row
            required property int index
            required property string share
            required property string token
            required property string name
            required property bool waiting
            required property var model
            visible: row.waiting && row.index < 3
            leadingText: row.token
            text: row.name
            detail: model.detail
            Layout.fillWidth: true
            onClicked: card.opened(row.share)
        }
    }
    Label {
        visible: card.shares.loaded && card.shares.waiting === 0
        text: card.shares.listening
        font: Theme.type.dense
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Button {
        text: qsTr("All scans and posters")
        kind: Button.Kind.Quiet
        Layout.alignment: Qt.AlignRight
        onClicked: card.allAsked()
    }
}
