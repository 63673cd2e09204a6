import QtQuick
import QtQuick.Templates as T
import Nadi.Theme

T.ItemDelegate {
    id: item
    property bool current: false

    implicitHeight: Theme.size.row
    Accessible.role: Accessible.ListItem
    Accessible.name: item.text
    contentItem: Label { leftPadding: Theme.space.s; text: item.text; color: item.current ? Theme.color.onTint : Theme.color.ink }
    background: Rectangle { radius: Theme.radius.small; color: item.current ? Theme.color.tint : "transparent" }
}
