pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// What can be done with the page in sight, and the files that are still being read or could not be added.
ScrollArea {
    id: tools
    required property AddPrescriptionController add
    required property Item current
    signal chooseAsked()
    signal cameraAsked()

    contentHeight: column.implicitHeight + 2 * Theme.space.xs
    implicitHeight: contentHeight
    ColumnLayout {
        id: column
        x: Theme.space.xs
        y: Theme.space.xs
        width: tools.availableWidth - 2 * Theme.space.xs
        spacing: Theme.space.m
        ColumnLayout {
            visible: tools.current !== null
            spacing: Theme.space.s
            Layout.fillWidth: true
            Label { text: tools.current ? qsTr("Page %1").arg(tools.current.number) : ""; font: Theme.type.emphasisStrong }
            RowLayout {
                spacing: Theme.space.s
                Layout.fillWidth: true
                Button { text: qsTr("Turn"); key: "R"; iconName: "rotate"; Layout.fillWidth: true; onClicked: tools.add.turn(tools.current.page) }
                Button { text: qsTr("Remove"); key: qsTr("Del"); iconName: "remove"; Layout.fillWidth: true; onClicked: tools.add.remove(tools.current.page) }
            }
            RowLayout {
                spacing: Theme.space.s
                Layout.fillWidth: true
                Button { text: qsTr("Earlier"); key: "Alt+↑"; Layout.fillWidth: true; onClicked: tools.current.moveAsked(-1) }
                Button { text: qsTr("Later"); key: "Alt+↓"; Layout.fillWidth: true; onClicked: tools.current.moveAsked(1) }
            }
            PageCare { add: tools.add; current: tools.current; Layout.fillWidth: true }
        }
        RowLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Button { text: qsTr("Add page"); key: "F8"; iconName: "add"; Layout.fillWidth: true; onClicked: tools.chooseAsked() }
            Button { text: qsTr("Camera"); iconName: "camera"; Layout.fillWidth: true; onClicked: tools.cameraAsked() }
        }
        ColumnLayout {
            visible: tools.current !== null && !tools.add.typed
            spacing: Theme.space.xs
            Layout.fillWidth: true
            Label { text: qsTr("What is it?"); font: Theme.type.dense; color: Theme.color.ink2 }
            Segmented {
                label: qsTr("What is it?")
                options: [{value: "Prescription", text: qsTr("Prescription")}, {value: "HealthDocumentRecord", text: qsTr("Other paper")}]
                value: tools.add.type
                Layout.fillWidth: true
                onChosen: value => tools.add.chooseType(value)
            }
        }
        Button {
            visible: tools.current !== null && !tools.add.typed
            text: qsTr("Throw the draft away")
            kind: Button.Kind.Quiet
            Layout.fillWidth: true
            onClicked: discardDialog.open()
        }
        Label {
            text: qsTr("Position and device data of photos are removed. The original stays in this clinic.")
            font: Theme.type.caption
            color: Theme.color.ink3
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        Repeater {
            model: tools.add.files
            delegate: FileProblem {
                Layout.fillWidth: true
                onPasswordGiven: password => tools.add.givePassword(number, password)
                onAddAnywayAsked: tools.add.addAnyway(number)
                onShrinkAsked: tools.add.shrink(number)
                onChooseAsked: {
                    tools.add.dismiss(number);
                    tools.chooseAsked();
                }
                onDismissed: tools.add.dismiss(number)
            }
        }
    }

    Dialog {
        id: discardDialog
        title: qsTr("Throw this draft away?")
        message: qsTr("Its pages are removed from this clinic. The files on your computer stay.")
        confirmText: qsTr("Throw away")
        cancelText: qsTr("Keep it")
        destructive: true
        onConfirmed: tools.add.discard()
    }
}
