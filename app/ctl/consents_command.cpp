#include "clinic.h"
#include "clinic/consents.h"
#include "common/clock.h"
#include "common/id.h"
#include "options.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"

#include <QJsonArray>

namespace nadi::ctl
{
namespace
{

const QString patientOption = QStringLiteral("--patient");

QJsonValue timeOrNull(UtcTime time)
{
    return time.isSet() ? QJsonValue(time.toIso()) : QJsonValue();
}

QJsonObject asJson(const clinic::ConsentRow &row)
{
    QJsonArray left;
    for (const auto &record : row.left)
        left.append(QJsonObject{{QStringLiteral("careContext"), record.careContext.value()},
            {QStringLiteral("type"), record.type ? QJsonValue(toWire(*record.type)) : QJsonValue()},
            {QStringLiteral("at"), record.at.toIso()}});
    const auto &artefact = row.artefact;
    return {{QStringLiteral("id"), artefact.id.value()}, {QStringLiteral("status"), toWire(artefact.status)},
        {QStringLiteral("inForce"), row.standing == clinic::ConsentStanding::InForce},
        {QStringLiteral("askedBy"), artefact.requesterName}, {QStringLiteral("hiu"), artefact.hiuName},
        {QStringLiteral("purpose"), artefact.purposeCode},
        {QStringLiteral("hiTypes"), QJsonArray::fromStringList(artefact.hiTypes)},
        {QStringLiteral("from"), timeOrNull(artefact.from)}, {QStringLiteral("to"), timeOrNull(artefact.to)},
        {QStringLiteral("dataEraseAt"), timeOrNull(artefact.dataEraseAt)},
        {QStringLiteral("createdAt"), timeOrNull(artefact.createdAt)},
        {QStringLiteral("endedAt"), timeOrNull(row.endedAt)}, {QStringLiteral("patient"), row.patient.value()},
        {QStringLiteral("left"), left}};
}

/// By the file's number at the facility, as people read it: "KR-20418".
Result<PatientId> patientOf(Clinic &clinic, const FacilityId &facility, const QString &number)
{
    return storage::PatientRepository(*clinic.database).byLocalNumber(number, facility);
}

Result<QJsonObject> consentsOf(Clinic &clinic, const QString &number)
{
    const auto facilities = storage::FacilityRepository(*clinic.database).facilities();
    if (!facilities)
        return failed(facilities);
    const SystemClock clock;
    RandomIdSource ids(*clinic.random);
    clinic::Work work{*clinic.database, clock, ids, commandLineActor()};
    QJsonArray list;
    for (const auto &facility : *facilities) {
        const auto patient = number.isEmpty() ? Result<PatientId>(PatientId()) : patientOf(clinic, facility.id, number);
        if (!patient && patient.error().kind == ErrorKind::NotFound)
            continue;
        if (!patient)
            return failed(patient);
        const auto rows = clinic::consentRegister(work, facility.id, *patient);
        if (!rows)
            return failed(rows);
        for (const auto &row : *rows) {
            auto json = asJson(row);
            json.insert(QStringLiteral("facility"), facility.id.value());
            list.append(json);
        }
    }
    return QJsonObject{{QStringLiteral("consents"), list}};
}

}

Exit runConsents(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings"), patientOption});
    if (!options || !options->rest().isEmpty())
        return usage(QStringLiteral("nadictl consents [--patient NUMBER] [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const auto consents = consentsOf(*clinic, options->value(patientOption));
    if (!consents)
        return report(consents.error());
    print(*consents);
    return Exit::Ok;
}

}
