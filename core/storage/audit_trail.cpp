#include "storage/audit_trail.h"

#include "storage/audit_retention.h"
#include "storage/sealing.h"
#include "storage/sql.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String table{"audit_event"};

/// One event as it is stored. The chain is over stored bytes, so that it can be verified without any key.
struct StoredEvent
{
    qint64 sequence = 0;
    qint64 at = 0;
    QString user;
    QString role;
    QString action;
    QString subject;
    QString patient;
    QString facility;
    QString result;
    QByteArray sealed;
};

void addNumber(QCryptographicHash &hash, qint64 number)
{
    const auto bytes = qToBigEndian(number);
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&bytes), sizeof bytes));
}

void addField(QCryptographicHash &hash, QByteArrayView field)
{
    // The length first: moving a character from one field to the next is a change.
    addNumber(hash, field.size());
    hash.addData(field);
}

QByteArray chained(const QByteArray &previous, const TenantId &tenant, const StoredEvent &event)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    addField(hash, tenant.value().toUtf8());
    addNumber(hash, event.sequence);
    addNumber(hash, event.at);
    for (const auto *field :
        {&event.user, &event.role, &event.action, &event.subject, &event.patient, &event.facility, &event.result})
        addField(hash, field->toUtf8());
    addField(hash, event.sealed);
    return hash.result();
}

/// Columns: sequence, at, user_id, role, action, subject, patient, facility, result, sealed.
StoredEvent storedEvent(const Rows &row)
{
    return {
        .sequence = row.number(0),
        .at = row.number(1),
        .user = row.text(2),
        .role = row.text(3),
        .action = row.text(4),
        .subject = row.text(5),
        .patient = row.text(6),
        .facility = row.text(7),
        .result = row.text(8),
        .sealed = row.bytes(9),
    };
}

/// Whether this event is the purge that left the anchor behind. Its reason is sealed, so only our key can have said so.
bool attests(const Connection &db, const StoredEvent &event, const PurgeAnchor &anchor)
{
    if (event.action != u"audit.purge" || event.subject != QString::number(anchor.upto))
        return false;
    const auto reason = openBytes(db, table, QString::number(event.sequence), event.sealed);
    return reason && QString::fromUtf8(*reason) == purgeReason(anchor);
}

Role roleFromWord(const QString &word)
{
    for (const auto role : {Role::Clerk, Role::Doctor, Role::Manager, Role::Administrator})
        if (toWord(role) == word)
            return role;
    return Role::System;
}

/// Moves the head one on and locks it until the transaction ends; the returned hash is still the last event's.
Result<AuditHead> nextHead(Connection &db)
{
    auto rows = run(db,
        u"INSERT INTO audit_head (tenant, sequence, hash) VALUES (?, 1, ?)"
        u" ON CONFLICT (tenant) DO UPDATE SET sequence = audit_head.sequence + 1 RETURNING sequence, hash",
        ofTenant(db, {AuditHead().hash}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::Internal, QStringLiteral("AUDIT-HEAD"));
    return AuditHead{rows->number(0), rows->bytes(1)};
}

}

Result<AuditHead> AuditTrail::head() const
{
    auto rows = run(m_db, u"SELECT sequence, hash FROM audit_head WHERE tenant = ?", ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return rows->next() ? AuditHead{rows->number(0), rows->bytes(1)} : AuditHead();
}

Result<QByteArray> AuditTrail::hashAt(qint64 sequence) const
{
    if (sequence == 0)
        return AuditHead().hash;
    auto rows
        = run(m_db, u"SELECT hash FROM audit_event WHERE tenant = ? AND sequence = ?", ofTenant(m_db, {sequence}));
    if (!rows)
        return failed(rows);
    return rows->next() ? rows->bytes(0) : QByteArray();
}

Done AuditTrail::append(const AuditEvent &event)
{
    Transaction transaction(m_db);
    if (!transaction.begun())
        return transaction.begun();
    const auto head = nextHead(m_db);
    if (!head)
        return failed(head);

    StoredEvent stored{
        .sequence = head->sequence,
        .at = event.at.ms(),
        .user = event.actor.user.value(),
        .role = toWord(event.actor.role),
        .action = event.action,
        .subject = event.subject,
        .patient = event.patient.value(),
        .facility = event.facility.value(),
        .result = event.result,
        .sealed = {},
    };
    // A person may have typed the reason: sealed like everything else a person types.
    if (!event.reason.isEmpty()) {
        auto sealed = sealBytes(m_db, table, QString::number(head->sequence), event.reason.toUtf8());
        if (!sealed)
            return failed(sealed);
        stored.sealed = std::move(*sealed);
    }
    const auto hash = chained(head->hash, m_db.tenant(), stored);
    if (auto done = execute(m_db,
            u"INSERT INTO audit_event (tenant, sequence, at, user_id, role, action, subject, patient, facility, result,"
            u" sealed, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ofTenant(m_db,
                {stored.sequence, stored.at, stored.user, stored.role, stored.action, stored.subject, stored.patient,
                    stored.facility, stored.result, stored.sealed, hash}));
        !done)
        return done;
    if (auto done = execute(m_db, u"UPDATE audit_head SET hash = ? WHERE tenant = ?", {hash, value(m_db.tenant())});
        !done)
        return done;
    return transaction.commit();
}

Result<AuditVerdict> AuditTrail::verify() const
{
    const auto anchor = AuditRetention(m_db).anchor();
    if (!anchor)
        return failed(anchor);
    auto rows = run(m_db,
        u"SELECT sequence, at, user_id, role, action, subject, patient, facility, result, sealed, hash"
        u" FROM audit_event WHERE tenant = ? ORDER BY sequence",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    AuditVerdict verdict;
    verdict.purged = *anchor ? (*anchor)->upto : 0;
    verdict.head = *anchor ? (*anchor)->hash : AuditHead().hash;
    const auto broken = [&verdict](qint64 sequence) {
        if (verdict.intact)
            verdict.firstBroken = sequence;
        verdict.intact = false;
    };
    bool attested = !*anchor;
    while (rows->next()) {
        const auto event = storedEvent(*rows);
        const auto hash = chained(verdict.head, m_db.tenant(), event);
        const qint64 expected = verdict.purged + ++verdict.events;
        if (event.sequence != expected || hash != rows->bytes(10))
            broken(expected);
        attested = attested || attests(m_db, event, **anchor);
        verdict.head = hash;
    }
    // The head knows how long the chain was: a cut end has no successor that would notice.
    const auto last = head();
    if (!last)
        return failed(last);
    if (last->sequence != verdict.purged + verdict.events || last->hash != verdict.head)
        broken(verdict.purged + verdict.events + 1);
    // A beginning that no purge of ours left behind was cut off by somebody.
    if (!attested) {
        verdict.intact = false;
        verdict.firstBroken = verdict.purged + 1;
    }
    return verdict;
}

Result<QList<AuditEvent>> AuditTrail::last(int count) const
{
    auto rows = run(m_db,
        u"SELECT sequence, at, user_id, role, action, subject, patient, facility, result, sealed"
        u" FROM audit_event WHERE tenant = ? ORDER BY sequence DESC LIMIT ?",
        ofTenant(m_db, {count}));
    if (!rows)
        return failed(rows);
    return all<AuditEvent>(*rows, [this](const Rows &row) -> Result<AuditEvent> {
        AuditEvent event;
        event.at = row.time(1);
        event.actor = {row.id<UserId>(2), roleFromWord(row.text(3))};
        event.action = row.text(4);
        event.subject = row.text(5);
        event.patient = row.id<PatientId>(6);
        event.facility = row.id<FacilityId>(7);
        event.result = row.text(8);
        if (const auto sealed = row.bytes(9); !sealed.isEmpty()) {
            const auto reason = openBytes(m_db, table, row.text(0), sealed);
            if (!reason)
                return failed(reason);
            event.reason = QString::fromUtf8(*reason);
        }
        return event;
    });
}

}
