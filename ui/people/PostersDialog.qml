pragma ComponentBehavior: Bound
import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.People

// The QR posters of this clinic, one per counter: look, print, save, add a counter.
Dialog {
    id: dialog
    required property PostersController posters

    title: qsTr("QR posters")
    message: qsTr("One for each counter. The counter's name comes back with every scan.")
    confirmText: qsTr("Print this poster")
    cancelText: qsTr("Close")
    closesItself: false
    reason: dialog.posters.preview.toString() === "" ? qsTr("Drawing the poster") : ""
    onConfirmed: dialog.posters.print()

    Label { visible: dialog.posters.problem !== ""; text: dialog.posters.problem; color: Theme.color.helpF; wrapMode: Text.WordWrap; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.space.l
        Layout.fillWidth: true
        ColumnLayout {
            spacing: Theme.space.s
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            Repeater {
                model: dialog.posters.counters
                delegate: ListRow {
                    id: row
                    required property string counter
                    text: row.counter
                    iconName: "phone"
                    current: dialog.posters.shown === row.counter
                    opens: false
                    divided: false
                    Layout.fillWidth: true
                    onClicked: dialog.posters.show(row.counter)
                    Button {
                        visible: dialog.posters.counters.count > 1
                        text: qsTr("Remove")
                        kind: Button.Kind.Quiet
                        Accessible.name: qsTr("Remove counter %1").arg(row.counter)
                        onClicked: dialog.posters.removeCounter(row.counter)
                    }
                }
            }
            Field {
                id: name
                label: qsTr("New counter")
                help: qsTr("1 to 20 letters or digits, for example OPD2")
                maximumLength: 20
                Layout.fillWidth: true
                onAccepted: add.clicked()
            }
            Button { id: add; text: qsTr("Add"); iconName: "add"; reason: name.text.trim() === "" ? qsTr("Write its name first.") : ""; onClicked: { dialog.posters.addCounter(name.text); name.text = ""; } }
            Button { text: qsTr("Save as PDF"); iconName: "folder"; onClicked: files.open() }
        }
        Image {
            source: dialog.posters.preview
            fillMode: Image.PreserveAspectFit
            Layout.preferredWidth: 52 * Theme.size.unit
            Layout.preferredHeight: 74 * Theme.size.unit
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Poster of counter %1").arg(dialog.posters.shown)
        }
    }
    FileDialog {
        id: files
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("PDF (*.pdf)")]
        defaultSuffix: "pdf"
        currentFolder: StandardPaths.standardLocations(StandardPaths.DocumentsLocation)[0]
        onAccepted: dialog.posters.saveAs(files.selectedFile)
    }
}
