#include "fhir/document_plan.h"

#include "fhir/json_out.h"
#include "fhir/kinds/kinds.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
/// Of Reference.display: long enough for a heading, short enough to be said at each reference.
constexpr qsizetype longestDisplay = 200; // UTF-16 units

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? c != u'-' : !((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f')))
            return false;
    }
    return true;
}

bool isUri(const QString &text)
{
    return text.contains(u':')
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c <= u' ' || c.unicode() == 0x7F; });
}

QString shortened(const QString &text)
{
    const auto clean = cleanText(text);
    if (clean.size() <= longestDisplay)
        return clean;
    const auto end = clean.at(longestDisplay - 1).isHighSurrogate() ? longestDisplay - 1 : longestDisplay;
    return clean.first(end).trimmed() + u'…';
}

void needPeople(DocumentPlan &plan)
{
    const auto &input = plan.input;
    plan.need(input.patient.abhaNumber || input.patient.abhaAddress || !isBlank(input.patient.localNumber),
        "Patient.identifier");
    plan.need(!isBlank(input.patient.name), "Patient.name.text");
    plan.need(!isBlank(input.doctor.hprId) || !isBlank(input.doctor.registrationNumber), "Practitioner.identifier");
    plan.need(!isBlank(input.doctor.name), "Practitioner.name.text");
    plan.need(!isBlank(input.facility.registryId), "Organization.identifier");
    plan.need(!isBlank(input.facility.name), "Organization.name");
    plan.need(input.patientNumberSystem.isEmpty() || isUri(input.patientNumberSystem), "Patient.identifier.system");
    plan.need(!input.visit || input.visit->startedAt.isSet(), "Encounter.period.start");
    if (plan.visit)
        plan.need(!plan.visit->end.isSet() || plan.visit->end >= plan.visit->start, "Encounter.period.end");
}

void needFrame(DocumentPlan &plan)
{
    const auto &input = plan.input;
    plan.need(isUuid(input.documentId), "Bundle.identifier.value");
    plan.need(isUri(input.identifierSystem), "Bundle.identifier.system");
    plan.need(input.composedAt.isSet(), "Composition.date");
    plan.need(isInRange(input.composedAt) && isInRange(input.attestedAt), "Composition.date");
    plan.need(bool(input.nextId), "Resource.id");
    plan.need(!input.amends || isUuid(input.amends->documentId), "Composition.relatesTo.targetIdentifier.value");
    for (const auto &attachment : input.attachments)
        plan.need(attachment.bytes && attachment.size >= 0,
            plan.kind.hiType == HiType::Prescription ? "Binary.data" : "DocumentReference.content.attachment.data");
}

std::optional<PlannedVisit> visitOf(const DocumentInput &input)
{
    if (input.visit)
        return PlannedVisit{guide::encounterClass(input.visit->mode),
            input.visit->mode == VisitMode::Tele ? QStringLiteral("Tele-consultation") : QStringLiteral("Clinic visit"),
            input.visit->startedAt, input.visit->endedAt};
    // The profile wants an Encounter; of one nobody told us about no more is said than the kind of document says.
    if (input.type == HiType::OPConsultation)
        return PlannedVisit{guide::encounterClass(VisitMode::InPerson), QStringLiteral("Consultation"), {}, {}};
    return {};
}

/// An admission is told by the summary itself, whatever visit it was written in.
std::optional<PlannedVisit> stayOf(const DocumentInput &input)
{
    PlannedVisit stay{guide::inPatient, QStringLiteral("Hospital stay"), {}, {}};
    const auto *summary = std::get_if<DischargeContent>(&input.content);
    if (summary && summary->admittedAt.isSet()) {
        stay.start = summary->admittedAt;
        stay.end = summary->dischargedAt;
    } else if (input.visit) {
        stay.start = input.visit->startedAt;
        stay.end = input.visit->endedAt;
    }
    return stay;
}

const guide::DocumentKind *kindFor(const DocumentInput &input)
{
    // InvoiceRecord has no place for pages without an Invoice of lines (closed slice): a scanned bill is a document.
    const bool isScan = std::holds_alternative<std::monostate>(input.content);
    return guide::kindOf(isScan && input.type == HiType::Invoice ? HiType::HealthDocumentRecord : input.type);
}

QString usualTitle(const DocumentInput &input)
{
    const auto title = guide::kindOf(input.type)->title;
    return QString::fromLatin1(title.data(), qsizetype(title.size()));
}
}

DocumentPlan::DocumentPlan(const DocumentInput &given, const guide::DocumentKind &asKind)
    : input(given)
    , kind(asKind)
    , title(cleanText(given.title))
    , visit(given.type == HiType::DischargeSummary ? stayOf(given) : visitOf(given))
{
    if (title.isEmpty())
        title = usualTitle(given);
}

QString DocumentPlan::nextId()
{
    const QString id = input.nextId ? input.nextId() : QString();
    m_drawn += id;
    return id;
}

Ref DocumentPlan::add(std::string_view type, std::string_view profile, const QString &display,
    std::function<void(JsonOut &, const DocumentPlan &)> members)
{
    const Ref ref{nextId(), type, shortened(display)};
    resources.push_back({ref, profile, std::move(members)});
    return ref;
}

void DocumentPlan::addSection(PlannedSection section)
{
    section.words.removeIf(isBlank);
    if (!section.isEmpty())
        sections += std::move(section);
}

void DocumentPlan::need(bool holds, const char *element)
{
    if (!holds && fault.isEmpty())
        fault = QString::fromLatin1(element);
}

bool DocumentPlan::hasGoodIds()
{
    m_drawn += input.documentId;
    std::ranges::sort(m_drawn);
    return std::ranges::all_of(m_drawn, [](const QString &id) { return isUuid(id); })
        && std::ranges::adjacent_find(m_drawn) == m_drawn.end();
}

Result<DocumentPlan> planDocument(const DocumentInput &input)
{
    const auto *kind = kindFor(input);
    const auto said = hiTypeOf(input.content);
    if (!kind || (said && *said != input.type))
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-TYPE"), toWire(input.type));

    DocumentPlan plan(input, *kind);
    plan.composition = {plan.nextId(), "Composition", plan.title};
    plan.patient = {plan.nextId(), "Patient", shortened(input.patient.name)};
    plan.doctor = {plan.nextId(), "Practitioner", shortened(input.doctor.name)};
    plan.facility = {plan.nextId(), "Organization", shortened(input.facility.name)};
    if (plan.visit)
        plan.encounter = {plan.nextId(), "Encounter", plan.visit->words};
    needFrame(plan);
    needPeople(plan);
    if (plan.fault.isEmpty())
        std::visit([&](const auto &content) { planKind(plan, content); }, input.content);
    plan.need(!plan.sections.isEmpty(), "Composition.section.entry");
    plan.need(plan.hasGoodIds(), "Resource.id");
    if (!plan.fault.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-INPUT"), plan.fault);
    return plan;
}

bool isBlank(const QString &text)
{
    return cleanText(text).isEmpty();
}

bool isInRange(UtcTime time)
{
    return isInRange(time.toDateTime().date());
}

bool isInRange(QDate day)
{
    return day.year() >= 1900 && day.year() <= 9999;
}

}
