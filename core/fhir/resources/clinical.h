#pragma once

#include "fhir/document_plan.h"
#include "fhir/json_out.h"

#include <span>

/// Private to fhir/. What the kinds share: each function plans one resource and gives the reference to it. Values are
/// taken by reference and must be part of DocumentInput::content, which lives as long as the plan.
namespace nadi::fhir
{

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

/// The pages at [first, first + count) of the input's attachments as one document; `about` is what they belong to.
Ref planPages(DocumentPlan &plan, qsizetype first, qsizetype count, const Ref &about = {});
Ref planBinary(DocumentPlan &plan, qsizetype index);

QStringList wordsOf(const Advice &advice);
QStringList wordsOf(const FollowUp &followUp);

}
