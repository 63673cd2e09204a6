#include "storage/prescribed_repository.h"

#include "storage/sealing.h"
#include "storage/sql.h"

#include <QJsonDocument>

namespace nadi::storage
{
namespace
{

constexpr QLatin1String lineTable{"prescribed_line"};
constexpr QLatin1String templateTable{"content_template"};

QJsonObject jsonOf(const MedicineLine &line)
{
    PrescriptionContent one;
    one.medicines << line;
    return toJson(RecordContent(one));
}

/// The same line is the same row; nobody can tell from it what the line says.
QByteArray indexOf(const Connection &db, const MedicineLine &line)
{
    return db.sealer().blindIndex("prescribed-line", QJsonDocument(jsonOf(line)).toJson(QJsonDocument::Compact));
}

QString contextOf(const DoctorId &doctor, const QByteArray &index)
{
    return doctor.value() + u'/' + QString::fromLatin1(index.toHex());
}

}

Done PrescribedRepository::remember(const DoctorId &doctor, const MedicineLine &line, UtcTime now)
{
    const auto index = indexOf(m_db, line);
    const auto sealed = sealJson(m_db, lineTable, contextOf(doctor, index), jsonOf(line));
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO prescribed_line (tenant, doctor, line, favourite, uses, used_at, sealed)"
        u" VALUES (?, ?, ?, 0, 1, ?, ?) ON CONFLICT (tenant, doctor, line)"
        u" DO UPDATE SET uses = prescribed_line.uses + 1, used_at = excluded.used_at",
        ofTenant(m_db, {value(doctor), index, value(now), *sealed}));
}

Done PrescribedRepository::setFavourite(const DoctorId &doctor, const MedicineLine &line, bool favourite, UtcTime now)
{
    const auto index = indexOf(m_db, line);
    const auto sealed = sealJson(m_db, lineTable, contextOf(doctor, index), jsonOf(line));
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO prescribed_line (tenant, doctor, line, favourite, uses, used_at, sealed)"
        u" VALUES (?, ?, ?, ?, 0, ?, ?) ON CONFLICT (tenant, doctor, line) DO UPDATE SET favourite = "
        u"excluded.favourite",
        ofTenant(m_db, {value(doctor), index, int(favourite), value(now), *sealed}));
}

Result<QList<PrescribedLine>> PrescribedRepository::lines(const DoctorId &doctor, int limit) const
{
    auto rows = run(m_db,
        u"SELECT line, favourite, uses, used_at, sealed FROM prescribed_line WHERE tenant = ? AND doctor = ?"
        u" ORDER BY favourite DESC, uses DESC, used_at DESC LIMIT ?",
        ofTenant(m_db, {value(doctor), limit}));
    if (!rows)
        return failed(rows);
    return all<PrescribedLine>(*rows, [&](const Rows &row) -> Result<PrescribedLine> {
        const auto json = openJson(m_db, lineTable, contextOf(doctor, row.bytes(0)), row.bytes(4));
        if (!json)
            return failed(json);
        const auto content = recordContentFromJson(*json);
        if (!content)
            return failed(content);
        const auto *one = std::get_if<PrescriptionContent>(&*content);
        if (!one || one->medicines.size() != 1)
            return fail(ErrorKind::Storage, QStringLiteral("DB-PAYLOAD"), lineTable);
        return PrescribedLine{one->medicines.constFirst(), row.flag(1), int(row.number(2)), row.time(3)};
    });
}

Done PrescribedRepository::save(const ContentTemplate &one, UtcTime now)
{
    const auto sealed = sealJson(m_db, templateTable, one.id,
        {{QStringLiteral("name"), one.name}, {QStringLiteral("content"), toJson(one.content)}});
    if (!sealed)
        return failed(sealed);
    return execute(m_db,
        u"INSERT INTO content_template (tenant, id, doctor, saved_at, sealed) VALUES (?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, id) DO UPDATE SET saved_at = excluded.saved_at, sealed = excluded.sealed",
        ofTenant(m_db, {one.id, value(one.doctor), value(now), *sealed}));
}

Done PrescribedRepository::removeTemplate(const QString &id)
{
    return execute(m_db, u"DELETE FROM content_template WHERE tenant = ? AND id = ?", ofTenant(m_db, {id}));
}

Result<QList<ContentTemplate>> PrescribedRepository::templates(const DoctorId &doctor) const
{
    auto rows = run(m_db,
        u"SELECT id, sealed FROM content_template WHERE tenant = ? AND doctor = ? ORDER BY saved_at DESC, id",
        ofTenant(m_db, {value(doctor)}));
    if (!rows)
        return failed(rows);
    return all<ContentTemplate>(*rows, [&](const Rows &row) -> Result<ContentTemplate> {
        const auto json = openJson(m_db, templateTable, row.text(0), row.bytes(1));
        if (!json)
            return failed(json);
        auto content = recordContentFromJson((*json)[u"content"].toObject());
        if (!content)
            return failed(content);
        return ContentTemplate{row.text(0), doctor, (*json)[u"name"].toString(), *std::move(content)};
    });
}

}
