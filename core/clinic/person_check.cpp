#include "clinic/person_check.h"

#include <QDate>

#include <algorithm>

namespace nadi::clinic
{

Done checkPerson(const Patient &patient, UtcTime now)
{
    const auto wrong = [](const char *code) { return fail(ErrorKind::Invalid, QLatin1String(code)); };
    if (patient.name.simplified().size() < 2 || patient.name.size() > 200)
        return wrong("PERSON-NAME");
    if (patient.gender == Gender::Unknown)
        return wrong("PERSON-GENDER");
    if (patient.birth.year && !patient.birth.ageOn(now.toDateTime().date().addDays(1)))
        return wrong("PERSON-BIRTH");
    const bool digitsOnly = std::ranges::all_of(patient.mobile, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!patient.mobile.isEmpty() && (patient.mobile.size() != 10 || !digitsOnly))
        return wrong("PERSON-MOBILE");
    return {};
}

}
