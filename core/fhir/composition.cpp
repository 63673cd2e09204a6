#include "fhir/narrative.h"
#include "fhir/resources.h"

namespace nadi::fhir
{
namespace
{
QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

void writeNarrative(JsonOut &out, const QString &div)
{
    out.object("text", [&] {
        out.word("status", "generated");
        out.text("div", div);
    });
}

void writeSection(JsonOut &out, const PlannedSection &section)
{
    out.text("title", section.title);
    if (!section.code.code.empty())
        out.codeable("code", section.code, section.title);
    if (!section.words.isEmpty())
        writeNarrative(out, narrativeOf(section));
    // Reference.type is what the closed slices of section.entry are told apart by: without it no entry is allowed.
    out.references("entry", section.entries);
}

/// The kinds without a code are recognised by these exact words (nrces-fhir.md section 1).
void writeType(JsonOut &out, const guide::DocumentKind &kind)
{
    if (kind.code.code.empty())
        out.object("type", [&] { out.word("text", kind.title); });
    else
        out.codeable("type", kind.code, latin(kind.title));
}

void writeAmended(JsonOut &out, const DocumentInput &input)
{
    out.only("relatesTo", [&] {
        out.word("code", "replaces");
        out.object("targetIdentifier", [&] {
            out.text("system", input.identifierSystem);
            out.text("value", input.amends->documentId);
            if (input.amends->composedAt.isSet())
                out.object("period", [&] { out.text("start", input.amends->composedAt.toIso()); });
        });
    });
}
}

void writeComposition(JsonOut &out, const DocumentPlan &plan)
{
    const auto &input = plan.input;
    entry(out, plan.composition, plan.kind.profile, [&] {
        out.word("language", "en-IN"); // of the generated words; names stay in their own script
        writeNarrative(out, narrativeOf(plan));
        out.word("status", input.amends ? "amended" : "final");
        writeType(out, plan.kind);
        out.reference("subject", plan.patient);
        if (plan.visit)
            out.reference("encounter", plan.encounter);
        out.text("date", input.composedAt.toIso());
        out.references("author", {plan.doctor});
        out.text("title", plan.title);
        if (input.attestedAt.isSet())
            out.only("attester", [&] {
                out.word("mode", "legal");
                out.text("time", input.attestedAt.toIso());
                out.reference("party", plan.doctor);
            });
        out.reference("custodian", plan.facility);
        if (input.amends)
            writeAmended(out, input);
        out.array("section", [&] {
            for (const auto &section : plan.sections)
                out.object([&] { writeSection(out, section); });
        });
    });
}

}
