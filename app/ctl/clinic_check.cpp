#include "clinic_check.h"

#include "registry_question.h"

#include <QJsonArray>

#include <algorithm>

namespace nadi::ctl
{
using namespace abdm::registry;

namespace
{
Result<ProfessionalQuery> queryFor(const Doctor &doctor)
{
    ProfessionalQuery query;
    query.registrationNumber = doctor.registrationNumber;
    if (doctor.hprId.isEmpty())
        return query;
    return normalisedHprId(doctor.hprId).map([](const QString &id) {
        ProfessionalQuery byId;
        byId.hprId = id;
        return byId;
    });
}

/// One number is given by several councils: who is found by it alone may be somebody else, and a person must look.
bool isSurely(const Doctor &doctor, const QList<Professional> &found)
{
    if (found.size() != 1 || found.constFirst().standing != Professional::Standing::Verified)
        return false;
    const auto &registrations = found.constFirst().registrations;
    return std::any_of(registrations.begin(), registrations.end(),
        [&](const auto &one) { return one.number.compare(doctor.registrationNumber, Qt::CaseInsensitive) == 0; });
}
}

Exit checkClinic(const clinic::ClinicSetup &setup, const Settings &settings)
{
    const auto registry = RegistryQuestion::make(settings);
    if (!registry)
        return report(registry.error());
    QJsonArray doctors;
    bool allVerified = true;
    for (const auto &[doctor, blocks] : setup.doctors) {
        const auto query = queryFor(doctor);
        if (!query)
            return report(query.error());
        const auto found = (*registry)->ask(*query);
        if (!found)
            return report(found.error());
        QJsonArray names;
        for (const auto &one : *found)
            names.append(one.name);
        const bool verified = isSurely(doctor, *found);
        allVerified = allVerified && verified;
        doctors.append(QJsonObject{{QStringLiteral("id"), doctor.id.value()}, {QStringLiteral("verified"), verified},
            {QStringLiteral("names"), names}});
    }
    print({{QStringLiteral("doctors"), doctors}});
    return allVerified ? Exit::Ok : Exit::Refused;
}

}
