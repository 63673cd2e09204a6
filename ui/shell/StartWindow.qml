// Not Bound: the Loader of Qt 6.4 makes its item in a context of its own and refuses bound components.
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Shell

// The small window before the first day: what is missing, in words, and the one thing to do about it.
Window {
    id: window
    required property StartController start

    width: Theme.size.unit * 160
    height: Theme.size.unit * 120
    minimumWidth: Theme.size.unit * 120
    minimumHeight: Theme.size.unit * 80
    visible: true
    color: Theme.color.ground
    title: qsTr("Nadi")

    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    ScrollArea {
        id: scroller
        anchors { fill: parent; margins: Theme.space.xl }
        contentHeight: page.item ? page.item.implicitHeight : 0
        Loader {
            id: page
            width: scroller.availableWidth
            sourceComponent: window.start.page === "recovery" ? recovery : window.start.page === "fault" ? fault : noClinic
        }
    }

    Component {
        id: noClinic
        ColumnLayout {
            spacing: Theme.space.m
            Label { text: qsTr("No clinic is set up on this computer yet"); font: Theme.type.section; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { text: qsTr("Write the clinic, its doctors and their hours into a file, as shown in docs/nadictl.md. Then let an administrator run this on this computer:"); wrapMode: Text.WordWrap; Layout.fillWidth: true }
            RowLayout {
                spacing: Theme.space.s
                Layout.fillWidth: true
                Label { text: window.start.command; font: Theme.type.bodyStrong; wrapMode: Text.WrapAnywhere; Layout.fillWidth: true }
                Button { text: qsTr("Copy"); iconName: "copy"; onClicked: window.start.copyCommand() }
            }
            Label { text: qsTr("This window goes on by itself when it is done. To look around first, start the training clinic: nadi --sandbox"); color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
        }
    }
    Component {
        id: recovery
        ColumnLayout {
            spacing: Theme.space.m
            Label { text: qsTr("Write down the recovery key of this clinic"); font: Theme.type.section; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { text: qsTr("The clinic's data is locked with a key. When this computer breaks or its password store is lost, only these letters open a backup. Write them on paper and keep it in a safe, not on this computer."); wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Flow {
                spacing: Theme.space.m
                Layout.fillWidth: true
                Repeater {
                    model: window.start.groups
                    delegate: Label {
                        required property int index
                        required property string modelData
                        text: (index + 1) + ".  " + modelData
                        font: Theme.type.emphasisStrong
                        elide: Text.ElideNone
                        width: Theme.size.unit * 26
                    }
                }
            }
            Field {
                id: last
                objectName: "last-group"
                label: qsTr("From your paper: the last group, number %1").arg(window.start.groups.length)
                error: window.start.mistyped ? qsTr("This is not the last group. Please compare your paper with the screen.") : ""
                maximumLength: 4
                Layout.fillWidth: true
                onAccepted: window.start.writtenDown(last.text)
            }
            RowLayout {
                spacing: Theme.space.s
                Layout.fillWidth: true
                Item { Layout.fillWidth: true }
                Button { text: qsTr("Ask me at the next start"); onClicked: window.start.postponed() }
                Button { text: qsTr("I have written it down"); kind: Button.Kind.Primary; iconName: "check"; onClicked: window.start.writtenDown(last.text) }
            }
        }
    }
    Component {
        id: fault
        ColumnLayout {
            spacing: Theme.space.m
            Label { text: qsTr("The clinic cannot be opened"); font: Theme.type.section; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label { text: window.start.problem; wrapMode: Text.WordWrap; Layout.fillWidth: true }
            Label { text: qsTr("Code for support: %1").arg(window.start.problemCode); font: Theme.type.dense; color: Theme.color.ink2; Layout.fillWidth: true }
            Button { visible: window.start.mayRetry; text: qsTr("Try again"); iconName: "retry"; kind: Button.Kind.Primary; onClicked: window.start.retryAsked() }
        }
    }
}
