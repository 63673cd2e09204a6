#include "fhir/resources/clinical.h"

namespace nadi::fhir
{
namespace
{
QString titleOf(const DocumentPlan &plan, const Attachment &attachment)
{
    const auto given = cleanText(attachment.title);
    return given.isEmpty() ? plan.title : given;
}

void writeAttachment(JsonOut &out, const DocumentPlan &plan, const Attachment &attachment)
{
    out.object("attachment", [&] {
        out.text("contentType", attachment.mime);
        out.text("title", titleOf(plan, attachment));
        if (attachment.size > 0)
            out.number("size", attachment.size);
        out.base64("data", attachment, QStringLiteral("DocumentReference.content.attachment"));
    });
}
}

Ref planPages(DocumentPlan &plan, qsizetype first, qsizetype count, const Ref &about)
{
    const auto title = titleOf(plan, plan.input.attachments.at(first));
    return plan.add("DocumentReference", "DocumentReference", title,
        [first, count, about, title](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "current");
            out.word("docStatus", "final");
            out.object("type", [&] { out.text("text", title); });
            out.reference("subject", document.patient);
            out.text("date", document.input.composedAt.toIso());
            out.references("author", {document.doctor});
            out.reference("custodian", document.facility);
            out.array("content", [&] {
                for (qsizetype i = first; i < first + count; ++i)
                    out.object([&] { writeAttachment(out, document, document.input.attachments.at(i)); });
            });
            if (document.visit || !about.id.isEmpty())
                out.object("context", [&] {
                    if (document.visit)
                        out.references("encounter", {document.encounter});
                    if (!about.id.isEmpty())
                        out.references("related", {about});
                });
        });
}

Ref planBinary(DocumentPlan &plan, qsizetype index)
{
    const auto &attachment = plan.input.attachments.at(index);
    return plan.add("Binary", "Binary", titleOf(plan, attachment), [&attachment](JsonOut &out, const DocumentPlan &) {
        out.text("contentType", attachment.mime);
        out.base64("data", attachment, QStringLiteral("Binary"));
    });
}

}
