pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Nadi.Theme

// For what cannot be undone, and for a short form. Esc and the second button leave everything as it was.
T.Dialog {
    id: dialog
    property string message
    property string confirmText: qsTr("OK")
    property string cancelText: qsTr("Cancel")
    property bool destructive: false
    property bool busy: false
    property string reason
    property bool closesItself: true
    default property alias body: bodySlot.data
    signal confirmed()

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.space.xl
    implicitWidth: Math.min(Theme.size.dialog, parent ? parent.width - Theme.space.xxl : Theme.size.dialog)
    implicitHeight: Math.min(column.implicitHeight + topPadding + bottomPadding, parent ? parent.height - Theme.space.l : column.implicitHeight)
    closePolicy: T.Popup.CloseOnEscape

    function confirm() {
        if (dialog.busy || dialog.reason !== "")
            return;
        dialog.confirmed();
        if (dialog.closesItself)
            dialog.accept();
    }

    contentItem: FocusScope {
        focus: true
        implicitHeight: column.implicitHeight
        Accessible.role: Accessible.Dialog
        Accessible.name: dialog.title
        Accessible.description: dialog.message
        ColumnLayout {
            id: column
            anchors.fill: parent
            spacing: Theme.space.m
            Label { text: dialog.title; font: Theme.type.section; wrapMode: Text.WordWrap; Layout.fillWidth: true; Accessible.role: Accessible.Heading }
            Label {
                visible: dialog.message !== ""
                text: dialog.message
                wrapMode: Text.WordWrap
                color: Theme.color.ink2
                Layout.fillWidth: true
            }
            ScrollArea {
                id: scroller
                visible: bodySlot.children.length > 0
                contentHeight: bodySlot.implicitHeight + 2 * Theme.space.xs
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: contentHeight
                ColumnLayout {
                    id: bodySlot
                    x: Theme.space.xs
                    y: Theme.space.xs
                    width: scroller.availableWidth - 2 * Theme.space.xs
                    spacing: Theme.space.m
                }
            }
            RowLayout {
                spacing: Theme.space.s
                Layout.topMargin: Theme.space.s
                Label { text: dialog.reason; font: Theme.type.dense; color: Theme.color.ink2; wrapMode: Text.WordWrap; Layout.fillWidth: true }
                Button { objectName: "cancel"; visible: dialog.cancelText !== ""; text: dialog.cancelText; key: qsTr("Esc"); onClicked: dialog.reject() }
                Button {
                    objectName: "confirm"
                    visible: dialog.confirmText !== ""
                    text: dialog.confirmText
                    kind: dialog.destructive ? Button.Kind.Danger : Button.Kind.Primary
                    busy: dialog.busy
                    reason: dialog.reason
                    onClicked: dialog.confirm()
                }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius.card
        color: Theme.color.surface
        border { width: Theme.size.hairline; color: Theme.color.edge }
    }
    T.Overlay.modal: Rectangle { color: Theme.color.shade }
}
