import QtQuick
import QtQuick.Layouts
import Nadi.Theme
import Nadi.Components
import Nadi.Identity

// The person scans this with the ABHA app on a phone and looks into its camera; we ask every few seconds.
StagePane {
    id: stage
    title: qsTr("Scan this with the ABHA app")
    detail: qsTr("On the person's phone: open the ABHA app, scan, look into the camera. It works for 10 minutes.")
    Rectangle {
        radius: Theme.radius.card
        color: Theme.color.surface
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: 70 * Theme.size.unit
        Layout.preferredHeight: 70 * Theme.size.unit
        Picture {
            anchors { fill: parent; margins: Theme.space.m }
            image: stage.abha.faceQr
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("QR code for the ABHA app")
        }
    }
}
