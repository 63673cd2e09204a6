#pragma once

#include "domain/clinic.h"
#include "domain/content/coded.h"
#include "domain/hi_type.h"

#include <array>
#include <string_view>

/// Everything the NRCeS guide fixes by name: profiles, code systems, codes. Texts are ASCII and need no escaping.
/// Sources: nrces-fhir.md sections 1 (kinds), 3 (sections), 4 (identifiers). SNOMED CT codes here are the guide's own
/// constants; "This material includes SNOMED Clinical Terms (SNOMED CT), used by permission of SNOMED International."
namespace nadi::fhir::guide
{

struct Coding
{
    std::string_view system;
    std::string_view code;
    std::string_view display;
};

inline constexpr std::string_view profileBase = "https://nrces.in/ndhm/fhir/r4/StructureDefinition/";

inline constexpr std::string_view snomed = "http://snomed.info/sct";
inline constexpr std::string_view loinc = "http://loinc.org";
inline constexpr std::string_view ucum = "http://unitsofmeasure.org";
inline constexpr std::string_view identifierTypes = "http://terminology.hl7.org/CodeSystem/v2-0203";
inline constexpr std::string_view nrcesIdentifierTypes
    = "https://nrces.in/ndhm/fhir/r4/CodeSystem/ndhm-identifier-type-code";
inline constexpr std::string_view actCodes = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

inline constexpr std::string_view abhaSystem = "https://healthid.abdm.gov.in";
inline constexpr std::string_view hprSystem = "https://doctor.abdm.gov.in";
inline constexpr std::string_view hfrSystem = "https://facility.abdm.gov.in";

inline constexpr Coding veryRestricted{
    "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "V", "very restricted"};
inline constexpr Coding abha{nrcesIdentifierTypes, "ABHA", "Ayushman Bharat Health Account (ABHA) ID"};
inline constexpr Coding medicalRecordNumber{identifierTypes, "MR", "Medical record number"};
inline constexpr Coding medicalLicence{identifierTypes, "MD", "Medical License number"};
inline constexpr Coding providerNumber{identifierTypes, "PRN", "Provider number"};

constexpr std::string_view uriOf(CodeSystem system)
{
    switch (system) {
    case CodeSystem::Snomed:
        return snomed;
    case CodeSystem::Loinc:
        return loinc;
    case CodeSystem::Icd10:
        return "http://hl7.org/fhir/sid/icd-10";
    case CodeSystem::Namaste:
        return "https://namaste.ayush.gov.in/ayurveda";
    case CodeSystem::Siddha:
        return "https://namaste.ayush.gov.in/siddha";
    case CodeSystem::Unani:
        return "https://namaste.ayush.gov.in/unani";
    case CodeSystem::Icd11Tm2:
        return "http://id.who.int/icd/release/11/mms";
    }
    return {};
}

inline constexpr Coding inPatient{actCodes, "IMP", "inpatient encounter"};

constexpr Coding encounterClass(VisitMode mode)
{
    return mode == VisitMode::Tele ? Coding{actCodes, "VR", "virtual"} : Coding{actCodes, "AMB", "ambulatory"};
}

/// One of the eight document kinds. `code.code` is empty where the guide recognises the kind by `type.text`.
struct DocumentKind
{
    HiType hiType;
    std::string_view profile;
    Coding code;
    std::string_view title;
};

inline constexpr std::array documentKinds{
    DocumentKind{HiType::Prescription, "PrescriptionRecord", {snomed, "440545006", "Prescription record"},
        "Prescription record"},
    DocumentKind{HiType::HealthDocumentRecord, "HealthDocumentRecord", {snomed, "419891008", "Record artifact"},
        "Health document"},
    DocumentKind{HiType::OPConsultation, "OPConsultRecord", {snomed, "371530004", "Clinical consultation report"},
        "Consultation Report"},
    DocumentKind{HiType::DischargeSummary, "DischargeSummaryRecord", {snomed, "373942005", "Discharge summary"},
        "Discharge Summary"},
    DocumentKind{HiType::DiagnosticReport, "DiagnosticReportRecord", {snomed, "721981007", "Diagnostic studies report"},
        "Diagnostic Report"},
    DocumentKind{HiType::ImmunizationRecord, "ImmunizationRecord", {snomed, "41000179103", "Immunization record"},
        "Immunization record"},
    DocumentKind{HiType::WellnessRecord, "WellnessRecord", {}, "Wellness Record"},
    DocumentKind{HiType::Invoice, "InvoiceRecord", {}, "Invoice Record"},
};

constexpr const DocumentKind *kindOf(HiType type)
{
    for (const auto &kind : documentKinds)
        if (kind.hiType == type)
            return &kind;
    return nullptr;
}

/// What a viewer is known to show inline (nrces-fhir.md section 6), with the bytes such a file begins with.
struct AttachmentKind
{
    std::string_view mime;
    std::string_view magic;
};

inline constexpr std::array attachmentKinds{
    AttachmentKind{"application/pdf", "%PDF"},
    AttachmentKind{"image/jpeg", "\xFF\xD8\xFF"},
    AttachmentKind{"image/png", "\x89PNG"},
};

}
