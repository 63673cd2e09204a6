pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Flow

// Step 4: pages in, in order, upright. What is shown is stored; what could not be read says why and what to do.
FlowFrame {
    id: page
    required property AddPrescriptionController add
    readonly property bool empty: page.add.loaded && page.add.pages.count === 0
    readonly property Item shown: strip.currentItem

    step: 4
    subject: page.add.subject
    patient: page.add.patient
    problem: page.add.problem
    problemCode: page.add.problemCode
    primaryText: page.add.typed ? qsTr("Back to the report") : qsTr("Look and confirm")
    primaryIcon: page.add.typed ? "check" : "eye"
    primaryReason: page.add.reason
    onPrimary: page.add.goOn()
    patientTrailing: StateChip { visible: page.add.linkText !== ""; standing: page.add.standing; text: page.add.linkText }

    function choose() { dialogLoader.active = true; }

    Shortcut { sequence: "F8"; onActivated: page.choose() }
    Connections {
        target: page.add
        function onPageAdded(first) { strip.currentIndex = first; }
    }
    Loader {
        id: dialogLoader
        active: false
        source: "PageFileDialog.qml"
        onLoaded: item.open()
        Connections {
            target: dialogLoader.item
            function onChosen(files) { page.add.addFiles(files); dialogLoader.active = false; }
            function onClosed() { dialogLoader.active = false; }
        }
    }

    AlikeDialog { alike: page.add.alike }
    ShrinkDialog { offer: page.add.smaller }

    GridLayout {
        columns: page.narrow ? 2 : 3
        columnSpacing: Theme.space.m
        rowSpacing: Theme.space.m
        Layout.fillWidth: true
        Layout.fillHeight: true
        PageStrip {
            id: strip
            visible: !page.empty
            add: page.add
            Layout.preferredWidth: Theme.size.thumbWidth + Theme.space.l
            Layout.fillHeight: true
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: page.partHeight
            Layout.columnSpan: page.narrow && page.empty ? 2 : 1
            Rectangle {
                anchors.fill: parent
                visible: !page.empty
                radius: Theme.radius.card
                color: Theme.color.sunken
                PageView {
                    anchors { fill: parent; margins: Theme.space.s }
                    source: page.shown ? page.shown.source : ""
                    quarterTurns: page.shown ? page.shown.quarterTurns : 0
                    description: page.shown ? qsTr("Page %1 of %2").arg(page.shown.number).arg(strip.count) : ""
                    wholePage: true
                }
            }
            DropZone {
                anchors.fill: parent
                visible: page.empty
                hovering: drop.containsDrag
                invitation: page.add.typed ? qsTr("Drop the pictures here") : qsTr("Drop the prescription here")
                onChooseAsked: page.choose()
                onCameraAsked: cameraLoader.active = true
            }
            DropArea {
                id: drop
                anchors.fill: parent
                onDropped: event => {
                    if (!event.hasUrls)
                        return;
                    event.accept(Qt.CopyAction);
                    page.add.addFiles(event.urls);
                }
            }
            Loader {
                id: cameraLoader
                anchors.fill: parent
                active: false
                source: "CameraPanel.qml"
                Connections {
                    target: cameraLoader.item
                    function onTaken(photo) { page.add.addPhoto(photo); cameraLoader.active = false; }
                    function onClosed() { cameraLoader.active = false; }
                }
            }
            Label { visible: cameraLoader.status === Loader.Error; anchors.centerIn: parent; text: qsTr("The camera part is not installed on this computer.") }
        }
        AddTools {
            add: page.add
            current: page.shown
            visible: !page.empty || page.add.files.count > 0
            Layout.preferredWidth: Theme.size.panel - 16 * Theme.size.unit
            Layout.fillWidth: page.narrow
            Layout.fillHeight: !page.narrow
            // Beside the page it scrolls by itself and does not push the page out of sight.
            Layout.preferredHeight: page.narrow ? implicitHeight : page.partHeight
            Layout.columnSpan: page.narrow ? 2 : 1
            onChooseAsked: page.choose()
            onCameraAsked: cameraLoader.active = true
        }
    }
}
