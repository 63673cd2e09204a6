#include "flows/hip_name.h"

#include <QRegularExpression>

namespace nadi::flows
{

QString cleanHipName(const QString &name)
{
    constexpr qsizetype longest = 15;
    static const QRegularExpression others(QStringLiteral("[^a-zA-Z0-9]+"));
    auto clean = QString(name).replace(u'\'', QString()).replace(others, QStringLiteral(" ")).simplified();
    if (clean.size() <= longest)
        return clean;
    const auto word = clean.lastIndexOf(u' ', longest);
    return clean.left(word > 0 ? word : longest).trimmed();
}

}
