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
    lineHeight: label.lineCount > 1 ? Theme.lineHeight : 1
    verticalAlignment: Text.AlignVCenter

    Accessible.role: Accessible.StaticText
    Accessible.name: label.text
}
