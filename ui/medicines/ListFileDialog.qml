import QtQuick.Dialogs

// Loaded when asked for: the dialogs module is the most expensive import of the page.
FileDialog {
    id: dialog
    signal chosen(url file)

    title: qsTr("Choose a medicine list")
    fileMode: FileDialog.OpenFile
    nameFilters: [qsTr("Medicine lists (%1)").arg("*.json")]
    onAccepted: dialog.chosen(dialog.selectedFile)
}
