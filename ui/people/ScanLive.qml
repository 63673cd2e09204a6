import QtQuick
import QtMultimedia
import Nadi.Components
import Nadi.People

// The live picture, and the eye that looks for a code in it.
Item {
    id: view
    signal read(string text)

    CaptureSession {
        camera: Camera { id: camera; active: true }
        videoOutput: output.videoSink
    }
    CameraPicture { id: output; anchors.fill: parent; visible: camera.error === Camera.NoError }
    QrReader { videoSink: output.videoSink; onRead: text => view.read(text) }
    Label { anchors.centerIn: parent; visible: camera.error !== Camera.NoError; text: camera.errorString }
}
