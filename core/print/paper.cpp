#include "print/paper.h"

#include "domain/words.h"

namespace nadi::print
{
namespace
{

constexpr std::array papers{
    Word<Paper>{Paper::A5, QLatin1String("a5")},
    Word<Paper>{Paper::A4, QLatin1String("a4")},
};

}

QSizeF sizeOf(Paper paper)
{
    const QSizeF mm = paper == Paper::A5 ? QSizeF(148, 210) : QSizeF(210, 297);
    return mm * unitsPerMm;
}

QString toWord(Paper paper)
{
    return wordOf(papers, paper);
}

std::optional<Paper> paperFromWord(QStringView word)
{
    return valueOf(papers, word);
}

}
