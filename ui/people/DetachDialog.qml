pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// A wrong ABHA goes off this file; what was linked outside under it stays visible there and is named first (B39).
Dialog {
    id: dialog
    required property list<string> linked
    signal detached(string reason)

    title: qsTr("Detach this ABHA?")
    message: dialog.linked.length > 0 ? qsTr("%n record(s) were linked outside and cannot be pulled back:", "", dialog.linked.length) : qsTr("Nothing was linked outside yet. What was not sent is held.")
    confirmText: qsTr("Detach")
    destructive: true
    reason: why.text.trim() === "" ? qsTr("Write a reason first.") : ""
    onConfirmed: dialog.detached(why.text)
    onOpened: why.forceActiveFocus()
    onClosed: why.text = ""

    Repeater {
        model: dialog.linked.slice(0, 8)
        delegate: Label {
            required property string modelData
            text: modelData
            font: Theme.type.dense
            color: Theme.color.ink2
            Layout.fillWidth: true
        }
    }
    Field { id: why; label: qsTr("Reason"); Layout.fillWidth: true; onAccepted: dialog.confirm() }
}
