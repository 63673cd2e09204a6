import QtQuick
import Nadi.Theme
import Nadi.Components

// A state as a word with an icon with a colour. `standing` is one of Standing's six.
Rectangle {
    id: chip
    required property int standing
    required property string text
    property string iconName: Theme.standingIcon(chip.standing)

    implicitWidth: line.implicitWidth + 2 * Theme.space.s + Theme.space.xs
    implicitHeight: Theme.size.chip
    radius: chip.height / 2
    color: Theme.standingGround(chip.standing)
    border { width: Theme.outlined ? Theme.size.hairline : 0; color: Theme.standingInk(chip.standing) }

    Accessible.role: Accessible.StaticText
    Accessible.name: chip.text

    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.space.xs + Theme.space.xxs
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: chip.iconName
            color: Theme.standingInk(chip.standing)
            width: Theme.size.iconSmall
            height: width
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: chip.text
            textFormat: Text.PlainText
            font: Theme.type.dense
            color: Theme.standingInk(chip.standing)
        }
    }
}
