pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// What became of today's records: the channel lying down, once per fact.
Card {
    id: card
    required property int visibleCount
    required property int opened
    required property int unconfirmed

    title: qsTr("Sent today")
    spacing: Theme.space.m

    component Fact: RowLayout {
        id: fact
        required property int filled
        required property string words
        property int standing: Standing.Done
        spacing: Theme.space.s
        Accessible.role: Accessible.StaticText
        Accessible.name: fact.words
        Row {
            spacing: 0
            Repeater {
                model: 4
                delegate: Row {
                    id: stop
                    required property int index
                    readonly property bool reached: index < fact.filled
                    readonly property bool waits: index === fact.filled && fact.standing === Standing.Waiting
                    Rectangle {
                        visible: stop.index > 0
                        anchors.verticalCenter: parent.verticalCenter
                        width: 2 * Theme.size.unit
                        height: Theme.size.stroke
                        color: stop.reached ? Theme.standingInk(fact.standing === Standing.Waiting ? Standing.Done : fact.standing) : Theme.color.line
                    }
                    Rectangle {
                        width: Theme.size.dot
                        height: width
                        radius: width / 2
                        color: stop.reached ? Theme.standingInk(fact.standing === Standing.Waiting ? Standing.Done : fact.standing)
                            : stop.waits ? Theme.color.waitB : "transparent"
                        border { width: Theme.size.hairline + 1; color: stop.waits ? Theme.color.accent : stop.reached ? "transparent" : Theme.color.edge }
                    }
                }
            }
        }
        Label { text: fact.words; Layout.fillWidth: true }
    }

    Fact { filled: 4; standing: Standing.Opened; words: qsTr("%n opened in the app", "", card.opened); Layout.fillWidth: true }
    Fact { filled: 3; words: qsTr("%n visible in the app", "", card.visibleCount); Layout.fillWidth: true }
    Fact { filled: 2; standing: Standing.Waiting; words: qsTr("%n waiting to confirm", "", card.unconfirmed); Layout.fillWidth: true }
}
