pragma ComponentBehavior: Bound
import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Print

// The sheet as it will lie on the paper; paper, printer and copies beside it.
Dialog {
    id: dialog
    required property PrintController printing

    title: dialog.printing.isSigned ? qsTr("Print the prescription") : qsTr("The prescription as it will be printed")
    confirmText: dialog.printing.isSigned ? qsTr("Print") : ""
    cancelText: qsTr("Close")
    closesItself: false
    busy: dialog.printing.busy
    implicitWidth: Math.min(150 * Theme.size.unit, parent ? parent.width - Theme.space.xxl : 0)
    reason: !dialog.printing.printable ? qsTr("This record has no sheet to print.") : dialog.printing.pages === 0 ? qsTr("Drawing the sheet") : ""
    onConfirmed: dialog.printing.print()
    onOpened: paper.forceActiveFocus()
    Connections {
        target: dialog.printing
        function onSent() { dialog.close(); }
    }

    Label { visible: dialog.printing.problem !== ""; text: dialog.printing.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
    RowLayout {
        spacing: Theme.space.l
        Layout.fillWidth: true
        ColumnLayout {
            spacing: Theme.space.m
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            Segmented {
                id: paper
                label: qsTr("Paper")
                options: [{value: "a5", text: "A5"}, {value: "a4", text: "A4"}]
                value: dialog.printing.paper
                Layout.fillWidth: true
                onChosen: value => dialog.printing.paper = value
            }
            Choice {
                visible: dialog.printing.isSigned && dialog.printing.printers.length > 0
                label: qsTr("Printer")
                options: dialog.printing.printers.map(name => ({value: name, text: name}))
                value: dialog.printing.printer
                Layout.fillWidth: true
                onChosen: value => dialog.printing.printer = value
            }
            Label {
                visible: dialog.printing.isSigned && dialog.printing.printers.length === 0
                text: qsTr("This computer has no printer. Save the sheet as PDF.")
                color: Theme.color.ink2
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            Field {
                visible: dialog.printing.isSigned
                label: qsTr("Copies")
                text: String(dialog.printing.copies)
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 2
                Layout.fillWidth: true
                onEdited: text => dialog.printing.copies = parseInt(text) || 1
                onAccepted: dialog.confirm()
            }
            Button { visible: dialog.printing.isSigned; text: qsTr("Save as PDF"); iconName: "folder"; reason: dialog.reason; onClicked: files.open() }
            Label {
                visible: dialog.printing.again
                text: qsTr("It was printed before; this one is marked as a reprint.")
                font: Theme.type.dense
                color: Theme.color.ink2
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            RowLayout {
                visible: dialog.printing.pages > 1
                spacing: Theme.space.s
                Layout.fillWidth: true
                Button { text: qsTr("Earlier"); enabled: dialog.printing.page > 0; onClicked: dialog.printing.page -= 1 }
                Label { text: qsTr("Page %1 of %2").arg(dialog.printing.page + 1).arg(dialog.printing.pages); color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
                Button { text: qsTr("Later"); enabled: dialog.printing.page + 1 < dialog.printing.pages; onClicked: dialog.printing.page += 1 }
            }
        }
        Rectangle {
            color: Theme.color.sunken
            radius: Theme.radius.card
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.preferredHeight: 110 * Theme.size.unit
            Image {
                anchors { fill: parent; margins: Theme.space.m }
                source: dialog.printing.preview
                fillMode: Image.PreserveAspectFit
                mipmap: true
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The sheet, page %1").arg(dialog.printing.page + 1)
            }
        }
    }
    FileDialog {
        id: files
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("PDF (*.pdf)")]
        defaultSuffix: "pdf"
        currentFolder: StandardPaths.standardLocations(StandardPaths.DocumentsLocation)[0]
        onAccepted: dialog.printing.saveAs(files.selectedFile)
    }
}
