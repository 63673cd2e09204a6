#pragma once

#include "domain/content/consultation.h"
#include "domain/content/report.h"

namespace nadi
{

/// HI type DischargeSummary.
struct DischargeContent
{
    UtcTime admittedAt{};
    UtcTime dischargedAt{};
    QList<Problem> complaints{};
    QList<Measurement> examination{};
    QList<Problem> diagnoses{};
    QList<Allergy> allergies{};
    bool noKnownAllergy = false;
    QList<Problem> history{};
    QList<FamilyFinding> family{};
    QList<LabReportContent> investigations{};
    QList<Act> procedures{};
    QList<MedicineLine> medicines{}; ///< to be taken at home
    QString course{}; ///< course in hospital
    Advice advice{}; ///< with `course` and `followUp`, the CarePlan
    FollowUp followUp{};

    bool operator==(const DischargeContent &) const = default;
};

}
