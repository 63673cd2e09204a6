#include "clinic/prescribing/medicine_lists.h"

#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/medicine_list_repository.h"

#include <algorithm>
#include <map>

namespace nadi::clinic
{
namespace
{

/// What one row says of one way to write a medicine.
using Named = std::pair<QString, ListedUse>;

std::map<Named, MedicineList> sayings(const ClassTable &table)
{
    std::map<Named, MedicineList> out;
    for (const auto &row : table.rows)
        for (const auto &name : row.names) {
            auto &strictest = out.try_emplace({name, row.use}, row.list).first->second;
            strictest = std::max(strictest, row.list);
        }
    return out;
}

Done judgeable(const ClassTable &table, QDate today)
{
    if (!table.asOf.isValid() || table.source.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-HEAD"));
    if (table.rows.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-EMPTY"));
    std::map<Named, MedicineList> said;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const auto &row = table.rows[i];
        const auto number = QString::number(i + 1);
        if (row.asOf > today)
            return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-FUTURE"), number);
        for (const auto &name : row.names)
            if (said.try_emplace({name, row.use}, row.list).first->second != row.list)
                return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-CONTRADICTION"), number);
    }
    return table.asOf > today ? fail(ErrorKind::Invalid, QStringLiteral("CLASSES-FUTURE")) : Done();
}

ListProposal compare(const ClassTable &file, const ClassTable &inForce)
{
    ListProposal out;
    out.table = inPlaceOf(shippedClassTable(), file);
    for (const auto &row : missingProhibitions(shippedClassTable(), file))
        out.kept << row.ingredient;
    const auto before = sayings(inForce);
    const auto after = sayings(out.table);
    for (const auto &row : out.table.rows) {
        const Named key(row.names.constFirst(), row.use);
        if (!before.contains(key))
            ++out.added;
        else if (before.at(key) != row.list)
            ++out.changed;
    }
    for (const auto &row : inForce.rows)
        if (!after.contains({row.names.constFirst(), row.use}))
            out.left << row.ingredient;
    return out;
}

ListEdition shippedEdition()
{
    const auto &table = shippedClassTable();
    return {0, table.version, table.asOf, table.source, {}, {}, {}, 0};
}

}

Result<ListsInForce> listsInForce(Work &work)
{
    const auto newest = storage::MedicineListRepository(work.db).newest();
    if (!newest)
        return failed(newest);
    if (!*newest)
        return ListsInForce{};
    auto table = parseClassTable((*newest)->content);
    if (!table)
        return failed(table);
    return ListsInForce{(*newest)->number, inPlaceOf(shippedClassTable(), *std::move(table))};
}

Result<ListProposal> proposeList(QByteArrayView json, const ClassTable &inForce, QDate today)
{
    const auto table = parseClassTable(json);
    if (!table)
        return failed(table);
    if (const auto sound = judgeable(*table, today); !sound)
        return failed(sound);
    if (table->version == inForce.version)
        return fail(ErrorKind::Refused, QStringLiteral("CLASSES-SAME"));
    if (inForce.asOf.isValid() && table->asOf < inForce.asOf)
        return fail(ErrorKind::Refused, QStringLiteral("CLASSES-OLDER"));
    return compare(*table, inForce);
}

Result<QList<ListEdition>> listEditions(Work &work)
{
    storage::MedicineListRepository lists(work.db);
    const auto stored = lists.all();
    if (!stored)
        return failed(stored);
    QList<ListEdition> out;
    storage::FacilityRepository people(work.db);
    for (const auto &one : *stored) {
        const auto doctor = people.doctor(one.responsible);
        out << ListEdition{one.number, one.version, one.asOf, one.source,
            doctor ? doctor->name : one.responsible.value(), one.takenBy, one.takenAt, 0};
    }
    out << shippedEdition();
    for (auto &edition : out) {
        const auto judged = lists.judgedCount(edition.number);
        if (!judged)
            return failed(judged);
        edition.judged = *judged;
    }
    return out;
}

Result<ListEdition> takeList(Work &work, const QByteArray &json, const DoctorId &responsible)
{
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto doctor = storage::FacilityRepository(work.db).doctor(responsible);
    if (!doctor)
        return fail(ErrorKind::Invalid, QStringLiteral("CLASSES-DOCTOR"));
    const auto inForce = listsInForce(work);
    if (!inForce)
        return failed(inForce);
    const auto now = work.clock.now();
    const auto proposal = proposeList(json, inForce->table, now.toDateTime().date());
    if (!proposal)
        return failed(proposal);
    const auto &table = proposal->table;
    storage::MedicineListEdition edition{
        0, table.version, table.asOf, table.source, responsible, work.actor.user, now, json};
    const auto number = storage::MedicineListRepository(work.db).add(edition);
    if (!number)
        return failed(number);
    const auto audited = storage::AuditTrail(work.db).append(
        {work.actor, QStringLiteral("prescribing.lists"), QString::number(*number), {}, {}, responsible.value(),
            inForce->table.version + QStringLiteral(" -> ") + table.version, now});
    if (!audited)
        return failed(audited);
    if (const auto committed = transaction.commit(); !committed)
        return failed(committed);
    return ListEdition{*number, table.version, table.asOf, table.source, doctor->name, work.actor.user, now, 0};
}

}
