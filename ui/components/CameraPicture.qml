import QtQuick
import QtMultimedia
import Nadi.Components

// The live picture of a camera, by the graphics card where there is one, else frame by frame. `videoSink` is where the frames
// arrive; give this item to CaptureSession.videoOutput.
Item {
    id: picture
    readonly property bool frameByFrame: GraphicsInfo.api === GraphicsInfo.Software
    readonly property var videoSink: loader.item ? loader.item.videoSink : null

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Live picture of the camera")

    Component { id: drawn; FrameView {} }
    Component { id: shaded; VideoOutput {} }
    Loader {
        id: loader
        anchors.fill: parent
        sourceComponent: picture.frameByFrame ? drawn : shaded
    }
}
