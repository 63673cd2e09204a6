import QtQuick.Dialogs

// Loaded when asked for: the dialogs module is the most expensive import of the page.
FileDialog {
    id: dialog
    property bool saving: true
    signal chosen(url file)

    title: dialog.saving ? qsTr("Save the ABHA card") : qsTr("Choose a picture")
    fileMode: dialog.saving ? FileDialog.SaveFile : FileDialog.OpenFile
    defaultSuffix: dialog.saving ? "png" : ""
    nameFilters: dialog.saving ? [qsTr("Picture (%1)").arg("*.png")] : [qsTr("Pictures (%1)").arg("*.jpg *.jpeg *.png")]
    onAccepted: dialog.chosen(dialog.selectedFile)
}
