pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components

// Where files land. Large with four ways to add while the document is empty.
Rectangle {
    id: zone
    property bool hovering: false
    property string invitation: qsTr("Drop the prescription here")
    signal chooseAsked()
    signal cameraAsked()

    radius: Theme.radius.card
    color: zone.hovering ? Theme.color.tint : Theme.color.surface
    border { width: zone.hovering ? Theme.size.stroke : Theme.size.hairline; color: zone.hovering ? Theme.color.primary : Theme.color.edge }
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Add pages")

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space.xl, 130 * Theme.size.unit)
        spacing: Theme.space.l
        Icon { name: "drop"; color: Theme.color.primary; Layout.alignment: Qt.AlignHCenter; Layout.preferredWidth: Theme.space.xxxl; Layout.preferredHeight: Theme.space.xxxl }
        Label {
            text: zone.hovering ? qsTr("Let go to add") : zone.invitation
            font: Theme.type.page
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("PDF or picture: JPEG, PNG, HEIC, TIFF, WebP. Several files become one document.")
            color: Theme.color.ink2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.space.s
            Layout.alignment: Qt.AlignHCenter
            Button { objectName: "choose"; text: qsTr("Choose files"); key: "F8"; iconName: "folder"; kind: Button.Kind.Primary; onClicked: zone.chooseAsked() }
            Button { objectName: "camera"; text: qsTr("Camera"); iconName: "camera"; onClicked: zone.cameraAsked() }
        }
        Label {
            text: qsTr("From a scanner: scan to PDF and choose that file.")
            font: Theme.type.dense
            color: Theme.color.ink3
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            Layout.fillWidth: true
        }
    }
}
