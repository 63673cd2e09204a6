pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Theme

// Grey bars where rows will be; only when waiting takes longer than a glance (150 ms).
Item {
    id: skeleton
    property bool running: false
    property int rows: 1
    readonly property bool shown: skeleton.running && !delay.running

    visible: skeleton.shown
    implicitHeight: skeleton.rows * Theme.size.rowTall
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Loading")
    onRunningChanged: if (running) delay.restart()

    Timer { id: delay; interval: Theme.motion.skeletonDelay; running: skeleton.running }
    Column {
        anchors.fill: parent
        spacing: Theme.space.m
        Repeater {
            model: skeleton.rows
            delegate: Rectangle {
                width: skeleton.width
                height: skeleton.rows === 1 ? skeleton.height : Theme.size.rowTall - Theme.space.m
                radius: Theme.radius.control
                color: Theme.color.sunken
            }
        }
    }
}
