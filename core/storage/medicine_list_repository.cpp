#include "storage/medicine_list_repository.h"

#include "storage/sql.h"

namespace nadi::storage
{
namespace
{

/// Columns: number, version, as_of, source, responsible, taken_by, taken_at, content.
Result<MedicineListEdition> readEdition(const Rows &row)
{
    return MedicineListEdition{
        .number = int(row.number(0)),
        .version = row.text(1),
        .asOf = QDate::fromString(row.text(2), Qt::ISODate),
        .source = row.text(3),
        .responsible = row.id<DoctorId>(4),
        .takenBy = row.id<UserId>(5),
        .takenAt = row.time(6),
        .content = row.bytes(7),
    };
}

}

Result<int> MedicineListRepository::add(const MedicineListEdition &edition)
{
    const auto last = newest();
    if (!last)
        return failed(last);
    const int number = *last ? (*last)->number + 1 : 1;
    const auto rows = run(m_db,
        u"INSERT INTO medicine_list (tenant, number, version, as_of, source, responsible, taken_by, taken_at, content)"
        u" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        ofTenant(m_db,
            {number, edition.version, edition.asOf.toString(Qt::ISODate), edition.source, value(edition.responsible),
                value(edition.takenBy), value(edition.takenAt), edition.content}));
    if (!rows)
        return failed(rows);
    if (rows->changed() == 0)
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return number;
}

Result<std::optional<MedicineListEdition>> MedicineListRepository::newest() const
{
    auto rows = run(m_db,
        u"SELECT number, version, as_of, source, responsible, taken_by, taken_at, content FROM medicine_list"
        u" WHERE tenant = ? ORDER BY number DESC LIMIT 1",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<MedicineListEdition>();
    return readEdition(*rows).map([](MedicineListEdition edition) { return std::optional(std::move(edition)); });
}

Result<QList<MedicineListEdition>> MedicineListRepository::all() const
{
    auto rows = run(m_db,
        u"SELECT number, version, as_of, source, responsible, taken_by, taken_at, content FROM medicine_list"
        u" WHERE tenant = ? ORDER BY number DESC",
        ofTenant(m_db, {}));
    if (!rows)
        return failed(rows);
    return storage::all<MedicineListEdition>(*rows, readEdition);
}

Done MedicineListRepository::noteJudged(const RecordId &record, const JudgedBy &by)
{
    return execute(m_db,
        u"INSERT INTO prescribing_judged (tenant, record, list, version, judged_at) VALUES (?, ?, ?, ?, ?)"
        u" ON CONFLICT (tenant, record) DO NOTHING",
        ofTenant(m_db, {value(record), by.list, by.version, value(by.at)}));
}

Result<std::optional<JudgedBy>> MedicineListRepository::judgedBy(const RecordId &record) const
{
    auto rows = run(m_db, u"SELECT list, version, judged_at FROM prescribing_judged WHERE tenant = ? AND record = ?",
        ofTenant(m_db, {value(record)}));
    if (!rows)
        return failed(rows);
    if (!rows->next())
        return std::optional<JudgedBy>();
    return std::optional(JudgedBy{int(rows->number(0)), rows->text(1), rows->time(2)});
}

Result<int> MedicineListRepository::judgedCount(int list) const
{
    auto rows
        = run(m_db, u"SELECT count(*) FROM prescribing_judged WHERE tenant = ? AND list = ?", ofTenant(m_db, {list}));
    if (!rows)
        return failed(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

}
