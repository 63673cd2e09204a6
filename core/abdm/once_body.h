#pragma once

#include <QIODevice>

#include <algorithm>

namespace nadi::abdm
{

/// A body that can be read once. Qt's network stack silently sends a request up to three times more when the connection
/// closes before an answer; the other side may have acted on the first (S-O6). What cannot be rewound cannot be sent
/// again.
class OnceBody final : public QIODevice
{
public:
    OnceBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_bytes.isEmpty(); }
    qint64 bytesAvailable() const override { return m_bytes.size() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *out, qint64 most) override
    {
        if (m_bytes.isEmpty())
            return -1;
        const auto count = std::min<qint64>(most, m_bytes.size());
        std::copy_n(m_bytes.constData(), count, out);
        m_bytes.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

}
