#pragma once

#include "fhir/document.h"

namespace nadi::test
{

/// Ids that count up, so that a document is the same in every run.
inline std::function<QString()> countingIds(int first = 1)
{
    return [next = first]() mutable {
        return QStringLiteral("00000000-0000-4000-a000-%1").arg(next++, 12, 16, QLatin1Char('0'));
    };
}

/// One page, as a real reader would open it.
inline QByteArray tinyPdf()
{
    return QByteArrayLiteral("%PDF-1.4\n"
                             "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                             "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                             "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 120] >>\nendobj\n"
                             "trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n");
}

inline QByteArray tinyJpeg()
{
    return QByteArray::fromBase64(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////"
        "////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=");
}

inline fhir::Attachment attachment(const QByteArray &bytes, const QString &mime, const QString &title)
{
    return {mime, bytes.size(), fhir::bytesOf(bytes), title};
}

inline Coded snomed(const QString &text, const QString &code, const QString &display)
{
    return {text, {{CodeSystem::Snomed, code, display}}};
}

/// One Ayurvedic line in words and one line with codes.
inline PrescriptionContent smallPrescription()
{
    MedicineLine guggulu;
    guggulu.system = SystemOfMedicine::Ayurveda;
    guggulu.medicine.text = QStringLiteral("Yogaraja Guggulu");
    guggulu.strength = QStringLiteral("500 mg");
    guggulu.formulation = QStringLiteral("tablet");
    guggulu.dose = QStringLiteral("2 tablets");
    guggulu.times.timesADay = 2;
    guggulu.food = FoodTime::After;
    guggulu.anupana = QStringLiteral("warm water");
    guggulu.days = 15;
    guggulu.total = QStringLiteral("60 tablets");
    MedicineLine paracetamol;
    paracetamol.medicine = snomed(
        QStringLiteral("Paracetamol"), QStringLiteral("322236009"), QStringLiteral("Paracetamol 500 mg oral tablet"));
    paracetamol.strength = QStringLiteral("500 mg");
    paracetamol.dose = QStringLiteral("1 tablet");
    paracetamol.times.asNeeded = true;
    paracetamol.route = snomed(QStringLiteral("by mouth"), QStringLiteral("26643006"), QStringLiteral("Oral route"));
    paracetamol.note = QStringLiteral("at most four a day");
    Problem pain;
    pain.what = snomed(QStringLiteral("Pain in both knees"), QStringLiteral("57676002"), QStringLiteral("Joint pain"));
    PrescriptionContent content;
    content.diagnoses = {pain};
    content.medicines = {guggulu, paracetamol};
    content.advice.pathya = {QStringLiteral("warm food")};
    return content;
}

/// The least a prescription needs: people with one identifier each and a scanned page.
inline fhir::DocumentInput smallInput(HiType type = HiType::Prescription)
{
    fhir::DocumentInput input;
    input.type = type;
    input.documentId = QStringLiteral("0d5d2c5e-5b2e-4a61-a6b5-3d9a1f0c7e11");
    input.patient.name = QStringLiteral("Asha Verma");
    input.patient.localNumber = QStringLiteral("KR-20418");
    input.doctor.name = QStringLiteral("Dr Iravati Joshi");
    input.doctor.registrationNumber = QStringLiteral("I-12345-A");
    input.facility.name = QStringLiteral("Shanti Ayurveda Clinic");
    input.facility.registryId = QStringLiteral("IN2710000123");
    input.composedAt = *UtcTime::parse(u"2026-11-02T05:00:00Z");
    input.attachments = {attachment(tinyPdf(), QStringLiteral("application/pdf"), {})};
    input.nextId = countingIds();
    return input;
}

/// Everything the writer knows how to say.
inline fhir::DocumentInput fullInput(HiType type = HiType::Prescription)
{
    auto input = smallInput(type);
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
    input.doctor.phone = QStringLiteral("+91 98000 00002");
    input.facility.city = QStringLiteral("Pune");
    input.facility.address = {QStringLiteral("14 Koregaon Road"), QStringLiteral("Lane 5")};
    input.facility.pinCode = QStringLiteral("411001");
    input.facility.phone = QStringLiteral("+91 20 5550 0142");
    input.facility.email = QStringLiteral("desk@clinic.example.in");
    input.visit = fhir::Visit{
        VisitMode::Tele, *UtcTime::parse(u"2026-11-02T04:30:00Z"), *UtcTime::parse(u"2026-11-02T04:50:00Z")};
    input.attestedAt = *UtcTime::parse(u"2026-11-02T05:01:00Z");
    if (type == HiType::Prescription) {
        input.content = smallPrescription();
        input.attachments
            = {attachment(tinyPdf(), QStringLiteral("application/pdf"), QStringLiteral("Prescription, 1 page"))};
    } else {
        input.attachments = {
            attachment(tinyPdf(), QStringLiteral("application/pdf"), QStringLiteral("Old laboratory report")),
            attachment(tinyJpeg(), QStringLiteral("image/jpeg"), QStringLiteral("Photo of the plan")),
        };
    }
    return input;
}

}
