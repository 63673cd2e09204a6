import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// One of the large ways to say who it is.
Button {
    id: tile
    property string value
    property bool chosen: false

    implicitHeight: 2 * Theme.size.control + Theme.space.s
    checked: tile.chosen
    ink: tile.chosen ? Theme.color.onTint : Theme.color.ink
    font: tile.chosen ? Theme.type.emphasisStrong : Theme.type.emphasis
    Layout.fillWidth: true
    Accessible.role: Accessible.RadioButton
    Accessible.checked: tile.chosen
}
