#include "streams.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace nadi::pages
{

QByteArray readAll()
{
    QByteArray all;
    constexpr qsizetype chunk = 1 << 20;
    for (;;) {
        const auto size = all.size();
        all.resize(size + chunk);
        const auto count = read(STDIN_FILENO, all.data() + size, size_t(chunk));
        all.resize(size + std::max<qsizetype>(0, count));
        if (count == 0 || (count < 0 && errno != EINTR))
            return all;
    }
}

void send(const documents::protocol::Frame &frame)
{
    const QByteArray bytes = documents::protocol::encode(frame);
    for (qsizetype at = 0; at < bytes.size();) {
        const auto count = write(STDOUT_FILENO, bytes.data() + at, size_t(bytes.size() - at));
        if (count < 0 && errno != EINTR)
            leave(4);
        at += std::max<qsizetype>(0, count);
    }
}

void giveUp(const char *why)
{
    send(documents::protocol::Failed{QStringLiteral("DOC-WORKER"), QString::fromLatin1(why)});
    leave(2);
}

void leave(int status)
{
    std::_Exit(status);
}

}
