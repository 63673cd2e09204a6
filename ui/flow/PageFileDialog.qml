import QtQuick.Dialogs

// Loaded when asked for: the dialogs module is the most expensive import of the page.
FileDialog {
    id: dialog
    signal chosen(var files)
    signal closed()

    title: qsTr("Add pages")
    fileMode: FileDialog.OpenFiles
    nameFilters: [qsTr("Pages (%1)").arg("*.pdf *.jpg *.jpeg *.png *.heic *.heif *.tif *.tiff *.webp"), qsTr("All files (*)")]
    onAccepted: dialog.chosen(dialog.selectedFiles)
    onRejected: dialog.closed()
}
