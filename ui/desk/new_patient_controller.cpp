#include "new_patient_controller.h"

#include "clinic/desk.h"
#include "ui/words/birth_entry.h"

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

void NewPatientController::save(const QVariantMap &entries)
{
    clearProblem();
    const auto patient = read(entries);
    if (!patient || busy())
        return;
    ask([patient = *patient, facility = services().facility.id](
            clinic::Work &work) { return clinic::registerPatient(work, patient, facility); },
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
