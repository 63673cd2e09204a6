#pragma once

#include <QByteArray>

#include <optional>

namespace nadi::ctl
{

/// Lines of a file descriptor as they come (a pipe is answered line by line), with a limit: of a longer line only the
/// fact is kept.
class LineReader
{
public:
    struct Line
    {
        QByteArray text;
        bool tooLong = false;
    };

    LineReader(int descriptor, qsizetype longest)
        : m_descriptor(descriptor)
        , m_longest(longest)
    {
    }
    /// nullopt at the end. A last line without '\n' counts.
    std::optional<Line> next();

private:
    bool fill();

    int m_descriptor;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_at = 0;
};

}
