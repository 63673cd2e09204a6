pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Nadi.Theme
import Nadi.Components

// A page of the document: its picture, number, how it reads, and a mark when something is wrong with it. R turns, S straightens, Del removes, Alt+arrows move it.
T.AbstractButton {
    id: thumb
    required property int number
    required property url source
    property int quarterTurns: 0
    property string problem
    property string mark
    property int markStanding: Standing.NotStarted
    property bool current: false
    signal turnAsked()
    signal straightenAsked()
    signal removeAsked()
    signal moveAsked(int by)

    implicitWidth: Theme.size.thumbWidth
    implicitHeight: Theme.size.thumbHeight
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.ListItem
    Accessible.name: thumb.problem !== "" ? qsTr("Page %1: %2").arg(thumb.number).arg(thumb.problem)
        : thumb.mark !== "" ? qsTr("Page %1: %2").arg(thumb.number).arg(thumb.mark) : qsTr("Page %1").arg(thumb.number)
    Accessible.onPressAction: thumb.clicked()
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_R)
            thumb.turnAsked();
        else if (event.key === Qt.Key_S)
            thumb.straightenAsked();
        else if (event.key === Qt.Key_Delete)
            thumb.removeAsked();
        else if (event.modifiers & Qt.AltModifier && (event.key === Qt.Key_Left || event.key === Qt.Key_Up))
            thumb.moveAsked(-1);
        else if (event.modifiers & Qt.AltModifier && (event.key === Qt.Key_Right || event.key === Qt.Key_Down))
            thumb.moveAsked(1);
        else
            event.accepted = false;
    }

    contentItem: Item {
        Image {
            id: picture
            anchors { fill: parent; margins: Theme.space.s; bottomMargin: Theme.space.xl }
            visible: thumb.problem === ""
            source: thumb.source
            asynchronous: true
            fillMode: Image.PreserveAspectFit
            sourceSize: Qt.size(2 * thumb.width, 2 * thumb.height)
            rotation: 90 * thumb.quarterTurns
            scale: thumb.quarterTurns % 2 ? Math.min(1, picture.width / Math.max(1, picture.paintedHeight)) : 1
        }
        Skeleton { anchors.fill: picture; running: picture.visible && picture.status === Image.Loading }
        Icon {
            visible: thumb.problem !== ""
            anchors.centerIn: picture
            name: "attention"
            color: Theme.color.helpF
            width: Theme.size.iconLarge
            height: width
        }
        Icon {
            visible: thumb.problem === "" && thumb.mark !== ""
            anchors { right: parent.right; bottom: parent.bottom; margins: Theme.space.s }
            name: Theme.standingIcon(thumb.markStanding)
            color: Theme.standingInk(thumb.markStanding)
            width: Theme.size.iconSmall
            height: width
        }
        Label {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.space.xs }
            horizontalAlignment: Text.AlignHCenter
            text: thumb.problem === "" ? String(thumb.number) : qsTr("Not added")
            font: Theme.type.captionStrong
            color: thumb.problem !== "" ? Theme.color.helpF : thumb.current ? Theme.color.onTint : Theme.color.ink2
        }
    }
    background: Rectangle {
        radius: Theme.radius.control
        color: thumb.problem !== "" ? Theme.color.helpB : thumb.current ? Theme.color.tint : Theme.color.surface
        border {
            width: thumb.current ? Theme.size.stroke : Theme.size.hairline
            color: thumb.problem !== "" ? Theme.color.helpF : thumb.current ? Theme.color.primary : Theme.color.line
        }
        FocusRing { target: thumb }
    }
}
