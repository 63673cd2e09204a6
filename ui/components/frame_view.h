#pragma once

#include "picture.h"

#include <QVideoSink>

namespace nadi::ui
{

/// The live picture of a camera for renderers that VideoOutput stays blank in: each frame becomes a picture. Give it to
/// CaptureSession.videoOutput, which looks for the property videoSink.
class FrameView : public Picture
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVideoSink *videoSink READ videoSink CONSTANT)

public:
    explicit FrameView(QQuickItem *parent = nullptr);
    QVideoSink *videoSink() { return &m_sink; }

private:
    void show(const QVideoFrame &frame);

    QVideoSink m_sink;
};

}
