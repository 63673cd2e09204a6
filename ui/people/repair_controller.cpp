#include "repair_controller.h"

#include "ui/words/birth_entry.h"

namespace nadi::ui
{
namespace
{

QString fieldOf(const QString &code)
{
    if (code == u"PERSON-NAME")
        return QStringLiteral("name");
    if (code == u"PERSON-GENDER")
        return QStringLiteral("gender");
    return code == u"PERSON-BIRTH" ? QStringLiteral("birth") : QString();
}

QVariantMap entriesOf(const QString &name, Gender gender, const BirthDate &birth)
{
    return {{QStringLiteral("name"), name},
        {QStringLiteral("gender"), gender == Gender::Unknown ? QString() : toWire(gender)},
        {QStringLiteral("birth"), birth.toIso()}};
}

}

RepairController::RepairController(UiServices &services, QObject *parent)
    : PatientPageController(services, parent)
{
}

void RepairController::open(const PatientId &patient)
{
    m_id = patient;
    m_facts = {};
    m_errors.clear();
    forgetPatient();
    m_rows.setRows({});
    clearProblem();
    Q_EMIT errorsChanged();
    Q_EMIT changed();
    askFor([patient, facility = services().facility.id](
               clinic::Work &work) { return clinic::identityRepair(work, patient, facility); },
        [this, patient](const clinic::IdentityRepair &facts) {
            if (patient != m_id)
                return;
            m_facts = facts;
            knowPatient(facts.patient);
            m_rows.setRows(identityRows(facts.likeness));
            Q_EMIT changed();
        });
}

QVariantMap RepairController::ours() const
{
    return entriesOf(m_facts.patient.name, m_facts.patient.gender, m_facts.patient.birth);
}

QVariantMap RepairController::account() const
{
    const auto &ours = m_facts.patient;
    const auto theirs = m_facts.account ? m_facts.account->profile : AbhaProfile();
    return entriesOf(theirs.name.isEmpty() ? ours.name : theirs.name,
        theirs.gender == Gender::Unknown ? ours.gender : theirs.gender, theirs.birth.year ? theirs.birth : ours.birth);
}

void RepairController::correct(const QVariantMap &entries)
{
    if (busy() || !loaded())
        return;
    clearProblem();
    m_errors.clear();
    Q_EMIT errorsChanged();
    const auto birth = readBirth(entries.value(QStringLiteral("birth")).toString(), today());
    if (!birth)
        return refuse(birth.error());
    const clinic::IdentityCorrection correction{m_id, m_facts.patient.version, services().facility.id,
        entries.value(QStringLiteral("name")).toString(),
        genderFromWire(entries.value(QStringLiteral("gender")).toString()), *birth};
    ask([correction](clinic::Work &work) { return clinic::correctIdentity(work, correction); },
        [this](const Result<Patient> &patient) {
            if (!patient)
                return refuse(patient.error());
            ring(storage::Topic::Patients);
            ring(storage::Topic::Inbox);
            Q_EMIT corrected(patient->abhaVerifiedAt.isSet());
        });
}

void RepairController::refuse(const Error &error)
{
    const auto field = fieldOf(error.code);
    if (field.isEmpty())
        return setProblem(error);
    m_errors = {{field, problemOf(error).sentence}};
    Q_EMIT errorsChanged();
}

}
