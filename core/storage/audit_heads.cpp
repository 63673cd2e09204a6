#include "storage/audit_heads.h"

#include "storage/audit_retention.h"
#include "storage/audit_trail.h"
#include "storage/meta.h"
#include "storage/sealing.h"
#include "storage/sql.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

#include <algorithm>

namespace nadi::storage
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView purpose = "audit-head";
constexpr qint64 longestLine = 1'000;

struct SignedHead
{
    QString tenant;
    qint64 sequence = 0;
    QByteArray hash;
    UtcTime at;
    QByteArray signature;
};

tl::unexpected<Error> unusable(const QString &why)
{
    return fail(ErrorKind::Storage, u"AUDIT-HEADS"_s, why);
}

/// One file per tenant; a tenant's name may not be a file's.
QString fileIn(const QString &folder, const TenantId &tenant)
{
    const auto name = QCryptographicHash::hash(tenant.value().toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QDir(folder).filePath(u"nadi-audit-%1.jsonl"_s.arg(QString::fromLatin1(name)));
}

QByteArray signatureOf(const Connection &db, const SignedHead &head)
{
    const QByteArray what = head.tenant.toUtf8() + '\n' + QByteArray::number(head.sequence) + '\n' + head.hash.toHex()
        + '\n' + QByteArray::number(head.at.ms());
    return db.sealer().blindIndex(purpose, what);
}

QByteArray lineOf(const SignedHead &head)
{
    return QJsonDocument(QJsonObject{{u"tenant"_s, head.tenant}, {u"sequence"_s, head.sequence},
                             {u"head"_s, QString::fromLatin1(head.hash.toHex())}, {u"at"_s, head.at.toIso()},
                             {u"signature"_s, QString::fromLatin1(head.signature.toHex())}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

SignedHead headOf(const QByteArray &line)
{
    const auto json = QJsonDocument::fromJson(line).object();
    return {json[u"tenant"].toString(), json[u"sequence"].toInteger(),
        QByteArray::fromHex(json[u"head"].toString().toLatin1()),
        UtcTime::parse(json[u"at"].toString()).value_or(UtcTime()),
        QByteArray::fromHex(json[u"signature"].toString().toLatin1())};
}

struct Restore
{
    qint64 sequence = 0;
    UtcTime at;
};

/// Only those whose reason our key sealed: nobody else can excuse a missing head.
Result<QList<Restore>> restoresIn(Connection &db)
{
    auto rows = run(db, u"SELECT sequence, at, sealed FROM audit_event WHERE tenant = ? AND action = 'backup.restore'",
        ofTenant(db, {}));
    if (!rows)
        return failed(rows);
    QList<Restore> restores;
    while (rows->next()) {
        const auto reason = openBytes(db, QLatin1String("audit_event"), rows->text(0), rows->bytes(2));
        if (reason && *reason == QByteArrayView(restoredReason.data(), restoredReason.size()))
            restores << Restore{rows->number(0), rows->time(1)};
    }
    return restores;
}

/// The head's event was written after the backup was made, on the machine that was lost.
bool isReplaced(const SignedHead &head, const QList<Restore> &restores)
{
    return std::ranges::any_of(restores,
        [&head](const Restore &restore) { return head.sequence >= restore.sequence && head.at <= restore.at; });
}

Done append(const QString &path, const QByteArray &line)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append))
        return unusable(u"the folder does not take a file"_s);
    if (file.write(line) != line.size() || !file.flush() || ::fsync(file.handle()) != 0)
        return unusable(u"the line was not written"_s);
    return {};
}

}

Done keepHead(Connection &db, const QString &folder, UtcTime now)
{
    const auto last = AuditTrail(db).head();
    if (!last)
        return failed(last);
    SignedHead head{db.tenant().value(), last->sequence, last->hash, now, {}};
    head.signature = signatureOf(db, head);
    return append(fileIn(folder, db.tenant()), lineOf(head)).and_then([&] {
        return Meta(db).set(metaHeadKeptAt, now.toIso());
    });
}

Result<UtcTime> headKeptAt(Connection &db)
{
    return Meta(db).value(metaHeadKeptAt).map([](const QString &at) { return UtcTime::parse(at).value_or(UtcTime()); });
}

Result<HeadsVerdict> checkHeads(Connection &db, const QString &folder, UtcTime now)
{
    QFile file(fileIn(folder, db.tenant()));
    if (!file.open(QIODevice::ReadOnly))
        return unusable(u"no heads were kept there"_s);
    const auto anchor = AuditRetention(db).anchor();
    if (!anchor)
        return failed(anchor);
    const qint64 purged = *anchor ? (*anchor)->upto : 0;
    const auto restores = restoresIn(db);
    if (!restores)
        return failed(restores);
    // What the law keeps cannot have been purged: then somebody cut the trail.
    const auto lawful = AuditRetention::keptSince(now.toDateTime().date(), AuditRetention::leastYears);
    HeadsVerdict verdict;
    while (!file.atEnd()) {
        const auto head = headOf(file.readLine(longestLine));
        if (head.tenant != db.tenant().value() || head.signature != signatureOf(db, head)) {
            ++verdict.forged;
            continue;
        }
        if (head.sequence < purged && head.at < lawful) {
            ++verdict.older;
            continue;
        }
        const auto hash = head.sequence == purged && *anchor ? Result<QByteArray>((*anchor)->hash)
                                                             : AuditTrail(db).hashAt(head.sequence);
        if (!hash)
            return failed(hash);
        if (*hash != head.hash && isReplaced(head, *restores)) {
            ++verdict.replaced;
            continue;
        }
        ++verdict.checked;
        if (*hash != head.hash && (verdict.firstBroken == 0 || head.sequence < verdict.firstBroken))
            verdict.firstBroken = std::max<qint64>(head.sequence, 1);
    }
    return verdict;
}

}
