import QtQuick
import QtMultimedia
import Nadi.Components

// The live picture of the first camera.
Item {
    id: view
    signal taken(var photo)

    function take() { capture.capture(); }

    CaptureSession {
        camera: Camera { id: camera; active: true }
        imageCapture: ImageCapture { id: capture; onImageCaptured: (id, preview) => view.taken(preview) }
        videoOutput: output.videoSink
    }
    CameraPicture { id: output; anchors.fill: parent; visible: camera.error === Camera.NoError }
    Label { anchors.centerIn: parent; visible: camera.error !== Camera.NoError; text: camera.errorString }
}
