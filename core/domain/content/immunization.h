#pragma once

#include "domain/content/coded.h"
#include "domain/content/measurement.h"

#include <QDate>

namespace nadi
{

struct VaccineGiven
{
    Coded vaccine{}; ///< any system (nrces-fhir.md section 5)
    QString brand{};
    QString lot{};
    QDate expires{};
    QDate on{}; ///< required
    int dose = 0; ///< 1-based; 0: not said
    int ofDoses = 0;
    Coded site{};
    Coded route{};
    QString manufacturer{};

    bool operator==(const VaccineGiven &) const = default;
};

struct VaccineDue
{
    Coded vaccine{};
    QDate on{}; ///< required
    int dose = 0;

    bool operator==(const VaccineDue &) const = default;
};

/// HI type ImmunizationRecord.
struct ImmunizationContent
{
    QList<VaccineGiven> given{};
    QList<VaccineDue> due{};

    bool operator==(const ImmunizationContent &) const = default;
};

}
