#pragma once

#include "fhir/document_plan.h"
#include "fhir/json_out.h"

namespace nadi::fhir
{

/// One Bundle.entry: fullUrl, and the resource with type, id and claimed profile; `members` writes the rest.
template <class Members>
void entry(JsonOut &out, std::string_view type, std::string_view profile, const QString &id, Members members)
{
    out.object([&] {
        out.text("fullUrl", QStringLiteral("urn:uuid:") + id);
        out.object("resource", [&] {
            out.word("resourceType", type);
            out.text("id", id);
            out.object("meta",
                [&] { out.array("profile", [&] { out.word(std::string(guide::profileBase).append(profile)); }); });
            members();
        });
    });
}

void writeComposition(JsonOut &out, const DocumentPlan &plan);
void writePatient(JsonOut &out, const DocumentPlan &plan);
void writePractitioner(JsonOut &out, const DocumentPlan &plan);
void writeOrganization(JsonOut &out, const DocumentPlan &plan);
void writeEncounter(JsonOut &out, const DocumentPlan &plan);
void writeMedication(JsonOut &out, const DocumentPlan &plan, qsizetype index);
Done writeBinary(JsonOut &out, const DocumentPlan &plan);
Done writeDocumentReference(JsonOut &out, const DocumentPlan &plan, qsizetype index);

/// Shown instead of the Encounter by viewers that follow no reference.
inline QString visitWords(const DocumentPlan &plan)
{
    return plan.input.visit->mode == VisitMode::Tele ? QStringLiteral("Tele-consultation")
                                                     : QStringLiteral("Clinic visit");
}

inline void patientReference(JsonOut &out, std::string_view key, const DocumentPlan &plan)
{
    out.object(key, [&] { out.reference(plan.patient, "Patient", plan.input.patient.name); });
}
inline void doctorReference(JsonOut &out, std::string_view key, const DocumentPlan &plan)
{
    out.object(key, [&] { out.reference(plan.practitioner, "Practitioner", plan.input.doctor.name); });
}
inline void facilityReference(JsonOut &out, std::string_view key, const DocumentPlan &plan)
{
    out.object(key, [&] { out.reference(plan.organization, "Organization", plan.input.facility.name); });
}

}
