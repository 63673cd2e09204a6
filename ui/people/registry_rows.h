#pragma once

#include "abdm/registry/facilities.h"
#include "abdm/registry/professionals.h"
#include "domain/clinic.h"
#include "ui/session/identity_row.h"

#include <QObject>

namespace nadi::ui
{

/// One of ours that a registry may know, or one entry of a registry.
struct RegistryRow
{
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString iconName MEMBER iconName)
    Q_PROPERTY(QString chip MEMBER chip)
    Q_PROPERTY(int standing MEMBER standing)

public:
    QString id; ///< of ours; the place in the answer of theirs
    QString title;
    QString detail;
    QString iconName;
    QString chip; ///< may be empty
    int standing = 0;

    const QString &key() const { return id; }
    bool operator==(const RegistryRow &) const = default;
};

/// One registration of a professional: a person may be in two councils, and one of them is taken over.
struct FoundDoctor
{
    abdm::registry::Professional person;
    abdm::registry::CouncilRegistration registration;
};
/// Each registration alone; who has none is there once.
QList<FoundDoctor> registrationsOf(const QList<abdm::registry::Professional> &people);

RegistryRow rowOf(const Facility &ours);
RegistryRow rowOf(const Doctor &ours);
RegistryRow rowOf(const abdm::registry::FacilityEntry &theirs, qsizetype place);
RegistryRow rowOf(const FoundDoctor &theirs, qsizetype place);

/// Ours beside theirs, the name first.
QList<IdentityRow> beside(const Facility &ours, const abdm::registry::FacilityEntry &theirs);
QList<IdentityRow> beside(const Doctor &ours, const FoundDoctor &theirs);

/// Why this entry is not taken over; empty when it can be.
QString whyNotTaken(const Facility &ours, const abdm::registry::FacilityEntry &theirs);
QString whyNotTaken(const Doctor &ours, const FoundDoctor &theirs);

}
