#include "common/random.h"

#include <QRandomGenerator>

namespace nadi
{

QByteArray Random::bytes(qsizetype count)
{
    QByteArray out(count, Qt::Uninitialized);
    fill(std::as_writable_bytes(std::span(out.data(), size_t(count))));
    return out;
}

void SystemRandom::fill(std::span<std::byte> out)
{
    auto *generator = QRandomGenerator::system();
    size_t done = 0;
    while (done < out.size()) {
        const quint32 word = generator->generate();
        const size_t part = std::min(sizeof word, out.size() - done);
        std::memcpy(out.data() + done, &word, part);
        done += part;
    }
}

}
