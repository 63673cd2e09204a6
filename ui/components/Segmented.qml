pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme

// A choice of two or three, all in sight. `options` is a list of {value, text, icon}.
RowLayout {
    id: segmented
    required property string label
    required property var options
    property string value
    signal chosen(string value)

    spacing: Theme.space.s
    Accessible.role: Accessible.Grouping
    Accessible.name: segmented.label

    Repeater {
        model: segmented.options
        delegate: Button {
            id: option
            required property var modelData
            readonly property bool chosenNow: modelData.value === segmented.value

            text: modelData.text
            iconName: modelData.icon ?? ""
            checked: chosenNow
            ink: chosenNow ? Theme.color.onTint : Theme.color.ink
            font: chosenNow ? Theme.type.bodyStrong : Theme.type.body
            Layout.fillWidth: true
            Accessible.role: Accessible.RadioButton
            Accessible.checked: chosenNow
            onClicked: segmented.chosen(modelData.value)
        }
    }
}
