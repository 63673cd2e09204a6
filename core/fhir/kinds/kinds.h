#pragma once

#include "fhir/document_plan.h"

/// Private to fhir/. One planner per document kind: it puts what a record says into the sections and resources the kind
/// has (nrces-fhir.md section 3), and notes in the plan what is missing.
namespace nadi::fhir
{

void planKind(DocumentPlan &plan, const std::monostate &scan);
void planKind(DocumentPlan &plan, const PrescriptionContent &prescription);
void planKind(DocumentPlan &plan, const ConsultationContent &consultation);
void planKind(DocumentPlan &plan, const LabReportContent &report);
void planKind(DocumentPlan &plan, const ImagingReportContent &report);
void planKind(DocumentPlan &plan, const DischargeContent &summary);
void planKind(DocumentPlan &plan, const ImmunizationContent &record);
void planKind(DocumentPlan &plan, const WellnessContent &record);
void planKind(DocumentPlan &plan, const InvoiceContent &bill);

/// The one section of a kind that has only one, under the kind's own code and title.
PlannedSection onlySection(const DocumentPlan &plan);
/// Every page as a DocumentReference of its own; `about` is the resource they belong to.
void addPages(DocumentPlan &plan, PlannedSection &section, const Ref &about = {});

}
