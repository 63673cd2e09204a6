#include "new_patient_controller.h"

#include "clinic/desk.h"
#include "ui/words/birth_entry.h"
#include "ui/words/likeness_words.h"
#include "ui/words/person_words.h"

#include <algorithm>

namespace nadi::ui
{
namespace
{

QString fieldOf(const QString &code)
{
    if (code == u"PERSON-GENDER")
        return QStringLiteral("gender");
    if (code == u"PERSON-BIRTH")
        return QStringLiteral("birth");
    if (code == u"PERSON-MOBILE")
        return QStringLiteral("mobile");
    if (code.startsWith(u"ABHA-"))
        return QStringLiteral("abha");
    return code == u"PERSON-NAME" ? QStringLiteral("name") : QString();
}

constexpr int shownLikely = 4;

/// The new file, and the word that it is not one of the others, so that nobody is asked again (FD-11).
Result<Patient> registerBeside(clinic::Work &work, const Patient &patient, const FacilityId &facility,
    const QList<PatientId> &others, const QString &reason)
{
    auto made = clinic::registerPatient(work, patient, facility);
    if (!made)
        return made;
    for (const auto &other : others)
        if (const auto marked = clinic::rejectDuplicate(work, made->id, other, reason); !marked)
            return failed(marked);
    return made;
}

}

NewPatientController::NewPatientController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

std::optional<Patient> NewPatientController::read(const QVariantMap &entries)
{
    QVariantMap errors;
    const auto text
        = [&entries](const char *field) { return entries.value(QString::fromLatin1(field)).toString().trimmed(); };
    Patient patient;
    patient.name = text("name");
    patient.gender = genderFromWire(text("gender"));
    patient.place = text("place");
    patient.mobile = text("mobile").remove(QLatin1Char(' '));
    if (const auto birth = readBirth(text("birth"), today()))
        patient.birth = *birth;
    else
        errors.insert(QStringLiteral("birth"), problemOf(birth.error()).sentence);
    if (const QString abha = text("abha"); abha.contains(QLatin1Char('@'))) {
        if (const auto address = AbhaAddress::parse(abha))
            patient.abhaAddress = *address;
        else
            errors.insert(QStringLiteral("abha"), problemOf(address.error()).sentence);
    } else if (!abha.isEmpty()) {
        if (const auto number = AbhaNumber::parse(abha))
            patient.abhaNumber = *number;
        else
            errors.insert(QStringLiteral("abha"), problemOf(number.error()).sentence);
    }
    setErrors(errors);
    return errors.isEmpty() ? std::optional(patient) : std::nullopt;
}

bool NewPatientController::needsReason() const
{
    return std::ranges::any_of(m_likely.rows(), [](const LikelyRow &row) { return row.strong; });
}

void NewPatientController::look(const QVariantMap &entries)
{
    const auto text
        = [&entries](const char *field) { return entries.value(QString::fromLatin1(field)).toString().trimmed(); };
    Patient typed; // whatever can be read so far; anything else stays open
    typed.name = text("name");
    typed.gender = genderFromWire(text("gender"));
    typed.mobile = text("mobile").remove(QLatin1Char(' '));
    typed.place = text("place");
    typed.birth = readBirth(text("birth"), today()).value_or(BirthDate());
    const quint64 looked = ++m_looked;
    askAside(
        [typed, people = services().people, facility = services().facility.id](
            clinic::Work &work) -> Result<QList<clinic::Duplicate>> {
            if (const auto fresh = people->freshen(work.db, facility); !fresh)
                return failed(fresh);
            return clinic::duplicatesOf(people->index, typed, shownLikely);
        },
        [this, looked](const Result<QList<clinic::Duplicate>> &found) {
            if (looked != m_looked || !found) // a hint that fails is no hint; saving says what is wrong
                return;
            QList<LikelyRow> rows;
            for (const auto &one : *found)
                rows << LikelyRow{one.patient.id.value(), one.patient.name,
                    identityOf(one.patient, today()).facts + QLatin1Char('\n') + evidenceSentence(one.evidence),
                    one.strength == clinic::Strength::Strong};
            m_likely.setRows(rows);
            Q_EMIT likelyChanged();
        });
}

void NewPatientController::save(const QVariantMap &entries)
{
    clearProblem();
    const auto patient = read(entries);
    if (!patient || busy())
        return;
    const auto reason = entries.value(QStringLiteral("reason")).toString().trimmed();
    if (needsReason() && reason.isEmpty())
        return setErrors({{QStringLiteral("reason"), tr("Write why this is somebody else.")}});
    QList<PatientId> others;
    for (const auto &row : m_likely.rows())
        if (row.strong)
            others << PatientId(row.patient);
    ask([patient = *patient, facility = services().facility.id, others, reason](
            clinic::Work &work) { return registerBeside(work, patient, facility, others, reason); },
        [this](const Result<Patient> &result) {
            if (result) {
                ring(storage::Topic::Patients);
                Q_EMIT saved(result->id.value(), result->name);
                return;
            }
            const QString field = fieldOf(result.error().code);
            if (field.isEmpty())
                setProblem(result.error());
            else
                setErrors({{field, problemOf(result.error()).sentence}});
        });
}

void NewPatientController::reset()
{
    clearProblem();
    ++m_looked;
    m_likely.setRows({});
    Q_EMIT likelyChanged();
    setErrors({});
}

void NewPatientController::setErrors(const QVariantMap &errors)
{
    if (m_errors == errors)
        return;
    m_errors = errors;
    Q_EMIT errorsChanged();
}

}
