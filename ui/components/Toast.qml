import QtQuick
import Nadi.Theme
import Nadi.Components

// Says in passing that something is done. Never for an error: an error stays where it happened.
Rectangle {
    id: toast
    property string text

    function show(words: string) {
        toast.text = words;
        life.restart();
    }

    implicitWidth: line.implicitWidth + 2 * Theme.space.l
    implicitHeight: Theme.size.control + Theme.space.xs
    radius: Theme.radius.card
    color: Theme.color.okB
    border { width: Theme.size.hairline; color: Theme.color.okF }
    visible: opacity > 0
    opacity: life.running ? 1 : 0
    Behavior on opacity { NumberAnimation { duration: Theme.motion.state } }

    Accessible.role: Accessible.Notification
    Accessible.name: toast.text

    Timer { id: life; interval: Theme.motion.toast }
    Row {
        id: line
        anchors.centerIn: parent
        spacing: Theme.space.s
        Icon { name: "check"; color: Theme.color.okF; width: Theme.size.iconSmall; height: width; anchors.verticalCenter: parent.verticalCenter }
        Text { text: toast.text; textFormat: Text.PlainText; font: Theme.type.body; color: Theme.color.okF }
    }
}
