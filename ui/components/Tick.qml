pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// A yes or no that somebody says: a box with its sentence, the whole line presses it.
T.CheckBox {
    id: tick

    focusPolicy: Qt.StrongFocus
    implicitWidth: leftPadding + contentItem.implicitWidth + rightPadding
    implicitHeight: Math.max(Theme.size.control, contentItem.implicitHeight + Theme.space.s)
    spacing: Theme.space.m
    font: Theme.type.body
    Accessible.role: Accessible.CheckBox
    Accessible.name: tick.text
    Accessible.checked: tick.checked
    Accessible.onPressAction: tick.answer()
    Accessible.onToggleAction: tick.answer()
    Keys.onReturnPressed: tick.answer()
    Keys.onEnterPressed: tick.answer()

    /// As the space bar does: toggle() alone would not say toggled().
    function answer() {
        tick.toggle();
        tick.toggled();
    }

    indicator: Rectangle {
        y: (tick.height - height) / 2
        width: Theme.size.icon
        height: width
        radius: Theme.radius.small
        color: tick.checked ? Theme.color.primary : Theme.color.surface
        border { width: Theme.size.hairline; color: tick.checked ? Theme.color.primary : Theme.color.edge }
        Icon {
            anchors { fill: parent; margins: Theme.space.xxs }
            visible: tick.checked
            name: "check"
            color: Theme.color.onPrimary
        }
        FocusRing { target: tick }
    }
    contentItem: Label {
        leftPadding: Theme.size.icon + tick.spacing
        text: tick.text
        font: tick.font
        wrapMode: Text.WordWrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
