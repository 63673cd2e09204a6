#include "fhir/document.h"

#include "fhir/document_plan.h"
#include "fhir/json_out.h"
#include "fhir/resources.h"

namespace nadi::fhir
{
namespace
{
/// The members before `entry` (profile DocumentBundle; nrces-fhir.md section 2, rules 1 and 2).
void writeBundleHead(JsonOut &out, const DocumentInput &input)
{
    const auto when = input.composedAt.toIso();
    out.word("resourceType", "Bundle");
    out.text("id", input.documentId);
    out.object("meta", [&] {
        out.word("versionId", "1");
        out.text("lastUpdated", when);
        out.array("profile", [&] { out.word(std::string(guide::profileBase).append("DocumentBundle")); });
        out.array("security", [&] { out.coding(guide::veryRestricted); });
    });
    out.object("identifier", [&] {
        out.text("system", input.identifierSystem);
        out.text("value", input.documentId);
    });
    out.word("type", "document");
    out.text("timestamp", when);
}

Done writeEntries(JsonOut &out, const DocumentPlan &plan)
{
    writeComposition(out, plan);
    writePatient(out, plan);
    writePractitioner(out, plan);
    writeOrganization(out, plan);
    if (plan.visit)
        writeEncounter(out, plan);
    for (const auto &resource : plan.resources) {
        entry(out, resource.ref, resource.profile, [&] { resource.members(out, plan); });
        if (!out.state())
            break;
    }
    return out.state();
}
}

Done writeDocument(const DocumentInput &input, const ByteSink &sink)
{
    const auto plan = planDocument(input);
    if (!plan)
        return failed(plan);
    JsonOut out(sink);
    Done written;
    out.object([&] {
        writeBundleHead(out, input);
        out.array("entry", [&] { written = writeEntries(out, *plan); });
    });
    return written ? out.finish() : written;
}

Result<QByteArray> writeDocument(const DocumentInput &input)
{
    QByteArray json;
    qint64 attached = 0;
    for (const auto &attachment : input.attachments)
        attached += attachment.size;
    json.reserve(qsizetype(attached / 3 * 4 + 16 * 1024));
    const auto done = writeDocument(input, [&](QByteArrayView piece) {
        json.append(piece);
        return Done();
    });
    if (!done)
        return failed(done);
    return json;
}

ByteSource bytesOf(QByteArray bytes)
{
    return [bytes = std::move(bytes), at = qsizetype(0)](qsizetype atMost) mutable -> Result<QByteArray> {
        const auto piece = bytes.mid(at, atMost);
        at += piece.size();
        return piece;
    };
}

}
