#include "domain/content/dose_entry.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace nadi
{
namespace
{

struct Latin
{
    QStringView word;
    int timesADay;
};
constexpr std::array latin{
    Latin{u"od", 1}, Latin{u"bd", 2}, Latin{u"bid", 2}, Latin{u"tds", 3}, Latin{u"tid", 3}, Latin{u"qid", 4}};

/// "1", "0.5", "1/2", "½", "1½": as a decimal; empty when it is none.
QString decimalOf(QString part)
{
    static constexpr std::array fractions{std::pair{u'½', u".5"}, std::pair{u'¼', u".25"}, std::pair{u'¾', u".75"}};
    part = part.trimmed();
    for (const auto &[sign, decimal] : fractions)
        part.replace(QChar(sign), QStringView(decimal).toString());
    if (part.startsWith(u'.'))
        part.prepend(u'0');
    const auto slash = part.split(u'/');
    if (slash.size() == 2 && slash[1].toInt() > 0)
        part = QString::number(slash[0].toDouble() / slash[1].toInt(), 'g', 3);
    static const QRegularExpression decimal(QStringLiteral("^\\d{1,3}(\\.\\d{1,2})?$"));
    return decimal.match(part).hasMatch() ? part : QString();
}

QStringList slotsFrom(const QString &typed)
{
    auto parts = typed.split(u'-');
    if (parts.size() != 3 && parts.size() != 4)
        return {};
    for (auto &part : parts)
        part = decimalOf(part);
    if (parts.contains(QString()))
        return {};
    if (parts.size() == 3) // morning, noon, night
        parts.insert(2, QStringLiteral("0"));
    return parts;
}

bool takeWhenNeeded(QString &typed)
{
    static const QRegularExpression whenNeeded(
        QStringLiteral("\\b(sos|prn|when needed)\\b"), QRegularExpression::CaseInsensitiveOption);
    if (!typed.contains(whenNeeded))
        return false;
    typed = typed.remove(whenNeeded).remove(u',').simplified();
    return true;
}

double takingsADay(const DoseTimes &times)
{
    double sum = 0;
    for (const auto &slot : times.slots)
        sum += slot.toDouble();
    if (sum > 0)
        return sum;
    return times.timesADay > 0 ? times.timesADay : times.everyHours > 0 ? 24.0 / times.everyHours : 0;
}

/// English words for pieces that are counted; a measure ("g", "ml") has no plural.
QString counted(const QString &unit, double number)
{
    static const QStringList pieces{QStringLiteral("tablet"), QStringLiteral("capsule"), QStringLiteral("pill"),
        QStringLiteral("sachet"), QStringLiteral("drop"), QStringLiteral("puff"), QStringLiteral("teaspoon")};
    return number > 1 && pieces.contains(unit.toLower()) ? unit + u's' : unit;
}

}

DoseTimes doseTimesFrom(QStringView text)
{
    DoseTimes times;
    auto typed = text.toString().simplified();
    times.asNeeded = takeWhenNeeded(typed);
    if (typed.isEmpty())
        return times;
    times.slots = slotsFrom(typed);
    if (!times.slots.isEmpty())
        return times;
    if (typed.compare(u"hs", Qt::CaseInsensitive) == 0) {
        times.slots = slotsFrom(QStringLiteral("0-0-0-1"));
        return times;
    }
    static const QRegularExpression hours(
        QStringLiteral("^(?:every )?(\\d{1,2}) ?h(?:ours?)?$"), QRegularExpression::CaseInsensitiveOption);
    if (const auto match = hours.match(typed); match.hasMatch() && match.captured(1).toInt() > 0) {
        times.everyHours = match.captured(1).toInt();
        return times;
    }
    const auto named = std::ranges::find_if(
        latin, [&](const Latin &one) { return typed.compare(one.word, Qt::CaseInsensitive) == 0; });
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (named != latin.end())
        times.timesADay = named->timesADay;
    else if (isNumber && number > 0 && number <= 24)
        times.timesADay = number;
    else
        times.words = typed;
    return times;
}

QString typedTimes(const DoseTimes &times)
{
    QString said = times.words;
    if (times.slots.size() == 4) {
        auto parts = times.slots;
        if (parts[2] == u"0")
            parts.removeAt(2);
        said = parts.join(u'-');
    } else if (times.timesADay > 0) {
        said = QString::number(times.timesADay);
    } else if (times.everyHours > 0) {
        said = QStringLiteral("%1h").arg(times.everyHours);
    }
    return times.asNeeded ? (said + QStringLiteral(" sos")).simplified() : said;
}

QString totalOf(const MedicineLine &line)
{
    // "1 tablet", "5ml": the number ends where letters begin.
    static const QRegularExpression number(QStringLiteral("^([\\d./½¼¾]+)\\s*(.*)$"));
    const auto parts = number.match(line.dose.simplified());
    const auto each = parts.hasMatch() ? decimalOf(parts.captured(1)).toDouble() : 0;
    // "1-0-1" of "1 tablet" counts tablets; of "5 ml" each "1" is one dose.
    const double total = each * takingsADay(line.times) * line.days;
    if (total <= 0 || line.times.asNeeded)
        return {};
    const auto text = QString::number(std::ceil(total * 100) / 100, 'g', 6);
    return (text + u' ' + counted(parts.captured(2), total)).trimmed();
}

}
