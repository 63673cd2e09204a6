import QtQuick
import QtQuick.Templates as T
import Nadi.Theme

// Scrolls what does not fit (small screens, 200 %), and follows the focus.
Flickable {
    id: area
    // What content may use beside the bar. Whether there is a bar is settled between two layouts, never in one: Qt 6.4 lays nested
    // layouts out anew with items that are gone when their width changes while the window polishes.
    readonly property real availableWidth: area.width - (area.scrolls ? bar.width + Theme.space.xs : 0)
    property bool scrolls: false
    function settle() { area.scrolls = area.contentHeight > area.height; }
    onContentHeightChanged: Qt.callLater(area.settle)
    onHeightChanged: Qt.callLater(area.settle)

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    flickableDirection: Flickable.VerticalFlick
    interactive: contentHeight > height
    contentWidth: width

    T.ScrollBar.vertical: T.ScrollBar {
        id: bar
        implicitWidth: Theme.space.s
        visible: area.scrolls
        minimumSize: 0.1
        Accessible.role: Accessible.ScrollBar
        Accessible.name: qsTr("Scroll")
        contentItem: Rectangle {
            implicitWidth: Theme.space.s
            radius: width / 2
            color: bar.pressed || bar.hovered ? Theme.color.ink3 : Theme.color.edge
        }
    }

    readonly property Item focusItem: Window.window ? Window.window.activeFocusItem : null
    onFocusItemChanged: {
        for (let item = area.focusItem; item; item = item.parent) {
            if (item === area.contentItem) {
                const top = area.focusItem.mapToItem(area.contentItem, 0, 0).y;
                const low = top + area.focusItem.height;
                if (top < area.contentY)
                    area.contentY = Math.max(0, top - Theme.space.l);
                else if (low > area.contentY + area.height)
                    area.contentY = Math.min(area.contentHeight - area.height, low + Theme.space.l - area.height);
                return;
            }
        }
    }
}
