#include "person_controller.h"

#include "storage/patient_repository.h"
#include "ui/words/birth_entry.h"

namespace nadi::ui
{

QVariantMap PersonController::entries() const
{
    return {{QStringLiteral("name"), m_seen.name},
        {QStringLiteral("gender"), m_seen.gender == Gender::Unknown ? QString() : toWire(m_seen.gender)},
        {QStringLiteral("birth"), m_seen.birth.toIso()}, {QStringLiteral("place"), m_seen.place}};
}

void PersonController::open(const PatientId &patient, const QString &field)
{
    clearProblem();
    m_seen = {};
    m_field = field;
    Q_EMIT changed();
    // Who it is stands on the page already, and opening that was audited.
    askFor([facility = services().facility.id, patient](
               clinic::Work &work) { return storage::PatientRepository(work.db).patient(patient, facility); },
        [this](const Patient &stored) {
            m_seen = stored;
            Q_EMIT changed();
        });
}

void PersonController::save(const QVariantMap &entries)
{
    if (busy() || !loaded())
        return;
    clearProblem();
    const auto birth = readBirth(entries[QStringLiteral("birth")].toString(), today());
    if (!birth)
        return setProblem(birth.error());
    const clinic::IdentityCorrection correction{m_seen.id, m_seen.version, services().facility.id, m_seen.name,
        genderFromWire(entries[QStringLiteral("gender")].toString()), *birth,
        entries[QStringLiteral("place")].toString()};
    askFor([correction](clinic::Work &work) { return clinic::correctIdentity(work, correction); },
        [this](const Patient &stored) {
            m_seen = stored;
            ring(storage::Topic::Patients);
            Q_EMIT saved();
        });
}

}
