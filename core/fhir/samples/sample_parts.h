#pragma once

#include "fhir/samples/samples.h"

/// Private to samples/. The contents by size, and what they are made of.
namespace nadi::fhir::samples
{

enum class Size { Minimal, Typical, Extreme };

/// How many lines the longest list of an extreme document has.
inline constexpr int manyLines = 200;

PrescriptionContent prescription(Size size);
ConsultationContent consultation(Size size);
DischargeContent discharge(Size size);
LabReportContent labReport(Size size);
ImagingReportContent imagingReport(Size size);
ImmunizationContent immunization(Size size);
WellnessContent wellness(Size size);
InvoiceContent invoice(Size size);

/// About 1,500 characters of Hindi and Tamil.
QString longText();
Coded words(const QString &text);
Coded coded(const QString &text, CodeSystem system, const char *code, const char *display);
Measurement measured(const Coded &what, const char *value, const char *unit, const char *ucum);
Problem kneePain(); ///< with SNOMED CT, NAMASTE and TM2 codes
QList<MedicineLine> medicines(Size size);
QByteArray onePagePdf();
QByteArray onePixelJpeg();

}
