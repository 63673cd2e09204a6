#include "ui/people/registry_rows.h"

#include "ui/theme/standing.h"

#include <QCoreApplication>

#include <algorithm>

namespace nadi::ui
{
using abdm::registry::FacilityEntry;
using abdm::registry::Professional;

namespace
{

struct RegistryWords
{
    Q_DECLARE_TR_FUNCTIONS(RegistryWords)
};

QString together(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

/// What only the registry says is news, no difference.
IdentityRow line(const QString &field, const QString &here, const QString &there)
{
    const auto shown = [](const QString &value) { return value.isEmpty() ? QStringLiteral("–") : value; };
    const bool same = here.compare(there, Qt::CaseInsensitive) == 0;
    QString word;
    if (!same && there.isEmpty())
        word = RegistryWords::tr("Not said");
    else if (here.isEmpty())
        word = RegistryWords::tr("New");
    return {field, shown(here), shown(there), same || !word.isEmpty(), word};
}

IdentityRow nameLine(const QString &here, const QString &there)
{
    auto row = line(RegistryWords::tr("Name"), here, there);
    const auto agreement = clinic::compareNames(here, there);
    row.same = agreement != clinic::Agreement::Different;
    if (agreement == clinic::Agreement::Alike)
        row.word = RegistryWords::tr("Alike");
    return row;
}

bool isTheSame(const QList<IdentityRow> &rows)
{
    // The name stays ours.
    return std::all_of(
        rows.begin() + 1, rows.end(), [](const IdentityRow &row) { return row.same && row.word.isEmpty(); });
}

QString sameAlready()
{
    return RegistryWords::tr("Our data says the same already.");
}

}

QList<FoundDoctor> registrationsOf(const QList<Professional> &people)
{
    QList<FoundDoctor> out;
    for (const auto &person : people) {
        for (const auto &registration : person.registrations)
            out += {person, registration};
        if (person.registrations.isEmpty())
            out += {person, {}};
    }
    return out;
}

RegistryRow rowOf(const Facility &ours)
{
    const bool known = !ours.registryId.isEmpty();
    return {ours.id.value(), ours.name, together({ours.registryId, ours.city}), QStringLiteral("clinic"),
        known ? QString() : RegistryWords::tr("No HFR number"), int(Standing::NeedsPerson)};
}

RegistryRow rowOf(const Doctor &ours)
{
    const bool taken = !ours.hprId.isEmpty() && !ours.council.isEmpty();
    return {ours.id.value(), ours.name, together({ours.registrationNumber, ours.hprId}), QStringLiteral("patient"),
        taken ? RegistryWords::tr("Number and council known") : RegistryWords::tr("Not looked up"),
        int(taken ? Standing::Done : Standing::NotStarted)};
}

RegistryRow rowOf(const FacilityEntry &theirs, qsizetype place)
{
    return {QString::number(place), theirs.name,
        together({theirs.id.value(), theirs.type, theirs.ownership, theirs.address, theirs.district, theirs.pinCode}),
        QStringLiteral("clinic"), theirs.isApproved() ? RegistryWords::tr("Approved") : theirs.status,
        int(theirs.isApproved() ? Standing::Done : Standing::Waiting)};
}

RegistryRow rowOf(const FoundDoctor &theirs, qsizetype place)
{
    const auto &[person, registration] = theirs;
    const bool verified = person.standing == Professional::Standing::Verified;
    return {QString::number(place), person.name,
        together({person.hprId, registration.number, registration.council,
            person.qualifications.join(QStringLiteral(", "))}),
        QStringLiteral("patient"), verified ? RegistryWords::tr("Verified") : RegistryWords::tr("Not verified"),
        int(verified ? Standing::Done : Standing::Waiting)};
}

QList<IdentityRow> beside(const Facility &ours, const FacilityEntry &theirs)
{
    return {
        nameLine(ours.name, theirs.name), line(RegistryWords::tr("HFR number"), ours.registryId, theirs.id.value())};
}

QList<IdentityRow> beside(const Doctor &ours, const FoundDoctor &theirs)
{
    return {nameLine(ours.name, theirs.person.name),
        line(RegistryWords::tr("HPR number"), ours.hprId, theirs.person.hprId),
        line(RegistryWords::tr("Registration"), ours.registrationNumber, theirs.registration.number),
        line(RegistryWords::tr("Council"), ours.council, theirs.registration.council)};
}

QString whyNotTaken(const Facility &ours, const FacilityEntry &theirs)
{
    if (!theirs.isApproved() || theirs.id.isEmpty())
        return RegistryWords::tr("Only an approved facility can be taken over.");
    return isTheSame(beside(ours, theirs)) ? sameAlready() : QString();
}

QString whyNotTaken(const Doctor &ours, const FoundDoctor &theirs)
{
    // A doctor counts as verified only when the council and the application are (abha-m1.md 6.3).
    if (theirs.person.standing != Professional::Standing::Verified)
        return RegistryWords::tr("HPR has not verified this doctor yet.");
    if (theirs.person.hprId.isEmpty() || theirs.registration.number.isEmpty())
        return RegistryWords::tr("HPR gives no number and registration for this doctor.");
    return isTheSame(beside(ours, theirs)) ? sameAlready() : QString();
}

}
