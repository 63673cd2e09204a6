#include "birth_entry.h"

#include <QRegularExpression>

namespace nadi::ui
{
namespace
{

// A number up to this is an age, above it a birth year.
constexpr int oldest = 130;

}

Result<BirthDate> readBirth(const QString &text, QDate today)
{
    const QString entry = text.trimmed();
    if (entry.isEmpty())
        return BirthDate{};
    bool isNumber = false;
    if (const int number = entry.toInt(&isNumber); isNumber && number <= oldest)
        return BirthDate{today.year() - number, std::nullopt, std::nullopt};
    static const QRegularExpression dayFirst(QStringLiteral("^(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})$"));
    const auto match = dayFirst.match(entry);
    const QString iso = match.hasMatch() ? QStringLiteral("%1-%2-%3")
                                               .arg(match.captured(3))
                                               .arg(match.captured(2), 2, QLatin1Char('0'))
                                               .arg(match.captured(1), 2, QLatin1Char('0'))
                                         : entry;
    return BirthDate::parse(iso);
}

}
