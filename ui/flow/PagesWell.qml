pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// The pages of a record under each other, as they will be read.
Rectangle {
    id: well
    required property var pages

    radius: Theme.radius.card
    color: Theme.color.sunken
    ListView {
        id: list
        anchors { fill: parent; margins: Theme.space.s }
        clip: true
        spacing: Theme.space.m
        activeFocusOnTab: true
        model: well.pages
        boundsBehavior: Flickable.StopAtBounds
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp;
            if (event.accepted)
                list.contentY = Math.max(0, Math.min(list.contentHeight - list.height, list.contentY + (event.key === Qt.Key_PageDown ? 1 : -1) * list.height * 0.8));
        }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Pages")
        delegate: PageView {
            required property int number
            required quarterTurns
            width: list.width
            height: shownHeight
            description: qsTr("Page %1 of %2").arg(number).arg(list.count)
        }
    }
    FocusRing { target: list }
}
