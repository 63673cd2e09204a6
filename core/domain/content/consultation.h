#pragma once

#include "domain/content/medicine.h"

#include <QDate>

namespace nadi
{

/// A diagnosis or complaint. ICD-10 and SNOMED CT codes go into the Condition; NAMASTE and TM2 codes travel in an
/// Observation beside it (nrces-fhir.md section 4, AYUSH coding).
struct Problem
{
    Coded what{};
    enum class Certainty { Provisional, Confirmed } certainty = Certainty::Confirmed;
    QDate since{};
    QString note{};

    bool operator==(const Problem &) const = default;
};

struct Allergy
{
    Coded what{}; ///< SNOMED CT
    QString reaction{};

    bool operator==(const Allergy &) const = default;
};

struct FamilyFinding
{
    QString relation{}; ///< "mother"
    Coded condition{};

    bool operator==(const FamilyFinding &) const = default;
};

/// Something done or asked for: a procedure, an investigation, a referral.
struct Act
{
    Coded what{}; ///< SNOMED CT
    QDate on{}; ///< unset: on the document's date
    QString note{};

    bool operator==(const Act &) const = default;
};

struct FollowUp
{
    QDate on{}; ///< unset: none given
    QString note{};

    bool operator==(const FollowUp &) const = default;
};

/// What patients are told beside medicine. Pathya: what does them good; apathya: what to leave.
struct Advice
{
    QStringList general{};
    QStringList pathya{};
    QStringList apathya{};

    bool operator==(const Advice &) const = default;
    bool isEmpty() const { return general.isEmpty() && pathya.isEmpty() && apathya.isEmpty(); }
};

/// HI type Prescription with lines instead of (or beside) a scan.
struct PrescriptionContent
{
    QList<Problem> diagnoses{};
    QList<MedicineLine> medicines{};
    QList<Act> investigations{};
    Advice advice{};
    FollowUp followUp{};
    QList<Problem> complaints{};
    QList<Measurement>
        examination{}; ///< what the prescription rests on: weight of a child, last menstrual period, reports

    bool operator==(const PrescriptionContent &) const = default;
};

/// HI type OPConsultation.
struct ConsultationContent
{
    QList<Problem> complaints{};
    QList<Measurement> examination{};
    QList<Problem> diagnoses{};
    QList<Allergy> allergies{};
    bool noKnownAllergy = false; ///< said, not assumed: SNOMED CT 716186003
    QList<Problem> history{};
    QList<FamilyFinding> family{};
    QList<Act> investigations{};
    QList<MedicineLine> medicines{};
    QList<Act> procedures{};
    QList<Act> referrals{};
    Advice advice{};
    FollowUp followUp{};

    bool operator==(const ConsultationContent &) const = default;
};

}
