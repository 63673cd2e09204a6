pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// How the page in sight reads, whether it was straightened, and the way out when it cannot be read (B23).
ColumnLayout {
    id: care
    required property AddPrescriptionController add
    required property Item current
    readonly property bool unreadable: care.current !== null && care.current.unreadable

    spacing: Theme.space.s

    StateChip {
        visible: care.current !== null && care.current.mark !== ""
        standing: care.current ? care.current.markStanding : 0
        text: care.current ? care.current.mark : ""
    }
    Label {
        visible: care.current !== null && care.current.shrunk
        text: qsTr("Screen quality: the sent copy is smaller, the original stays in this clinic.")
        font: Theme.type.dense
        color: Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Label {
        visible: care.current !== null && care.current.advice !== ""
        text: care.current ? care.current.advice : ""
        font: Theme.type.dense
        color: care.unreadable ? Theme.color.helpF : Theme.color.ink2
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Button {
        visible: care.current !== null && care.current.mayStraighten
        text: care.current && care.current.straightened ? qsTr("Show as taken") : qsTr("Straighten")
        key: "S"
        iconName: "rotate"
        busy: care.add.busy
        Layout.fillWidth: true
        onClicked: care.add.straighten(care.current.page, !care.current.straightened)
    }
    Field {
        id: reason
        visible: care.unreadable
        label: qsTr("Why does it go as it is?")
        help: qsTr("Kept with the record and in the audit trail")
        maximumLength: 200
        Layout.fillWidth: true
        onAccepted: accept.clicked()
    }
    Button {
        id: accept
        visible: care.unreadable
        text: qsTr("Send it as it is")
        reason: reason.text.trim() === "" ? qsTr("Say why first") : ""
        Layout.fillWidth: true
        onClicked: {
            if (accept.enabled)
                care.add.acceptUnreadable(care.current.page, reason.text);
            reason.text = "";
        }
    }
}
