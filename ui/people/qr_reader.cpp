#include "qr_reader.h"

#include "documents/qr.h"
#include "ui/session/observe.h"

#include <QVideoFrame>
#include <QtConcurrent>

namespace nadi::ui
{

QrReader::QrReader(QObject *parent)
    : QObject(parent)
{
}

void QrReader::setVideoSink(QVideoSink *sink)
{
    if (m_sink == sink)
        return;
    if (m_sink)
        m_sink->disconnect(this);
    m_sink = sink;
    if (sink)
        connect(sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame &frame) {
            if (!m_looking)
                look(frame.toImage());
        });
    Q_EMIT videoSinkChanged();
}

void QrReader::look(const QImage &picture)
{
    if (m_looking || picture.isNull())
        return;
    m_looking = true;
    observe(this, QtConcurrent::run([picture] { return documents::readQr(picture); }),
        [this](const std::optional<QString> &text) {
            m_looking = false;
            if (!text)
                return Q_EMIT nothingFound();
            if (*text == m_last)
                return;
            m_last = *text;
            Q_EMIT read(*text);
        });
}

}
