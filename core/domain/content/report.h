#pragma once

#include "domain/content/measurement.h"

namespace nadi
{

/// HI type DiagnosticReport, laboratory.
struct LabReportContent
{
    Coded report{}; ///< LOINC: "Complete blood count"
    Coded discipline{}; ///< SNOMED CT: "Hematology service"
    Coded specimen{}; ///< SNOMED CT; empty: not said
    UtcTime collectedAt{}; ///< required with a specimen
    UtcTime receivedAt{}; ///< required with a specimen
    QList<Measurement> results{}; ///< one or more
    QString conclusion{}; ///< required by the profile
    Coded conclusionCode{}; ///< SNOMED CT

    bool operator==(const LabReportContent &) const = default;
};

/// HI type DiagnosticReport, imaging. The record's pages are the pictures; the profile asks for one or more.
struct ImagingReportContent
{
    Coded report{}; ///< LOINC: "XR Chest 2 Views"
    Coded modality{}; ///< SNOMED CT
    Coded bodySite{}; ///< SNOMED CT
    UtcTime takenAt{};
    QString findings{};
    QString conclusion{};
    Coded conclusionCode{};

    bool operator==(const ImagingReportContent &) const = default;
};

}
