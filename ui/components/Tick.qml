pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// A sentence that a person says yes to. Never ticked by the program.
T.CheckBox {
    id: tick
    implicitWidth: leftPadding + rightPadding + 60 * Theme.size.unit
    implicitHeight: Math.max(Theme.size.control, words.implicitHeight + Theme.space.s)
    leftPadding: Theme.size.icon + Theme.space.m
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: tick.text
    Keys.onReturnPressed: tick.toggle()
    Keys.onEnterPressed: tick.toggle()

    indicator: Rectangle {
        y: (tick.height - height) / 2
        width: Theme.size.icon
        height: width
        radius: Theme.radius.small
        color: tick.checked ? Theme.color.primary : Theme.color.surface
        border { width: Theme.size.stroke; color: tick.checked ? Theme.color.primary : Theme.color.edge }
        Icon { visible: tick.checked; anchors.centerIn: parent; name: "check"; color: Theme.color.onPrimary; width: Theme.size.iconSmall; height: width }
    }
    contentItem: Label { id: words; text: tick.text; wrapMode: Text.WordWrap; verticalAlignment: Text.AlignVCenter; Accessible.ignored: true }
    background: Item { FocusRing { target: tick } }
}
