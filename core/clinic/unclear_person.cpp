#include "clinic/unclear_person.h"

#include "storage/patient_repository.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

Result<QList<Patient>> filesOf(Work &work, const storage::DiscoveryCase &asked)
{
    storage::PatientRepository patients(work.db);
    QList<Patient> files;
    for (const auto &id : asked.files) {
        const auto file = patients.patient(id, asked.facility);
        if (!file && file.error().kind == ErrorKind::NotFound)
            continue;
        if (!file)
            return failed(file);
        if (!std::ranges::any_of(files, [&](const Patient &known) { return known.id == file->id; }))
            files << *file;
    }
    return files;
}

}

Result<QList<UnclearPerson>> unclearPeople(Work &work, const FacilityId &facility)
{
    const auto undecided = storage::DiscoveryRepository(work.db).undecided(facility);
    if (!undecided)
        return failed(undecided);
    QList<UnclearPerson> out;
    for (const auto &asked : *undecided) {
        auto files = filesOf(work, asked);
        if (!files)
            return failed(files);
        if (files->size() > 1)
            out << UnclearPerson{asked, std::move(*files)};
    }
    return out;
}

Done keepFilesApart(Work &work, const FacilityId &facility, const QString &reference)
{
    storage::DiscoveryRepository discoveries(work.db);
    const auto undecided = discoveries.undecided(facility);
    if (!undecided)
        return failed(undecided);
    const auto asked = std::ranges::find(*undecided, reference, &storage::DiscoveryCase::reference);
    if (asked == undecided->end())
        return fail(ErrorKind::Conflict, QStringLiteral("DB-STALE"));
    return discoveries.settle(*asked, QStringLiteral("different-people"), work.actor, work.clock.now());
}

}
