import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// One plain fact with its icon: what goes, to whom, from whom.
RowLayout {
    id: line
    required property string iconName
    required property string text
    property color ink: Theme.color.primary

    spacing: Theme.space.m
    Icon { name: line.iconName; color: line.ink; Layout.preferredWidth: Theme.size.icon; Layout.preferredHeight: Theme.size.icon; Layout.alignment: Qt.AlignTop }
    Label { text: line.text; wrapMode: Text.WordWrap; Layout.fillWidth: true }
}
