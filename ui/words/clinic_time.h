#pragma once

#include "common/utc_time.h"

#include <QLocale>
#include <QTimeZone>

namespace nadi::ui
{

/// Clinic time for screens: UTC inside, the facility's zone and the window's language outside (rule R9).
class ClinicTime
{
public:
    explicit ClinicTime(const QString &timeZone = QStringLiteral("Asia/Kolkata"));

    QDate dateOf(UtcTime time) const;
    QString time(UtcTime time) const; ///< "09:41"; empty when unset
    QString day(QDate day) const; ///< "Friday, 20 November"
    QString shortDay(QDate day) const; ///< "Fri 20 Nov"
    QString fullDay(QDate day) const; ///< "20 November 2026"
    QString moment(UtcTime time, UtcTime now) const; ///< "09:41" today, "20 Nov, 09:41" otherwise
    QString elapsed(std::chrono::milliseconds span) const; ///< "4:52" below an hour, "2 h" above

private:
    QTimeZone m_zone;
};

}
