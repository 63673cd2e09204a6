#include "fhir/kinds/kinds.h"
#include "fhir/resources/clinical.h"

namespace nadi::fhir
{
namespace
{
constexpr std::string_view billing = "https://nrces.in/ndhm/fhir/r4/CodeSystem/ndhm-billing-codes";
constexpr std::string_view priceComponents = "https://nrces.in/ndhm/fhir/r4/CodeSystem/ndhm-price-components";
constexpr guide::Coding hsn{guide::nrcesIdentifierTypes, "HSN", "Harmonized System of Nomenclature"};
constexpr guide::Coding rate{priceComponents, "01", "Rate"};
constexpr guide::Coding discount{priceComponents, "02", "Discount"};
constexpr guide::Coding cgst{priceComponents, "03", "CGST"};
constexpr guide::Coding sgst{priceComponents, "04", "SGST"};

constexpr guide::Coding codeOf(BillKind kind)
{
    switch (kind) {
    case BillKind::Consultation:
        return {billing, "00", "Consultation"};
    case BillKind::Pharmacy:
        return {billing, "01", "Pharmacy"};
    case BillKind::InPatient:
        return {billing, "02", "IPD"};
    case BillKind::OutPatient:
        return {billing, "03", "OPD"};
    case BillKind::Other:
        break;
    }
    return {billing, "99", "Others"};
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

void writeMoney(JsonOut &out, std::string_view key, Paise amount)
{
    out.object(key, [&] {
        out.decimal("value", rupees(amount));
        out.word("currency", "INR");
    });
}

/// Only what a medicine has beyond its name makes it a resource of its own.
Ref planProduct(DocumentPlan &plan, const InvoiceLine &line)
{
    if (isBlank(line.hsn) && isBlank(line.batch))
        return {};
    return plan.add("Medication", "Medication", line.what, [&line](JsonOut &out, const DocumentPlan &) {
        if (!isBlank(line.hsn))
            out.only("identifier", [&] {
                out.codeable("type", hsn, latin(hsn.display));
                out.text("value", line.hsn);
            });
        out.object("code", [&] { out.text("text", line.what); });
        if (!isBlank(line.batch))
            out.object("batch", [&] { out.text("lotNumber", line.batch); });
    });
}

Ref planCharge(DocumentPlan &plan, const InvoiceContent &bill, const InvoiceLine &line)
{
    plan.need(!isBlank(line.what), "ChargeItem.product");
    plan.need(line.quantity > 0, "ChargeItem.quantity");
    const auto product = planProduct(plan, line);
    return plan.add(
        "ChargeItem", "ChargeItem", line.what, [&bill, &line, product](JsonOut &out, const DocumentPlan &document) {
            out.word("status", "billed");
            out.codeable("code", codeOf(bill.kind), latin(codeOf(bill.kind).display));
            out.reference("subject", document.patient);
            if (document.visit)
                out.reference("context", document.encounter);
            out.text("occurrenceDateTime", document.input.composedAt.toIso());
            out.object("quantity", [&] { out.number("value", line.quantity); });
            if (product.id.isEmpty())
                out.object("productCodeableConcept", [&] { out.text("text", line.what); });
            else
                out.reference("productReference", product);
        });
}

void writeComponent(JsonOut &out, std::string_view type, const guide::Coding &code, int factor, Paise amount)
{
    out.object([&] {
        out.word("type", type);
        out.codeable("code", code, latin(code.display));
        if (factor > 1)
            out.number("factor", factor);
        writeMoney(out, "amount", amount);
    });
}

/// Amounts of the whole line, so that they add up to the totals; `factor` tells how often the rate is in it.
void writePrice(JsonOut &out, const InvoiceLine &line)
{
    out.array("priceComponent", [&] {
        writeComponent(out, "base", rate, line.quantity, line.rate * line.quantity);
        if (line.discount != 0)
            writeComponent(out, "discount", discount, 1, line.discount);
        if (line.cgst != 0)
            writeComponent(out, "tax", cgst, 1, line.cgst);
        if (line.sgst != 0)
            writeComponent(out, "tax", sgst, 1, line.sgst);
    });
}

void writeLine(JsonOut &out, const InvoiceLine &line, qsizetype number, const Ref &charge)
{
    out.number("sequence", number);
    out.reference("chargeItemReference", charge);
    writePrice(out, line);
}

void writeInvoice(JsonOut &out, const DocumentPlan &document, const InvoiceContent &bill, const QList<Ref> &charges)
{
    out.only("identifier", [&] { out.text("value", bill.number); });
    out.word("status", "issued");
    out.codeable("type", codeOf(bill.kind), latin(codeOf(bill.kind).display));
    out.reference("subject", document.patient);
    out.text("date", document.input.composedAt.toIso());
    out.only("participant", [&] { out.reference("actor", document.doctor); });
    out.reference("issuer", document.facility);
    out.array("lineItem", [&] {
        for (qsizetype i = 0; i < charges.size(); ++i)
            out.object([&] { writeLine(out, bill.lines.at(i), i + 1, charges.at(i)); });
    });
    writeMoney(out, "totalNet", netOf(bill));
    writeMoney(out, "totalGross", grossOf(bill));
    out.notes({bill.note});
}

QString lineOf(const InvoiceLine &line)
{
    return QStringLiteral("%1: %2 × ₹%3 = ₹%4")
        .arg(cleanText(line.what))
        .arg(line.quantity)
        .arg(rupees(line.rate), rupees(netOf(line) + line.cgst + line.sgst));
}
}

void planKind(DocumentPlan &plan, const InvoiceContent &bill)
{
    plan.need(!isBlank(bill.number), "Invoice.identifier.value");
    plan.need(!bill.lines.isEmpty(), "Invoice.lineItem");
    auto section = onlySection(plan);
    QList<Ref> charges;
    for (const auto &line : bill.lines) {
        charges += planCharge(plan, bill, line);
        section.lines += lineOf(line);
    }
    section.lines += QStringLiteral("Total: ₹") + rupees(grossOf(bill));
    const auto invoice = plan.add("Invoice", "Invoice", QStringLiteral("Invoice ") + bill.number,
        [&bill, charges](JsonOut &out, const DocumentPlan &document) { writeInvoice(out, document, bill, charges); });
    section.entries += invoice;
    // The slice is closed to all but the Invoice: pages belong to the document by what they are about.
    for (qsizetype i = 0; i < plan.input.attachments.size(); ++i)
        planPages(plan, i, 1, invoice);
    plan.addSection(std::move(section));
}

}
