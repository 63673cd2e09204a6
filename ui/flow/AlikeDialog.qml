pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// Two pages that show the same paper, beside each other (B17). The sharper one is preset; Esc keeps both.
Dialog {
    id: dialog
    required property LikePages alike
    property string kept: dialog.alike.better
    readonly property bool waiting: dialog.alike.waiting

    title: qsTr("The same page twice?")
    message: qsTr("These two pictures seem to show the same paper. Which one is kept is your choice; the other is removed from this draft.")
    confirmText: qsTr("Keep better")
    cancelText: qsTr("Keep both")
    implicitWidth: Math.min(2 * Theme.size.dialog, parent ? parent.width - Theme.space.xxl : Theme.size.dialog)
    closesItself: false
    onConfirmed: dialog.alike.keepOnly(dialog.kept)
    onRejected: dialog.alike.keepBoth()
    onWaitingChanged: dialog.waiting ? dialog.open() : dialog.close()

    Connections {
        target: dialog.alike
        function onChanged() { dialog.kept = dialog.alike.better; }
    }
    RowLayout {
        spacing: Theme.space.m
        Layout.fillWidth: true
        Repeater {
            model: dialog.waiting ? [dialog.alike.left, dialog.alike.right] : []
            delegate: ColumnLayout {
                id: side
                required property var modelData
                readonly property bool chosen: side.modelData.page === dialog.kept
                spacing: Theme.space.s
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Rectangle {
                    radius: Theme.radius.control
                    color: Theme.color.sunken
                    border { width: side.chosen ? Theme.size.stroke : Theme.size.hairline; color: side.chosen ? Theme.color.primary : Theme.color.line }
                    Layout.fillWidth: true
                    Layout.preferredHeight: 80 * Theme.size.unit
                    PageView {
                        anchors { fill: parent; margins: Theme.space.s }
                        source: side.modelData.source
                        quarterTurns: side.modelData.quarterTurns
                        description: qsTr("Page %1").arg(side.modelData.number)
                        wholePage: true
                    }
                }
                RowLayout {
                    spacing: Theme.space.s
                    Layout.fillWidth: true
                    StateChip {
                        visible: side.modelData.mark !== ""
                        standing: side.modelData.markStanding
                        text: side.modelData.mark
                    }
                    Label { visible: side.modelData.page === dialog.alike.better; text: qsTr("the sharper one"); font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
                }
                Button {
                    text: qsTr("Keep page %1").arg(side.modelData.number)
                    checked: side.chosen
                    Accessible.role: Accessible.RadioButton
                    Accessible.checked: side.chosen
                    Layout.fillWidth: true
                    onClicked: dialog.kept = side.modelData.page
                }
            }
        }
    }
}
