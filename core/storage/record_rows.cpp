#include "storage/record_rows.h"

#include "storage/sealing.h"
#include "storage/sql.h"

#include <QDate>
#include <QJsonArray>

namespace nadi::storage
{

QJsonObject sealedPart(const Record &record)
{
    return {
        {QStringLiteral("type"), toWire(record.type)},
        {QStringLiteral("issuedOn"), record.issuedOn.toString(Qt::ISODate)},
        {QStringLiteral("typed"), record.typed},
        {QStringLiteral("amendReason"), record.amendReason},
        {QStringLiteral("signedBy"), record.signedBy.value()},
        {QStringLiteral("heldBy"), record.heldBy ? toWord(*record.heldBy) : QString()},
    };
}

QJsonObject sealedPart(const RecordPage &page)
{
    QJsonObject part{
        {QStringLiteral("quarterTurns"), page.quarterTurns},
        {QStringLiteral("originalHash"), QString::fromLatin1(page.originalHash.toHex())},
        {QStringLiteral("originalPage"), page.originalPage},
        {QStringLiteral("mime"), page.mime},
        {QStringLiteral("width"), page.width},
        {QStringLiteral("height"), page.height},
        {QStringLiteral("source"), toWord(page.source)},
        {QStringLiteral("reduced"), page.reduced},
        {QStringLiteral("shrunk"), page.shrunk},
        {QStringLiteral("straightening"), toWord(page.straightening)},
        {QStringLiteral("turnedDegrees"), page.turnedDegrees},
        {QStringLiteral("cropped"), page.cropped},
        {QStringLiteral("unreadableReason"), page.unreadableReason},
    };
    if (page.quality) {
        part.insert(QStringLiteral("sharpness"), page.quality->sharpness);
        part.insert(QStringLiteral("light"), page.quality->light);
    }
    QJsonArray kept;
    for (const auto &other : page.keptBeside)
        kept += other.value();
    part.insert(QStringLiteral("keptBeside"), kept);
    return part;
}

RecordPage pageOf(const PageId &id, int position, const QJsonObject &part)
{
    RecordPage page{
        .id = id,
        .position = position,
        .quarterTurns = part[u"quarterTurns"].toInt(),
        .originalHash = QByteArray::fromHex(part[u"originalHash"].toString().toLatin1()),
        .originalPage = part[u"originalPage"].toInt(),
        .mime = part[u"mime"].toString(),
        .width = part[u"width"].toInt(),
        .height = part[u"height"].toInt(),
        .source = pageSourceFromWord(part[u"source"].toString()),
        .reduced = part[u"reduced"].toBool(),
        .shrunk = part[u"shrunk"].toBool(),
        .quality = {},
        .straightening = straighteningFromWord(part[u"straightening"].toString()),
        .turnedDegrees = part[u"turnedDegrees"].toDouble(),
        .cropped = part[u"cropped"].toBool(),
        .unreadableReason = part[u"unreadableReason"].toString(),
        .keptBeside = {},
    };
    if (part.contains(u"sharpness"))
        page.quality = PageQuality{part[u"sharpness"].toDouble(), part[u"light"].toDouble()};
    for (const auto &other : part[u"keptBeside"].toArray())
        page.keptBeside += PageId(other.toString());
    return page;
}

QString pageContext(const RecordId &record, const QString &page)
{
    return record.value() + u'/' + page;
}

QString imageBlob(const RecordId &record, const PageId &page)
{
    return QStringLiteral("page/") + pageContext(record, page.value());
}

QString originalBlob(const RecordId &record, const QByteArray &originalIndex)
{
    return QStringLiteral("original/%1/%2").arg(record.value(), QString::fromLatin1(originalIndex.toHex()));
}

QByteArray originalIndex(const Connection &db, QByteArrayView hash)
{
    // Keyed: the plain hash would tell who holds a file that an attacker has as well.
    return db.sealer().blindIndex("original", hash);
}

Result<QList<RecordPage>> pagesOf(Connection &db, const RecordId &record)
{
    auto rows
        = run(db, u"SELECT id, position, sealed FROM record_page WHERE tenant = ? AND record = ? ORDER BY position",
            ofTenant(db, {value(record)}));
    if (!rows)
        return failed(rows);
    return all<RecordPage>(*rows, [&](const Rows &row) -> Result<RecordPage> {
        const auto json = openJson(db, pageTable, pageContext(record, row.text(0)), row.bytes(2));
        if (!json)
            return failed(json);
        return pageOf(row.id<PageId>(0), int(row.number(1)), *json);
    });
}

Done writePage(Connection &db, const RecordId &record, const RecordPage &page)
{
    const auto sealed = sealJson(db, pageTable, pageContext(record, page.id.value()), sealedPart(page));
    if (!sealed)
        return failed(sealed);
    return execute(db,
        u"INSERT INTO record_page (tenant, record, id, position, original_index, sealed) VALUES (?, ?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, record, id) DO UPDATE SET position = excluded.position, sealed = excluded.sealed",
        ofTenant(db, {value(record), value(page.id), page.position, originalIndex(db, page.originalHash), *sealed}));
}

Result<Record> readRecord(const Connection &db, const Rows &row)
{
    const auto json = openJson(db, recordTable, row.text(0), row.bytes(10));
    if (!json)
        return failed(json);
    const auto type = hiTypeFromWire((*json)[u"type"].toString());
    if (!type)
        return fail(ErrorKind::Storage, QStringLiteral("DB-PAYLOAD"), recordTable);
    Record record;
    record.id = row.id<RecordId>(0);
    record.facility = row.id<FacilityId>(1);
    record.patient = row.id<PatientId>(2);
    record.doctor = row.id<DoctorId>(3);
    if (const auto appointment = row.id<AppointmentId>(4); !appointment.isEmpty())
        record.appointment = appointment;
    record.type = *type;
    record.state = recordStateFromWord(row.text(5));
    record.issuedOn = QDate::fromString((*json)[u"issuedOn"].toString(), Qt::ISODate);
    record.careContext = row.id<CareContextRef>(6);
    record.createdAt = row.time(7);
    record.signedAt = row.time(8);
    record.version = row.number(9);
    record.typed = (*json)[u"typed"].toBool();
    record.amendReason = (*json)[u"amendReason"].toString();
    record.signedBy = UserId((*json)[u"signedBy"].toString());
    record.heldBy = teleModeFromWord((*json)[u"heldBy"].toString());
    if (const auto amends = row.id<RecordId>(11); !amends.isEmpty())
        record.amends = amends;
    return record;
}

}
