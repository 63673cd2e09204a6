import QtQuick
import Nadi.Theme

// A key cap, and what the key does when `action` is given.
Row {
    id: hint
    required property string key
    property string action
    property color ink: Theme.color.ink2
    property color cap: Theme.color.sunken
    property color outline: Theme.color.line

    spacing: Theme.space.xs + Theme.space.xxs
    Accessible.role: Accessible.StaticText
    Accessible.name: hint.action === "" ? hint.key : qsTr("%1: %2", "key and its action").arg(hint.key).arg(hint.action)

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: Math.max(Theme.size.keyCap, keyText.implicitWidth + 2 * Theme.space.xs + Theme.space.xxs)
        implicitHeight: Theme.size.keyCap
        radius: Theme.radius.small
        color: hint.cap
        border { width: Theme.size.hairline; color: hint.outline }

        Text {
            id: keyText
            anchors.centerIn: parent
            text: hint.key
            textFormat: Text.PlainText
            font: Theme.type.captionStrong
            color: hint.ink
        }
    }
    Text {
        anchors.verticalCenter: parent.verticalCenter
        visible: hint.action !== ""
        text: hint.action
        textFormat: Text.PlainText
        font: Theme.type.dense
        color: hint.ink
    }
}
