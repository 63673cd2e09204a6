pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtMultimedia
import Nadi.Theme
import Nadi.Components

// The live picture and one button. Loaded only when asked for: without a camera or its backend the page goes on without it.
Card {
    id: panel
    signal taken(var photo)
    signal closed()
    readonly property bool works: devices.videoInputs.length > 0 && camera.error === Camera.NoError

    title: qsTr("Camera")
    MediaDevices { id: devices }
    CaptureSession {
        camera: Camera { id: camera; active: panel.works }
        imageCapture: ImageCapture { id: capture; onImageCaptured: (id, preview) => panel.taken(preview) }
        videoOutput: output
    }
    VideoOutput { id: output; visible: panel.works; Layout.fillWidth: true; Layout.fillHeight: true }
    Empty {
        visible: !panel.works
        iconName: "camera"
        text: qsTr("No camera was found on this computer.")
        detail: camera.errorString
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    RowLayout {
        spacing: Theme.space.s
        Layout.alignment: Qt.AlignRight
        Button { text: qsTr("Close"); onClicked: panel.closed() }
        Button { visible: panel.works; text: qsTr("Take the picture"); iconName: "camera"; kind: Button.Kind.Primary; onClicked: capture.capture() }
    }
}
