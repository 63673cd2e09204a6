#pragma once

#include "fhir/document_plan.h"
#include "fhir/json_out.h"

#include <span>

/// Private to fhir/. What the kinds share: each function plans one resource and gives the reference to it. Values are
/// taken by reference and must be part of DocumentInput::content, which lives as long as the plan.
namespace nadi::fhir
{

/// Encounter.reference where the document has a visit.
inline void writeEncounterReference(JsonOut &out, const DocumentPlan &document)
{
    if (document.visit)
        out.reference("encounter", document.encounter);
}

/// What a Condition is in its document; becomes Condition.category where R4 has a code for it.
enum class ProblemRole { Complaint, Diagnosis, History };

Ref planCondition(DocumentPlan &plan, const Problem &problem, ProblemRole role);
/// Carries the codes Condition.code may not hold (NAMASTE, TM2; nrces-fhir.md section 4); no reference without any.
Ref planTraditionalDiagnosis(DocumentPlan &plan, const Problem &problem, const Ref &condition);
QString lineOf(const Problem &problem);

Ref planMedicine(DocumentPlan &plan, const MedicineLine &line, const QList<Ref> &reasons);
QString lineOf(const MedicineLine &line);

enum class Order { Investigation, Referral };
Ref planServiceRequest(DocumentPlan &plan, const Act &act, Order order, const QList<Ref> &reasons = {});
Ref planProcedure(DocumentPlan &plan, const Act &act);
QString lineOf(const Act &act);

Ref planAllergy(DocumentPlan &plan, const Allergy &allergy);
/// Said by a person, never assumed (SNOMED CT 716186003).
Ref planNoKnownAllergy(DocumentPlan &plan);
QString lineOf(const Allergy &allergy);
Ref planFamilyHistory(DocumentPlan &plan, const FamilyFinding &finding);
QString lineOf(const FamilyFinding &finding);

/// Some time on a day, proposed: the clinic said the day, nobody has said the hour. `followUp.on` must be set.
Ref planAppointment(DocumentPlan &plan, const FollowUp &followUp);

/// What an Observation is besides its measurement.
struct ObservationFrame
{
    std::string_view profile = "Observation";
    guide::Coding category{}; ///< none where R4 has none; vital signs get theirs by their code
    Ref specimen{};
    UtcTime at{}; ///< where the measurement has no time of its own; unset: the document's date
    std::string_view values{}; ///< types of value[x] the profile allows; empty: any
};
Ref planMeasurement(DocumentPlan &plan, const Measurement &measurement, const ObservationFrame &frame = {});
QString lineOf(const Measurement &measurement);

struct PlannedReport
{
    Ref report;
    QStringList lines;
};
PlannedReport planLabReport(DocumentPlan &plan, const LabReportContent &report);
/// All attachments of the input become its pictures.
PlannedReport planImagingReport(DocumentPlan &plan, const ImagingReportContent &report);

/// The pages at [first, first + count) of the input's attachments as one document; `about` is what they belong to.
Ref planPages(DocumentPlan &plan, qsizetype first, qsizetype count, const Ref &about = {});
Ref planBinary(DocumentPlan &plan, qsizetype index);

QStringList wordsOf(const Advice &advice);
QStringList wordsOf(const FollowUp &followUp);

}
