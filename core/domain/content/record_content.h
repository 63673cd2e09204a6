#pragma once

#include "common/result.h"
#include "domain/content/consultation.h"
#include "domain/content/discharge.h"
#include "domain/content/immunization.h"
#include "domain/content/invoice.h"
#include "domain/content/report.h"
#include "domain/content/wellness.h"
#include "domain/hi_type.h"

#include <QJsonObject>

#include <variant>

namespace nadi
{

/// What a record says as data, beside its pages. A record of pages alone (a scan) has no content. Every member of these
/// values has an initialiser, so that whoever makes one names only what was said.
using RecordContent = std::variant<std::monostate, PrescriptionContent, ConsultationContent, LabReportContent,
    ImagingReportContent, DischargeContent, ImmunizationContent, WellnessContent, InvoiceContent>;

/// The HI type a content belongs to; nullopt for a scan, whose type a person says.
std::optional<HiType> hiTypeOf(const RecordContent &content);

/// Nothing was entered yet.
bool isEmpty(const RecordContent &content);

/// The stored form, with "kind" first. Only storage seals and keeps it; it is not FHIR.
QJsonObject toJson(const RecordContent &content);
/// Errors: CONTENT-KIND, CONTENT-SHAPE (the element is named, never its value). Unknown members are refused: what a
/// newer program wrote is not silently cut short.
Result<RecordContent> recordContentFromJson(const QJsonObject &json);

/// Limits for what a person may enter: lists of 500, texts of 20,000 characters. Errors: CONTENT-SIZE with the element.
Done checkSize(const RecordContent &content);

}
