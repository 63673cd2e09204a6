#include "fhir/samples/samples.h"

#include "fhir/guide.h"
#include "fhir/samples/sample_parts.h"

#include <QUuid>

namespace nadi::fhir
{
namespace
{
using samples::Size;

/// uuid version 5: ids that follow from the name, so that every run writes the same bytes.
void giveIds(DocumentInput &input, const QString &name)
{
    const auto root = QUuid::createUuidV5(QUuid(), QStringLiteral("nadi/sample/") + name);
    input.documentId = root.toString(QUuid::WithoutBraces);
    input.nextId = [root, count = 0]() mutable {
        return QUuid::createUuidV5(root, QString::number(++count)).toString(QUuid::WithoutBraces);
    };
}

Attachment page(bool isPhoto, const QString &title)
{
    const auto bytes = isPhoto ? samples::onePixelJpeg() : samples::onePagePdf();
    return {isPhoto ? QStringLiteral("image/jpeg") : QStringLiteral("application/pdf"), bytes.size(), bytesOf(bytes),
        title};
}

DocumentInput leastPeople(HiType type)
{
    DocumentInput input;
    input.type = type;
    input.patient.name = QStringLiteral("Asha Verma");
    input.patient.localNumber = QStringLiteral("KR-20418");
    input.doctor.name = QStringLiteral("Dr Iravati Joshi");
    input.doctor.registrationNumber = QStringLiteral("I-12345-A");
    input.facility.name = QStringLiteral("Shanti Ayurveda Clinic");
    input.facility.registryId = QStringLiteral("IN2710000123");
    input.composedAt = *UtcTime::parse(u"2026-11-02T05:00:00Z");
    return input;
}

void addDetails(DocumentInput &input)
{
    input.patient.gender = Gender::Female;
    input.patient.birth = *BirthDate::parse(u"1984-05-17");
    input.patient.mobile = QStringLiteral("9800000001");
    input.patient.place = QStringLiteral("Kothrud, Pune");
    input.patient.abhaNumber = *AbhaNumber::parse(u"91111122223333");
    input.patient.abhaAddress = *AbhaAddress::parse(u"asha.verma@sbx");
    input.patientNumberSystem = QStringLiteral("https://clinic.example.in/mrn");
    input.doctor.hprId = QStringLiteral("71-1234-5678-9012");
    input.doctor.qualification = QStringLiteral("BAMS, MD (Ayurveda)");
    input.doctor.council = QStringLiteral("Maharashtra Council of Indian Medicine");
    input.doctor.email = QStringLiteral("iravati@clinic.example.in");
    input.facility.city = QStringLiteral("Pune");
    input.facility.address = {QStringLiteral("14 Koregaon Road"), QStringLiteral("Lane 5")};
    input.facility.pinCode = QStringLiteral("411001");
    input.facility.phone = QStringLiteral("+91 20 5550 0142");
    input.facility.email = QStringLiteral("desk@clinic.example.in");
    input.visit
        = Visit{VisitMode::Tele, *UtcTime::parse(u"2026-11-02T04:30:00Z"), *UtcTime::parse(u"2026-11-02T04:50:00Z")};
    input.attestedAt = *UtcTime::parse(u"2026-11-02T05:01:00Z");
}

void addExtremes(DocumentInput &input)
{
    input.title = samples::longText().first(400);
    input.patient.name = samples::longText().first(300);
    input.patient.place = samples::longText();
    input.facility.name = QStringLiteral("சாந்தி ஆயுர்வேத மருத்துவமனை — ").repeated(10);
    input.amends
        = Amends{QStringLiteral("5f0f3a52-7a0c-5a5e-9d0e-3a3c1b0e7d11"), *UtcTime::parse(u"2026-11-01T05:00:00Z")};
    input.visit->endedAt = {};
    const int pages = input.type == HiType::Prescription ? 1 : 5;
    for (int i = 0; i < pages; ++i)
        input.attachments += page(i % 2 == 1, samples::longText().first(250));
}

DocumentInput inputFor(HiType type, Size size)
{
    auto input = leastPeople(type);
    if (size != Size::Minimal)
        addDetails(input);
    if (size == Size::Extreme)
        addExtremes(input);
    else if (size == Size::Typical)
        input.attachments = {page(false, QStringLiteral("As printed"))};
    return input;
}

struct Kind
{
    const char *name;
    HiType type;
    RecordContent (*content)(Size);
    bool needsPages; ///< its least document has one, too
};

template <auto make>
RecordContent as(Size size)
{
    return make(size);
}

constexpr std::array kinds{
    Kind{"prescription", HiType::Prescription, as<samples::prescription>, false},
    Kind{"op-consultation", HiType::OPConsultation, as<samples::consultation>, false},
    Kind{"discharge-summary", HiType::DischargeSummary, as<samples::discharge>, false},
    Kind{"diagnostic-report-lab", HiType::DiagnosticReport, as<samples::labReport>, false},
    Kind{"diagnostic-report-imaging", HiType::DiagnosticReport, as<samples::imagingReport>, true},
    Kind{"immunization-record", HiType::ImmunizationRecord, as<samples::immunization>, false},
    Kind{"wellness-record", HiType::WellnessRecord, as<samples::wellness>, false},
    Kind{"invoice", HiType::Invoice, as<samples::invoice>, false},
    Kind{"health-document", HiType::HealthDocumentRecord, [](Size) { return RecordContent(); }, true},
};

QString sizeName(Size size)
{
    return size == Size::Minimal ? QStringLiteral("minimal")
        : size == Size::Typical  ? QStringLiteral("typical")
                                 : QStringLiteral("extreme");
}

Sample sampleOf(const Kind &kind, Size size)
{
    Sample sample{QLatin1String(kind.name) + u'-' + sizeName(size), inputFor(kind.type, size)};
    sample.input.content = kind.content(size);
    if (kind.needsPages && sample.input.attachments.isEmpty())
        sample.input.attachments = {page(true, {})};
    giveIds(sample.input, sample.name);
    return sample;
}

Sample scanOf(const guide::DocumentKind &kind)
{
    Sample sample{toWire(kind.hiType) + QStringLiteral("-scan"), leastPeople(kind.hiType)};
    sample.input.attachments = {page(false, QStringLiteral("Scan"))};
    giveIds(sample.input, sample.name);
    return sample;
}
}

QList<Sample> sampleDocuments()
{
    QList<Sample> all;
    for (const auto &kind : kinds)
        for (const auto size : {Size::Minimal, Size::Typical, Size::Extreme})
            all += sampleOf(kind, size);
    for (const auto &kind : guide::documentKinds)
        all += scanOf(kind);
    return all;
}

}
