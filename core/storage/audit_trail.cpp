#include "storage/audit_trail.h"

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

Role roleFromWord(const QString &word)
{
    for (const auto role : {Role::Clerk, Role::Doctor, Role::Manager, Role::Administrator})
        if (toWord(role) == word)
            return role;
    return Role::System;
}

struct Head
{
    qint64 sequence = 0;
    QByteArray hash = QByteArray(32, '\0');
};

/// Moves the head one on and locks it until the transaction ends; the returned hash is still the last event's.
Result<Head> nextHead(Connection &db)
{
    auto rows = run(db,
        u"INSERT INTO audit_head (tenant, sequence, hash) VALUES (?, 1, ?)"
        u" ON CONFLICT (tenant) DO UPDATE SET sequence = audit_head.sequence + 1 RETURNING sequence, hash",
        ofTenant(db, {Head().hash}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return fail(ErrorKind::Internal, QStringLiteral("AUDIT-HEAD"));
    return Head{rows->number(0), rows->bytes(1)};
}

Result<Head> storedHead(Connection &db)
{
    auto rows = run(db, u"SELECT sequence, hash FROM audit_head WHERE tenant = ?", ofTenant(db, {}));
    if (!rows)
        return failed(rows);
    return rows->next() ? Head{rows->number(0), rows->bytes(1)} : Head();
}

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
    auto rows = run(m_db,
        u"SELECT sequence, at, user_id, role, action, subject, patient, facility, result, sealed, hash"
        u" FROM audit_event WHERE tenant = ? ORDER BY sequence",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    AuditVerdict verdict;
    verdict.head = Head().hash;
    while (rows->next()) {
        const StoredEvent event{
            .sequence = rows->number(0),
            .at = rows->number(1),
            .user = rows->text(2),
            .role = rows->text(3),
            .action = rows->text(4),
            .subject = rows->text(5),
            .patient = rows->text(6),
            .facility = rows->text(7),
            .result = rows->text(8),
            .sealed = rows->bytes(9),
        };
        const auto hash = chained(verdict.head, m_db.tenant(), event);
        ++verdict.events;
        if (verdict.intact && (event.sequence != verdict.events || hash != rows->bytes(10))) {
            verdict.intact = false;
            verdict.firstBroken = verdict.events;
        }
        verdict.head = hash;
    }
    // The head knows how long the chain was: a cut end has no successor that would notice.
    const auto head = storedHead(m_db);
    if (!head)
        return failed(head);
    if (verdict.intact && (head->sequence != verdict.events || head->hash != verdict.head)) {
        verdict.intact = false;
        verdict.firstBroken = verdict.events + 1;
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
