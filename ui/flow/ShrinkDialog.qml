pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// A file over the limit as it is and as the smaller copy, before anything is taken (B18). Esc takes nothing.
Dialog {
    id: dialog
    required property ShrinkOffer offer
    readonly property bool waiting: dialog.offer.waiting
    property bool closer: false

    title: qsTr("Shrink for screen quality?")
    message: qsTr("Only the sent copy gets smaller. The original stays in this clinic as it is.")
    confirmText: qsTr("Use the smaller copy")
    cancelText: qsTr("Leave it")
    implicitWidth: Math.min(2 * Theme.size.dialog, parent ? parent.width - Theme.space.xxl : Theme.size.dialog)
    closesItself: false
    onConfirmed: dialog.offer.accept()
    onRejected: dialog.offer.decline()
    onWaitingChanged: dialog.waiting ? dialog.open() : dialog.close()

    Shortcut { sequence: "Z"; enabled: dialog.opened; onActivated: dialog.closer = !dialog.closer }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Repeater {
            model: [
                {title: qsTr("Before: %1").arg(dialog.offer.sizeBefore), name: qsTr("Before"), after: false},
                {title: qsTr("After: %1").arg(dialog.offer.sizeAfter), name: qsTr("After"), after: true}
            ]
            delegate: ColumnLayout {
                id: side
                required property var modelData
                spacing: Theme.space.s
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Label { text: side.modelData.title; font: Theme.type.bodyStrong; Layout.fillWidth: true }
                Rectangle {
                    radius: Theme.radius.control
                    color: Theme.color.sunken
                    Layout.fillWidth: true
                    Layout.preferredHeight: 80 * Theme.size.unit
                    Flickable {
                        id: flick
                        anchors { fill: parent; margins: Theme.space.s }
                        clip: true
                        boundsBehavior: Flickable.StopAtBounds
                        contentWidth: width * (dialog.closer ? 3 : 1)
                        contentHeight: height * (dialog.closer ? 3 : 1)
                        contentX: (contentWidth - width) / 2
                        Picture {
                            width: flick.contentWidth
                            height: flick.contentHeight
                            image: side.modelData.after ? dialog.offer.after : dialog.offer.before
                            Accessible.role: Accessible.Graphic
                            Accessible.name: side.modelData.name
                        }
                    }
                }
            }
        }
    }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Label { text: qsTr("First of %n page(s). Look whether it still reads well.", "", dialog.offer.pages); font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        Button { text: dialog.closer ? qsTr("Whole page") : qsTr("Look closer"); key: "Z"; iconName: "zoom-in"; onClicked: dialog.closer = !dialog.closer }
    }
}
