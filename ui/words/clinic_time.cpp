#include "ui/words/clinic_time.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

QString localised(QDate day, const char *format)
{
    return QLocale().toString(day, QString::fromLatin1(format));
}

}

ClinicTime::ClinicTime(const QString &timeZone)
    : m_zone(timeZone.toLatin1())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

QDate ClinicTime::dateOf(UtcTime time) const
{
    return time.toDateTime().toTimeZone(m_zone).date();
}

QString ClinicTime::time(UtcTime time) const
{
    // 24 hours with Latin digits in every language: times stand in columns and on slips.
    return time.isSet() ? time.toDateTime().toTimeZone(m_zone).toString(QStringLiteral("HH:mm")) : QString();
}

QString ClinicTime::day(QDate day) const
{
    return localised(day, "dddd, d MMMM");
}

QString ClinicTime::shortDay(QDate day) const
{
    return localised(day, "ddd d MMM");
}

QString ClinicTime::fullDay(QDate day) const
{
    return localised(day, "d MMMM yyyy");
}

QString ClinicTime::moment(UtcTime time, UtcTime now) const
{
    if (!time.isSet())
        return {};
    const QDate day = dateOf(time);
    return day == dateOf(now) ? this->time(time) : localised(day, "d MMM") + QStringLiteral(", ") + this->time(time);
}

QString ClinicTime::elapsed(std::chrono::milliseconds span) const
{
    const qint64 seconds = qMax<qint64>(0, span.count() / 1000);
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    const int hours = int(seconds / 3600);
    if (hours < 48)
        return QCoreApplication::translate("ClinicTime", "%1 h", "hours").arg(hours);
    return QCoreApplication::translate("ClinicTime", "%n day(s)", nullptr, hours / 24);
}

}
