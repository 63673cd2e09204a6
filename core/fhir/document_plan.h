#pragma once

#include "fhir/document.h"
#include "fhir/guide.h"

namespace nadi::fhir
{

/// A document whose input is complete: every resource has its id and every reference its target.
struct DocumentPlan
{
    const DocumentInput &input;
    const guide::DocumentKind &kind;
    QString title;
    QString composition;
    QString patient;
    QString practitioner;
    QString organization;
    QString encounter; ///< empty: no visit given
    QStringList medicines;
    QStringList attachments;
};

/// Checks the input against what the profiles require (nrces-fhir.md section 10) and draws the ids in document order.
/// Errors: FHIR-TYPE, FHIR-INPUT with the element as detail.
Result<DocumentPlan> planDocument(const DocumentInput &input);

}
