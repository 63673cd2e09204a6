import QtQuick
import Nadi.Theme

// Every text on a page. Plain text only: names and messages come from outside.
Text {
    id: label

    font: Theme.type.body
    color: Theme.color.ink
    linkColor: Theme.color.primary
    textFormat: Text.PlainText
    elide: wrapMode === Text.NoWrap ? Text.ElideRight : Text.ElideNone
    lineHeight: Theme.lineHeight
    // Wrapped text hangs from its top: a layout of Qt 6.4 may keep the height of an earlier, narrower wrapping.
    verticalAlignment: wrapMode === Text.NoWrap ? Text.AlignVCenter : Text.AlignTop

    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
}
