#pragma once

#include "fhir/document_plan.h"
#include "fhir/json_out.h"

namespace nadi::fhir
{

/// One Bundle.entry: fullUrl, and the resource with type, id and claimed profile; `members` writes the rest.
template <class Members>
void entry(JsonOut &out, const Ref &ref, std::string_view profile, Members members)
{
    out.object([&] {
        out.text("fullUrl", QStringLiteral("urn:uuid:") + ref.id);
        out.object("resource", [&] {
            out.word("resourceType", ref.type);
            out.text("id", ref.id);
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

}
