#include "clinic/prescribed_before.h"

#include "clinic/prescribing/completeness.h"
#include "storage/record_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

constexpr int mostLines = 500;
constexpr int mostEarlier = 30;

}

Result<PrescribedBefore> prescribedBefore(
    Work &work, const DoctorId &doctor, const PatientId &patient, const RecordContent &content)
{
    PrescribedBefore before;
    storage::PrescribedRepository prescribed(work.db);
    auto lines = prescribed.lines(doctor, mostLines);
    if (!lines)
        return failed(lines);
    before.lines = *std::move(lines);
    auto templates = prescribed.templates(doctor);
    if (!templates)
        return failed(templates);
    for (auto &one : *templates)
        if (one.content.index() == content.index())
            before.templates << std::move(one);

    storage::RecordRepository records(work.db);
    const auto all = records.ofPatient(patient);
    if (!all)
        return failed(all);
    QList<RecordId> amended;
    for (const auto &record : *all) { // newest first: an amended one comes after what takes its place
        if (record.state == RecordState::Signed && record.amends)
            amended << *record.amends;
        if (record.state != RecordState::Signed || !record.typed || record.type != hiTypeOf(content)
            || amended.contains(record.id) || before.earlier.size() >= mostEarlier)
            continue;
        auto said = records.content(record.id);
        if (!said)
            return failed(said);
        if (said->index() == content.index())
            before.earlier << EarlierContent{record.id, record.issuedOn, *std::move(said)};
    }
    return before;
}

Done rememberLines(Work &work, const DoctorId &doctor, const RecordContent &content)
{
    storage::PrescribedRepository prescribed(work.db);
    for (const auto &line : medicinesIn(content))
        if (const auto done = prescribed.remember(doctor, line, work.clock.now()); !done)
            return done;
    return {};
}

Done setFavourite(Work &work, const DoctorId &doctor, const MedicineLine &line, bool favourite)
{
    return storage::PrescribedRepository(work.db).setFavourite(doctor, line, favourite, work.clock.now());
}

Result<ContentTemplate> saveTemplate(
    Work &work, const DoctorId &doctor, const QString &name, const RecordContent &content)
{
    const auto called = name.simplified();
    if (called.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("TEMPLATE-NAME"));
    if (isEmpty(content))
        return fail(ErrorKind::Invalid, QStringLiteral("REC-EMPTY"));
    storage::Transaction transaction(work.db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::PrescribedRepository prescribed(work.db);
    const auto there = prescribed.templates(doctor);
    if (!there)
        return failed(there);
    const auto same = std::ranges::find_if(*there, [&](const ContentTemplate &one) {
        return one.content.index() == content.index() && one.name.compare(called, Qt::CaseInsensitive) == 0;
    });
    const ContentTemplate saved{
        same == there->cend() ? work.ids.next<RecordId>().value() : same->id, doctor, called, content};
    if (const auto done = prescribed.save(saved, work.clock.now()); !done)
        return failed(done);
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return saved;
}

}
