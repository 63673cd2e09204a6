#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QVideoSink>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{

/// Looks for a QR code in the pictures of a camera, one at a time and never on the GUI thread; the same code is told
/// once. Also takes a single picture.
class QrReader : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVideoSink *videoSink READ videoSink WRITE setVideoSink NOTIFY videoSinkChanged)

public:
    explicit QrReader(QObject *parent = nullptr);

    QVideoSink *videoSink() const { return m_sink; }
    void setVideoSink(QVideoSink *sink);
    /// Ignored while another picture is being looked at.
    void look(const QImage &picture);

Q_SIGNALS:
    void videoSinkChanged();
    void read(const QString &text);
    void nothingFound(); ///< in the picture just looked at

private:
    QPointer<QVideoSink> m_sink;
    bool m_looking = false;
    QString m_last;
};

}
