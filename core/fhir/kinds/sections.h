#pragma once

#include "fhir/kinds/kinds.h"
#include "fhir/resources/clinical.h"

/// Private to kinds/. The sections a consultation and a discharge summary share; their codes differ
/// (nrces-fhir.md section 3), their resources do not.
namespace nadi::fhir
{

struct SectionName
{
    std::string_view code; ///< SNOMED CT; empty: a section the profile does not name, which must stand last
    std::string_view display;
    const char *title;
};
PlannedSection sectionOf(const SectionName &name);

/// Diagnoses are planned first, because medicines and orders point at them. The Conditions become the reasons of the
/// visit; the traditional codes are in Observations beside them.
struct PlannedDiagnoses
{
    QList<Ref> conditions;
    QList<Ref> traditional;
    QStringList lines;
    QStringList traditionalLines;
};
PlannedDiagnoses planDiagnoses(DocumentPlan &plan, const QList<Problem> &diagnoses);
/// The section of the diagnoses, which no profile names.
PlannedSection diagnosisSection(const PlannedDiagnoses &diagnoses);

PlannedSection problemSection(
    DocumentPlan &plan, const SectionName &name, const QList<Problem> &problems, ProblemRole role);
PlannedSection measurementSection(DocumentPlan &plan, const SectionName &name, const QList<Measurement> &list);
PlannedSection familySection(DocumentPlan &plan, const SectionName &name, const QList<FamilyFinding> &list);
PlannedSection medicineSection(
    DocumentPlan &plan, const SectionName &name, const QList<MedicineLine> &list, const QList<Ref> &reasons);
PlannedSection procedureSection(DocumentPlan &plan, const SectionName &name, const QList<Act> &list);
PlannedSection orderSection(
    DocumentPlan &plan, const SectionName &name, const QList<Act> &list, Order order, const QList<Ref> &reasons);

/// "No known allergy" is written where it was said and nothing contradicts it.
template <class Content>
PlannedSection allergySection(DocumentPlan &plan, const SectionName &name, const Content &content)
{
    auto section = sectionOf(name);
    for (const auto &allergy : content.allergies)
        section.add(planAllergy(plan, allergy), lineOf(allergy));
    if (content.allergies.isEmpty() && content.noKnownAllergy)
        section.add(planNoKnownAllergy(plan), QStringLiteral("No known allergy"));
    return section;
}

}
