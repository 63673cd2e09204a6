#include "storage/abha_repository.h"

#include "domain/abha_profile_json.h"
#include "storage/files_of_person.h"
#include "storage/sealing.h"
#include "storage/sql.h"

namespace nadi::storage
{
namespace
{
constexpr QLatin1String snapshotTable{"abha_snapshot"};
constexpr QLatin1String parkedTable{"abha_parked"};

QString snapshotContext(const PatientId &patient, qint64 at)
{
    return patient.value() + u'/' + QString::number(at);
}
QString parkedContext(const QString &desk, const UserId &user)
{
    return desk + u'/' + user.value();
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}
QByteArray bytesOf(const QJsonValue &base64)
{
    return QByteArray::fromBase64(base64.toString().toLatin1());
}
}

Done AbhaRepository::addConsent(const AbhaConsentRow &consent)
{
    return execute(m_db,
        u"INSERT INTO abha_consent (tenant, code, version, language, manner, patient, facility, user_id, at)"
        u" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ofTenant(m_db,
            {consent.code, consent.version, consent.language, consent.manner, value(consent.patient),
                value(consent.facility), value(consent.user), value(consent.at)}));
}

Result<QList<AbhaConsentRow>> AbhaRepository::consents(const PatientId &patient) const
{
    auto rows = run(m_db,
        u"SELECT code, version, language, manner, patient, facility, user_id, at FROM abha_consent"
        u" WHERE tenant = ? AND patient = ? ORDER BY sequence",
        ofTenant(m_db, {value(patient)}));
    if (!rows)
        return failed(rows);
    return all<AbhaConsentRow>(*rows, [](const Rows &row) -> Result<AbhaConsentRow> {
        return AbhaConsentRow{row.text(0), row.text(1), row.text(2), row.text(3), row.id<PatientId>(4),
            row.id<FacilityId>(5), row.id<UserId>(6), row.time(7)};
    });
}

Done AbhaRepository::addDecline(const PatientId &patient, const FacilityId &facility, const UserId &user, UtcTime at)
{
    return execute(m_db,
        u"INSERT INTO abha_decline (tenant, patient, facility, user_id, at) VALUES (?, ?, ?, ?, ?)"
        u" ON CONFLICT DO NOTHING",
        ofTenant(m_db, {value(patient), value(facility), value(user), value(at)}));
}

Result<UtcTime> AbhaRepository::lastDecline(const PatientId &patient) const
{
    auto rows = run(m_db,
        u"SELECT at FROM abha_decline WHERE tenant = ? AND patient "
        u"IN " NADI_FILES_OF_PERSON u" ORDER BY at DESC LIMIT 1",
        ofTenant(m_db, filesOfPerson(m_db, patient)));
    if (!rows)
        return failed(rows);
    return rows->next() ? rows->time(0) : UtcTime();
}

Done AbhaRepository::addSnapshot(const AbhaSnapshotRow &snapshot)
{
    const QJsonObject plain{{QStringLiteral("profile"), toJson(snapshot.profile)},
        {QStringLiteral("card"), base64(snapshot.card)}, {QStringLiteral("qr"), base64(snapshot.qr)}};
    const auto sealed = sealJson(m_db, snapshotTable, snapshotContext(snapshot.patient, snapshot.at.ms()), plain);
    if (!sealed)
        return failed(sealed);
    return execute(m_db, u"INSERT INTO abha_snapshot (tenant, patient, proof, at, sealed) VALUES (?, ?, ?, ?, ?)",
        ofTenant(m_db, {value(snapshot.patient), toWord(snapshot.proof), value(snapshot.at), *sealed}));
}

Result<std::optional<AbhaSnapshotRow>> AbhaRepository::newestSnapshot(const PatientId &patient) const
{
    auto rows = run(m_db,
        u"SELECT proof, at, sealed, patient FROM abha_snapshot WHERE tenant = ?"
        u" AND patient IN " NADI_FILES_OF_PERSON u" ORDER BY sequence DESC LIMIT 1",
        ofTenant(m_db, filesOfPerson(m_db, patient)));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<AbhaSnapshotRow>();
    const auto json
        = openJson(m_db, snapshotTable, snapshotContext(rows->id<PatientId>(3), rows->number(1)), rows->bytes(2));
    if (!json)
        return failed(json);
    return AbhaSnapshotRow{patient, abhaProofFromWord(rows->text(0)), rows->time(1),
        abhaProfileFromJson((*json)[u"profile"].toObject()), bytesOf((*json)[u"card"]), bytesOf((*json)[u"qr"])};
}

Done AbhaRepository::dropSnapshots(const PatientId &patient)
{
    return execute(m_db, u"DELETE FROM abha_snapshot WHERE tenant = ? AND patient IN " NADI_FILES_OF_PERSON,
        ofTenant(m_db, filesOfPerson(m_db, patient)));
}

Done AbhaRepository::park(const QString &desk, const UserId &user, UtcTime at, const QJsonObject &parked)
{
    const auto sealed = sealJson(m_db, parkedTable, parkedContext(desk, user), parked);
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO abha_parked (tenant, desk, user_id, at, sealed) VALUES (?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, desk, user_id) DO UPDATE SET at = excluded.at, sealed = excluded.sealed",
        ofTenant(m_db, {desk, value(user), value(at), *sealed}));
}

Result<QJsonObject> AbhaRepository::parked(const QString &desk, const UserId &user) const
{
    auto rows = run(m_db, u"SELECT sealed FROM abha_parked WHERE tenant = ? AND desk = ? AND user_id = ?",
        ofTenant(m_db, {desk, value(user)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return QJsonObject();
    return openJson(m_db, parkedTable, parkedContext(desk, user), rows->bytes(0));
}

Done AbhaRepository::dropParked(const QString &desk, const UserId &user)
{
    return execute(m_db, u"DELETE FROM abha_parked WHERE tenant = ? AND desk = ? AND user_id = ?",
        ofTenant(m_db, {desk, value(user)}));
}

}
