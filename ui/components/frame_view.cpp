#include "frame_view.h"

#include <QVideoFrame>

namespace nadi::ui
{

FrameView::FrameView(QQuickItem *parent)
    : Picture(parent)
{
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &FrameView::show);
}

void FrameView::show(const QVideoFrame &frame)
{
    // Nobody looks at a hidden view, and turning a frame into a picture costs a processor some milliseconds.
    if (isVisible() && frame.isValid())
        setImage(frame.toImage());
}

}
