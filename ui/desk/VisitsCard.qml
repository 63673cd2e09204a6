pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Desk

// A patient's visits; a coming one can be moved (M) and cancelled (C, with a reason).
Card {
    id: card
    required property PatientController file
    property string cancelling
    signal moveAsked(string appointment)

    title: qsTr("Visits")

    Repeater {
        model: card.file.visits
        delegate: ListRow {
            id: row
            required property string appointment
            required property string title
            required property bool mayChange
            required property var model
            function move() { if (row.mayChange) card.moveAsked(row.appointment); }
            function cancel() {
                if (!row.mayChange)
                    return;
                card.cancelling = row.appointment;
                dialog.open();
            }
            text: title
            detail: model.detail
            iconName: "calendar"
            opens: false
            Layout.fillWidth: true
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_M || event.key === Qt.Key_C;
                if (event.key === Qt.Key_M)
                    row.move();
                else if (event.key === Qt.Key_C)
                    row.cancel();
            }
            Button { visible: row.mayChange; text: qsTr("Move"); key: "M"; kind: Button.Kind.Quiet; onClicked: row.move() }
            Button { visible: row.mayChange; text: qsTr("Cancel visit"); key: "C"; kind: Button.Kind.Quiet; onClicked: row.cancel() }
        }
    }
    Label {
        visible: card.file.loaded && card.file.visits.count === 0
        text: qsTr("No visits yet. F2 books one.")
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Item { Layout.fillHeight: true }

    Dialog {
        id: dialog
        title: qsTr("Cancel this visit?")
        message: qsTr("The time becomes free for others at once.")
        confirmText: qsTr("Cancel the visit")
        cancelText: qsTr("Keep it")
        destructive: true
        reason: why.text.trim() === "" ? qsTr("Write a reason first.") : ""
        onConfirmed: card.file.cancelVisit(card.cancelling, why.text.trim())
        onOpened: why.forceActiveFocus()
        onClosed: why.text = ""
        Field { id: why; label: qsTr("Reason"); Layout.fillWidth: true; onAccepted: dialog.confirm() }
    }
}
