#include "documents/protocol.h"

#include <QDataStream>
#include <QIODevice>

namespace nadi::documents::protocol
{

namespace
{

constexpr quint32 jobMagic = 0x4E444A31; // "NDJ1"
constexpr auto streamVersion = QDataStream::Qt_6_0;
constexpr quint32 maxFrame = 64 * 1024 * 1024; // a page at print size is 26 MB even without compression
constexpr int headerSize = 5;

template <class... Values>
QByteArray written(const Values &...values)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    (out << ... << values);
    return bytes;
}

template <class... Values>
bool read(const QByteArray &bytes, Values &...values)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    (in >> ... >> values);
    return in.status() == QDataStream::Ok && in.atEnd();
}

QByteArray payloadOf(const Started &f)
{
    return written(f.mime, qint32(f.pages));
}
QByteArray payloadOf(const Page &f)
{
    return written(f.image, f.reduced, f.sharpness, f.light, f.turnedDegrees, f.cropped);
}
QByteArray payloadOf(const Finished &)
{
    return {};
}
QByteArray payloadOf(const Failed &f)
{
    return written(f.code, f.detail);
}

std::optional<Frame> frameOf(quint8 kind, const QByteArray &payload)
{
    switch (kind) {
    case 0: {
        Started f;
        qint32 pages = 0;
        if (!read(payload, f.mime, pages))
            return std::nullopt;
        f.pages = pages;
        return f;
    }
    case 1: {
        Page f;
        return read(payload, f.image, f.reduced, f.sharpness, f.light, f.turnedDegrees, f.cropped)
            ? std::optional<Frame>(f)
            : std::nullopt;
    }
    case 2:
        return payload.isEmpty() ? std::optional<Frame>(Finished{}) : std::nullopt;
    case 3: {
        Failed f;
        return read(payload, f.code, f.detail) ? std::optional<Frame>(f) : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

}

QByteArray encode(const Job &job)
{
    const auto &l = job.limits;
    return written(jobMagic, version, l.fileBytes, qint32(l.pages), l.pixels, qint32(l.side), qint32(l.cpuSeconds),
        l.memoryBytes, qint64(l.wallTime.count()), job.claimedName, job.password, job.bytes,
        job.rendition.straighten == Rendition::Straighten::Yes, job.rendition.size == Rendition::Size::Screen);
}

std::optional<Job> decodeJob(const QByteArray &bytes)
{
    Job job;
    auto &l = job.limits;
    quint32 magic = 0;
    quint32 itsVersion = 0;
    qint32 pages = 0;
    qint32 side = 0;
    qint32 cpuSeconds = 0;
    qint64 wallMs = 0;
    bool straighten = false;
    bool screen = false;
    const bool whole = read(bytes, magic, itsVersion, l.fileBytes, pages, l.pixels, side, cpuSeconds, l.memoryBytes,
        wallMs, job.claimedName, job.password, job.bytes, straighten, screen);
    if (!whole || magic != jobMagic || itsVersion != version)
        return std::nullopt;
    l.pages = pages;
    l.side = side;
    l.cpuSeconds = cpuSeconds;
    l.wallTime = std::chrono::milliseconds(wallMs);
    job.rendition.straighten = straighten ? Rendition::Straighten::Yes : Rendition::Straighten::No;
    job.rendition.size = screen ? Rendition::Size::Screen : Rendition::Size::Print;
    return job;
}

QByteArray encode(const Frame &frame)
{
    const auto payload = std::visit([](const auto &f) { return payloadOf(f); }, frame);
    return written(quint8(frame.index()), quint32(payload.size())) + payload;
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_buffer.size() < headerSize)
        return std::nullopt;
    quint8 kind = 0;
    quint32 size = 0;
    read(m_buffer.first(headerSize), kind, size);
    if (size > maxFrame) {
        m_broken = true;
        return std::nullopt;
    }
    if (quint64(m_buffer.size()) < headerSize + quint64(size))
        return std::nullopt;
    const auto frame = frameOf(kind, m_buffer.sliced(headerSize, size));
    m_buffer.remove(0, headerSize + qsizetype(size));
    m_broken = !frame;
    return frame;
}

}
