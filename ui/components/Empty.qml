import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// What will be here, and the key to begin.
ColumnLayout {
    id: empty
    required property string text
    property string detail
    property string iconName: "empty-ring"
    property string key
    property string action
    signal asked()

    spacing: Theme.space.s
    Accessible.role: Accessible.StaticText
    Accessible.name: empty.text

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: 2 * Theme.size.node
        Layout.preferredHeight: 2 * Theme.size.node
        radius: width / 2
        color: Theme.color.sunken
        Icon { anchors.centerIn: parent; name: empty.iconName; color: Theme.color.ink3; width: Theme.size.node; height: width }
    }
    Label {
        text: empty.text
        font: Theme.type.emphasis
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Label {
        visible: empty.detail !== ""
        text: empty.detail
        font: Theme.type.dense
        color: Theme.color.ink2
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.WordWrap
        Layout.fillWidth: true
    }
    Button {
        visible: empty.action !== ""
        text: empty.action
        key: empty.key
        Layout.alignment: Qt.AlignHCenter
        onClicked: empty.asked()
    }
}
