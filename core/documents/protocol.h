#pragma once

#include "documents/limits.h"
#include "documents/rendition.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace nadi::documents::protocol
{

/// What passes between the program and one nadi-pages process: one Job in, then Started, a Page for each page, and
/// Finished or Failed. Neither side trusts the other's lengths.
/// The job needs no framing of its own: the program closes the pipe behind it.
inline constexpr quint32 version = 2;

struct Job
{
    PageLimits limits;
    QString claimedName;
    QByteArray password;
    QByteArray bytes;
    Rendition rendition;
};

struct Started
{
    QString mime;
    int pages = 0;
};
struct Page
{
    QByteArray image;
    bool reduced = false;
    double sharpness = 0;
    double light = 0;
    double turnedDegrees = 0;
    bool cropped = false;
};
struct Finished
{
};
struct Failed
{
    QString code;
    QString detail;
};
using Frame = std::variant<Started, Page, Finished, Failed>;

QByteArray encode(const Job &job);
std::optional<Job> decodeJob(const QByteArray &bytes);

QByteArray encode(const Frame &frame);

/// Collects output as it arrives.
class FrameReader
{
public:
    void append(const QByteArray &bytes) { m_buffer.append(bytes); }
    /// Nothing until a whole frame is there. After broken() nothing comes any more.
    std::optional<Frame> next();
    bool broken() const { return m_broken; }
    bool isEmpty() const { return m_buffer.isEmpty(); }

private:
    QByteArray m_buffer;
    bool m_broken = false;
};

}
