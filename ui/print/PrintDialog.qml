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
    required property PrintController print

    title: dialog.print.isSigned ? qsTr("Print the prescription") : qsTr("The prescription as it will be printed")
    confirmText: dialog.print.isSigned ? qsTr("Print") : ""
    cancelText: qsTr("Close")
    closesItself: false
    busy: dialog.print.busy
    implicitWidth: Math.min(150 * Theme.size.unit, parent ? parent.width - Theme.space.xxl : 0)
    reason: !dialog.print.printable ? qsTr("This record has no sheet to print.") : dialog.print.pages === 0 ? qsTr("Drawing the sheet") : ""
    onConfirmed: dialog.print.print()
    onOpened: paper.forceActiveFocus()
    Connections {
        target: dialog.print
        function onSent() { dialog.close(); }
    }

    Label { visible: dialog.print.problem !== ""; text: dialog.print.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.AlertMessage }
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
                value: dialog.print.paper
                Layout.fillWidth: true
                onChosen: value => dialog.print.paper = value
            }
            Choice {
                visible: dialog.print.isSigned && dialog.print.printers.length > 0
                label: qsTr("Printer")
                options: dialog.print.printers.map(name => ({value: name, text: name}))
                value: dialog.print.printer
                Layout.fillWidth: true
                onChosen: value => dialog.print.printer = value
            }
            Label {
                visible: dialog.print.isSigned && dialog.print.printers.length === 0
                text: qsTr("This computer has no printer. Save the sheet as PDF.")
                color: Theme.color.ink2
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            Field {
                visible: dialog.print.isSigned
                label: qsTr("Copies")
                text: String(dialog.print.copies)
                inputMethodHints: Qt.ImhDigitsOnly
                maximumLength: 2
                Layout.fillWidth: true
                onEdited: text => dialog.print.copies = parseInt(text) || 1
                onAccepted: dialog.confirm()
            }
            Button { visible: dialog.print.isSigned; text: qsTr("Save as PDF"); iconName: "folder"; reason: dialog.reason; onClicked: files.open() }
            Label {
                visible: dialog.print.again
                text: qsTr("It was printed before; this one is marked as a reprint.")
                font: Theme.type.dense
                color: Theme.color.ink2
                wrapMode: Text.WordWrap
                Layout.fillWidth: true
            }
            RowLayout {
                visible: dialog.print.pages > 1
                spacing: Theme.space.s
                Layout.fillWidth: true
                Button { text: qsTr("Earlier"); enabled: dialog.print.page > 0; onClicked: dialog.print.page -= 1 }
                Label { text: qsTr("Page %1 of %2").arg(dialog.print.page + 1).arg(dialog.print.pages); color: Theme.color.ink2; horizontalAlignment: Text.AlignHCenter; Layout.fillWidth: true }
                Button { text: qsTr("Later"); enabled: dialog.print.page + 1 < dialog.print.pages; onClicked: dialog.print.page += 1 }
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
                source: dialog.print.preview
                fillMode: Image.PreserveAspectFit
                mipmap: true
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("The sheet, page %1").arg(dialog.print.page + 1)
            }
        }
    }
    FileDialog {
        id: files
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("PDF (*.pdf)")]
        defaultSuffix: "pdf"
        currentFolder: StandardPaths.standardLocations(StandardPaths.DocumentsLocation)[0]
        onAccepted: dialog.print.saveAs(files.selectedFile)
    }
}
