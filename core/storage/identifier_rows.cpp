#include "storage/identifier_rows.h"

#include "storage/counter.h"
#include "storage/sealing.h"

namespace nadi::storage
{
namespace
{

constexpr QLatin1String identifierTable{"identifier"};
constexpr QLatin1String localTable{"patient_local"};
constexpr QChar between{u'\x1f'};

QString localContext(const PatientId &patient, const QString &facility)
{
    return patient.value() + u'/' + facility;
}

}

QByteArray identifierIndex(
    const Connection &db, IdentifierSystem system, const QString &assigner, const QString &normalised)
{
    if (normalised.isEmpty())
        return {};
    switch (system) {
    case IdentifierSystem::AbhaNumber:
        return blindIndex(db, abhaNumberField, normalised);
    case IdentifierSystem::AbhaAddress:
        return blindIndex(db, abhaAddressField, normalised);
    case IdentifierSystem::LocalNumber:
        return blindIndex(db, localNumberField, normalised);
    case IdentifierSystem::External:
        break;
    }
    return blindIndex(db, externalField, assigner.simplified().toLower() + between + normalised);
}

Result<QByteArray> sealIdentifier(const Connection &db, const Identifier &identifier)
{
    return sealJson(db, identifierTable, identifier.id.value(),
        {
            {QStringLiteral("value"), identifier.value},
            {QStringLiteral("assigner"), identifier.assigner},
            {QStringLiteral("verifiedBy"), toWord(identifier.verifiedBy)},
            {QStringLiteral("endReason"), identifier.endReason},
        });
}

Result<Identifier> readIdentifier(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, identifierTable, row.text(0), row.bytes(7));
    if (!json)
        return failed(json);
    Identifier out;
    out.id = row.id<IdentifierId>(0);
    out.patient = row.id<PatientId>(1);
    out.system = identifierSystemFromWord(row.text(2));
    out.status = identifierStatusFromWord(row.text(3));
    out.addedAt = row.time(4);
    out.verifiedAt = row.time(5);
    out.endedAt = row.time(6);
    out.value = (*json)[u"value"].toString();
    out.assigner = (*json)[u"assigner"].toString();
    out.verifiedBy = abhaProofFromWord((*json)[u"verifiedBy"].toString());
    out.endReason = (*json)[u"endReason"].toString();
    return out;
}

Result<QByteArray> sealLocalNumber(
    const Connection &db, const PatientId &patient, const QString &facility, const QString &number)
{
    return sealBytes(db, localTable, localContext(patient, facility), number.toUtf8());
}

Result<QString> openLocalNumber(
    const Connection &db, const PatientId &patient, const QString &facility, const QByteArray &sealed)
{
    const auto number = openBytes(db, localTable, localContext(patient, facility), sealed);
    if (!number)
        return failed(number);
    return QString::fromUtf8(*number);
}

Result<Identifier> readLocalNumber(const Connection &db, const Rows &row)
{
    const auto patient = row.id<PatientId>(0);
    const auto number = openLocalNumber(db, patient, row.text(1), row.bytes(2));
    if (!number)
        return failed(number);
    Identifier out;
    out.patient = patient;
    out.system = IdentifierSystem::LocalNumber;
    out.assigner = row.text(1);
    out.value = *number;
    return out;
}

Done touchPatient(Connection &db, const PatientId &patient)
{
    const auto mark = nextNumber(db, QStringLiteral("patient-mark"));
    if (!mark)
        return failed(mark);
    return execute(
        db, u"UPDATE patient SET mark = ? WHERE tenant = ? AND id = ?", {*mark, value(db.tenant()), value(patient)});
}

}
