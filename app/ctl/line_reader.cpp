#include "line_reader.h"

#include <unistd.h>

#include <cerrno>

namespace nadi::ctl
{

bool LineReader::fill()
{
    constexpr qsizetype chunk = 256 * 1024;
    m_buffer.resize(chunk);
    m_at = 0;
    ssize_t got = 0;
    do
        got = ::read(m_descriptor, m_buffer.data(), size_t(chunk));
    while (got < 0 && errno == EINTR);
    m_buffer.resize(got > 0 ? got : 0);
    return got > 0;
}

std::optional<LineReader::Line> LineReader::next()
{
    Line line;
    bool any = false;
    while (m_at < m_buffer.size() || fill()) {
        any = true;
        const auto end = m_buffer.indexOf('\n', m_at);
        const auto part = QByteArrayView(m_buffer).sliced(m_at, (end < 0 ? m_buffer.size() : end) - m_at);
        line.tooLong = line.tooLong || line.text.size() + part.size() > m_longest;
        if (line.tooLong)
            line.text.clear();
        else
            line.text.append(part);
        m_at = end < 0 ? m_buffer.size() : end + 1;
        if (end >= 0)
            return line;
    }
    return any ? std::optional(std::move(line)) : std::nullopt;
}

}
