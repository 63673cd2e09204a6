#include "fhir/document_plan.h"

#include "fhir/json_out.h"

#include <QSet>

#include <algorithm>

namespace nadi::fhir
{
namespace
{
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

/// SCTID: 6 to 18 digits.
bool isSnomedCode(const QString &code)
{
    return code.size() >= 6 && code.size() <= 18
        && std::all_of(code.begin(), code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isBlank(const QString &text)
{
    return cleanText(text).isEmpty();
}

bool isUri(const QString &text)
{
    return text.contains(u':')
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c <= u' ' || c.unicode() == 0x7F; });
}

/// The first element that is missing or malformed; null when all is well.
QString faultInPeople(const DocumentInput &input)
{
    if (!input.patient.abhaNumber && !input.patient.abhaAddress && isBlank(input.patient.localNumber))
        return QStringLiteral("Patient.identifier");
    if (isBlank(input.patient.name))
        return QStringLiteral("Patient.name.text");
    if (isBlank(input.doctor.hprId) && isBlank(input.doctor.registrationNumber))
        return QStringLiteral("Practitioner.identifier");
    if (isBlank(input.doctor.name))
        return QStringLiteral("Practitioner.name.text");
    if (isBlank(input.facility.registryId))
        return QStringLiteral("Organization.identifier");
    if (isBlank(input.facility.name))
        return QStringLiteral("Organization.name");
    if (!input.patientNumberSystem.isEmpty() && !isUri(input.patientNumberSystem))
        return QStringLiteral("Patient.identifier.system");
    if (input.visit && !input.visit->startedAt.isSet())
        return QStringLiteral("Encounter.period.start");
    if (input.visit && input.visit->endedAt.isSet() && input.visit->endedAt < input.visit->startedAt)
        return QStringLiteral("Encounter.period.end");
    return {};
}

QString faultInMedicine(const MedicationLine &line)
{
    if (isBlank(line.medicine))
        return QStringLiteral("MedicationRequest.medicationCodeableConcept.text");
    if (isBlank(line.dosage))
        return QStringLiteral("MedicationRequest.dosageInstruction");
    if (!line.snomedCode.isEmpty() && !isSnomedCode(line.snomedCode))
        return QStringLiteral("MedicationRequest.medicationCodeableConcept.coding.code");
    if (line.snomedCode.isEmpty() != isBlank(line.snomedDisplay))
        return QStringLiteral("MedicationRequest.medicationCodeableConcept.coding.display");
    return {};
}

QString faultInContent(const DocumentInput &input)
{
    const bool prescription = input.type == HiType::Prescription;
    if (input.attachments.isEmpty() && (!prescription || input.medicines.isEmpty()))
        return QStringLiteral("Composition.section.entry");
    if (prescription && input.attachments.size() > 1)
        return QStringLiteral("Composition.section.entry:Binary");
    if (!prescription && !input.medicines.isEmpty())
        return QStringLiteral("Composition.section.entry:MedicationRequest");
    for (const auto &line : input.medicines)
        if (const auto fault = faultInMedicine(line); !fault.isEmpty())
            return fault;
    for (const auto &attachment : input.attachments)
        if (!attachment.bytes || attachment.size < 0)
            return prescription ? QStringLiteral("Binary.data")
                                : QStringLiteral("DocumentReference.content.attachment.data");
    return {};
}

QString faultInFrame(const DocumentInput &input)
{
    if (!isUuid(input.documentId))
        return QStringLiteral("Bundle.identifier.value");
    if (!isUri(input.identifierSystem))
        return QStringLiteral("Bundle.identifier.system");
    if (!input.composedAt.isSet())
        return QStringLiteral("Composition.date");
    for (const auto time : {input.composedAt, input.attestedAt})
        if (const int year = time.toDateTime().date().year(); year < 1900 || year > 9999)
            return QStringLiteral("Composition.date");
    if (!input.nextId)
        return QStringLiteral("Resource.id");
    return {};
}
}

Result<DocumentPlan> planDocument(const DocumentInput &input)
{
    const auto *kind = guide::kindOf(input.type);
    if (!kind || !(input.type == HiType::Prescription || input.type == HiType::HealthDocumentRecord))
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-TYPE"), toWire(input.type));
    for (const auto &fault : {faultInFrame(input), faultInPeople(input), faultInContent(input)})
        if (!fault.isEmpty())
            return fail(ErrorKind::Invalid, QStringLiteral("FHIR-INPUT"), fault);

    QSet<QString> seen{input.documentId};
    bool idsAreGood = true;
    const auto nextId = [&] {
        const QString id = input.nextId();
        idsAreGood = idsAreGood && isUuid(id) && !seen.contains(id);
        seen.insert(id);
        return id;
    };
    DocumentPlan plan{input, *kind, cleanText(input.title), {}, {}, {}, {}, {}, {}, {}};
    if (plan.title.isEmpty())
        plan.title = QString::fromLatin1(kind->title.data(), qsizetype(kind->title.size()));
    for (auto *id : {&plan.composition, &plan.patient, &plan.practitioner, &plan.organization})
        *id = nextId();
    if (input.visit)
        plan.encounter = nextId();
    for (qsizetype i = 0; i < input.medicines.size(); ++i)
        plan.medicines += nextId();
    for (qsizetype i = 0; i < input.attachments.size(); ++i)
        plan.attachments += nextId();
    if (!idsAreGood)
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-INPUT"), QStringLiteral("Resource.id"));
    return plan;
}

}
