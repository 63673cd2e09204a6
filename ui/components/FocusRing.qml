import QtQuick
import Nadi.Theme

// 2 px in `focus`, 2 px away from its control; also after a click, so that the eye finds where typing goes.
Rectangle {
    id: ring
    required property Item target
    property real inset: 0

    readonly property real reach: Theme.size.ring + Theme.size.ringGap - ring.inset
    objectName: "focusRing"
    anchors.fill: parent
    anchors.margins: -ring.reach
    visible: ring.target.activeFocus
    color: "transparent"
    border { width: Theme.size.ring; color: Theme.color.focus }
    radius: Theme.radius.control + ring.reach
    z: 1
}
