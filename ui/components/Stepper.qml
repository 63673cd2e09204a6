pragma ComponentBehavior: Bound
import QtQuick
import Nadi.Theme
import Nadi.Components

// The six steps; done ones have a tick, the current one its word in bold. `step` counts from 1, `subject` is what is made.
Row {
    id: stepper
    required property int step
    property bool wordy: true
    property string subject
    readonly property list<string> words: [qsTr("Home"), qsTr("Book"), qsTr("Link check"),
        stepper.subject || qsTr("Prescription"), qsTr("Confirm"), qsTr("Sent")]

    spacing: Theme.space.s
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1 of %2: %3").arg(stepper.step).arg(stepper.words.length).arg(stepper.words[stepper.step - 1] ?? "")

    Repeater {
        model: stepper.words.length
        delegate: Row {
            id: item
            required property int index
            readonly property bool past: index + 1 < stepper.step
            readonly property bool now: index + 1 === stepper.step
            spacing: Theme.space.s

            Rectangle {
                visible: item.index > 0
                anchors.verticalCenter: parent.verticalCenter
                width: 5 * Theme.size.unit
                height: Theme.size.stroke
                color: item.past || item.now ? Theme.color.primary : Theme.color.line
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.size.keyCap
                height: width
                radius: width / 2
                color: item.past ? Theme.color.primary : "transparent"
                border { width: item.past ? 0 : Theme.size.stroke; color: item.now ? Theme.color.primary : Theme.color.edge }
                Icon {
                    visible: item.past
                    anchors.centerIn: parent
                    name: "check"
                    color: Theme.color.onPrimary
                    width: Theme.size.iconSmall
                    height: width
                }
                Text {
                    visible: !item.past
                    anchors.centerIn: parent
                    text: String(item.index + 1)
                    font: Theme.type.captionStrong
                    color: item.now ? Theme.color.primary : Theme.color.ink3
                }
            }
            Text {
                visible: stepper.wordy || item.now
                anchors.verticalCenter: parent.verticalCenter
                text: stepper.words[item.index]
                textFormat: Text.PlainText
                font: item.now ? Theme.type.denseStrong : Theme.type.dense
                color: item.now ? Theme.color.ink : Theme.color.ink2
            }
        }
    }
}
