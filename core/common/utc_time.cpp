#include "common/utc_time.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace nadi
{

Result<UtcTime> UtcTime::parse(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral(
        R"(^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$)"));
    const auto trimmed = text.trimmed();
    // Longer than any timestamp: do not let a regular expression look at it.
    if (trimmed.size() > 64)
        return fail(ErrorKind::Invalid, QStringLiteral("TIME-FORMAT"));
    const auto match = shape.match(trimmed.toString());
    if (!match.hasMatch())
        return fail(ErrorKind::Invalid, QStringLiteral("TIME-FORMAT"));

    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    const auto fraction = match.captured(7).leftJustified(3, u'0').left(3);
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt(), fraction.toInt());
    if (!date.isValid() || !time.isValid())
        return fail(ErrorKind::Invalid, QStringLiteral("TIME-FORMAT"));

    qint64 offset = 0;
    const auto zone = match.captured(8);
    if (zone.size() > 1) {
        const auto digits = zone.mid(1).remove(u':');
        offset = (digits.left(2).toInt() * 60 + digits.mid(2).toInt()) * 60'000LL * (zone.startsWith(u'-') ? -1 : 1);
    }
    return UtcTime(QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - offset);
}

QString UtcTime::toIso() const
{
    return toDateTime().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

}
