#pragma once

#include "abdm/calls.h"

#include <QJsonArray>

namespace nadi::abdm
{

/// A person with care contexts, as 4.2, 5.1 and 5.4 write them.
struct PatientContexts
{
    QString reference;
    QString display; ///< what is not plain ASCII goes as the reference: one letter refuses it all
    QList<LinkedContext> contexts;
};

/// One element per HI type, in the order in which the types first appear.
QJsonArray patientGroups(const PatientContexts &patient);

}
