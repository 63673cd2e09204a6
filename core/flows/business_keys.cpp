#include "flows/business_keys.h"

#include "flows/needs.h"

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;

QString tokenPrefix(const FacilityId &facility, const PatientId &patient, UtcTime now)
{
    const auto day = now.toDateTime().date().toString(u"yyyyMMdd"_s);
    return u"token:"_s + facility.value() + u'/' + patient.value() + u'/' + day + u'/';
}

QString callPrefix(QStringView what, const FacilityId &facility, const QString &subject)
{
    return what.toString() + u':' + facility.value() + u'/' + subject + u'/';
}

}

QString tokenKey(const FacilityId &facility, const PatientId &patient, UtcTime now, int number)
{
    return tokenPrefix(facility, patient, now) + QString::number(number);
}

int tokenNumber(QStringView key, const FacilityId &facility, const PatientId &patient, UtcTime now)
{
    const auto prefix = tokenPrefix(facility, patient, now);
    return key.startsWith(prefix) ? key.mid(prefix.size()).toInt() : 0;
}

QString callKey(QStringView what, const FacilityId &facility, const QString &subject, int number)
{
    return callPrefix(what, facility, subject) + QString::number(number);
}

bool isCallKey(QStringView key, QStringView what, const FacilityId &facility, const QString &subject)
{
    return key.startsWith(callPrefix(what, facility, subject));
}

QStringList tokenRequestKeys(const FacilityId &facility, const PatientId &patient, UtcTime now)
{
    QStringList keys;
    for (const auto day : {now, now - std::chrono::hours(24)})
        for (int number = tokenRequestsPerDay; number >= 1; --number)
            keys << tokenKey(facility, patient, day, number);
    return keys;
}

}
