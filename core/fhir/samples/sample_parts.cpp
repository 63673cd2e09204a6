#include "fhir/samples/sample_parts.h"

namespace nadi::fhir::samples
{
namespace
{
MedicineLine paracetamol()
{
    MedicineLine line;
    line.medicine
        = coded(QStringLiteral("Paracetamol"), CodeSystem::Snomed, "322236009", "Paracetamol 500 mg oral tablet");
    line.brand = QStringLiteral("Crocin");
    line.formulation = QStringLiteral("tablet");
    line.strength = QStringLiteral("500 mg");
    line.dose = QStringLiteral("1 tablet");
    line.times.slots = {QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("0")};
    line.food = FoodTime::After;
    line.route = coded(QStringLiteral("by mouth"), CodeSystem::Snomed, "26643006", "Oral route");
    line.days = 5;
    line.total = QStringLiteral("10 tablets");
    return line;
}

MedicineLine guggulu()
{
    MedicineLine line;
    line.system = SystemOfMedicine::Ayurveda;
    line.medicine = words(QStringLiteral("Yogaraja Guggulu (योगराज गुग्गुलु)"));
    line.formulation = QStringLiteral("vati");
    line.strength = QStringLiteral("500 mg");
    line.dose = QStringLiteral("2 tablets");
    line.times.timesADay = 2;
    line.food = FoodTime::Before;
    line.anupana = QStringLiteral("lukewarm water");
    line.days = 15;
    line.total = QStringLiteral("60 tablets");
    line.note = QStringLiteral("सुबह और शाम, गुनगुने पानी के साथ");
    return line;
}

MedicineLine churna()
{
    MedicineLine line;
    line.system = SystemOfMedicine::Ayurveda;
    line.medicine = words(QStringLiteral("Ashwagandha churna"));
    line.dose = QStringLiteral("3 g");
    line.times.timesADay = 1;
    line.food = FoodTime::Bedtime;
    line.anupana = QStringLiteral("milk");
    line.days = 30;
    return line;
}
}

QString longText()
{
    return QStringLiteral("रोगी को पिछले तीन महीनों से दोनों घुटनों में दर्द है, जो सीढ़ियाँ चढ़ने पर और ठंड में बढ़ता है। "
                          "நோயாளிக்கு மூன்று மாதங்களாக முழங்கால் வலி உள்ளது; குளிர்காலத்தில் அதிகரிக்கிறது. ")
        .repeated(9);
}

Coded words(const QString &text)
{
    return {text, {}};
}

Coded coded(const QString &text, CodeSystem system, const char *code, const char *display)
{
    return {text, {{system, QString::fromLatin1(code), QString::fromUtf8(display)}}};
}

Measurement measured(const Coded &what, const char *value, const char *unit, const char *ucum)
{
    Measurement measurement;
    measurement.what = what;
    measurement.value = Quantity{
        QString::fromLatin1(value), QString::fromLatin1(unit), QString::fromLatin1(ucum), Quantity::Bound::Exact};
    return measurement;
}

Problem kneePain()
{
    Problem pain;
    pain.what.text = QStringLiteral("Sandhigatavata (सन्धिगतवात), both knees");
    pain.what.codes = {{CodeSystem::Snomed, QStringLiteral("57676002"), QStringLiteral("Joint pain")},
        {CodeSystem::Namaste, QStringLiteral("AAE-16"), QStringLiteral("sandhigatavātaḥ")},
        {CodeSystem::Icd11Tm2, QStringLiteral("SP12"), QStringLiteral("Osteoarthritis disorder (TM2)")}};
    pain.since = QDate(2026, 8, 1);
    return pain;
}

QList<MedicineLine> medicines(Size size)
{
    if (size == Size::Minimal) {
        MedicineLine line;
        line.medicine = words(QStringLiteral("Paracetamol"));
        line.dose = QStringLiteral("1 tablet");
        return {line};
    }
    QList<MedicineLine> lines{paracetamol(), guggulu(), churna()};
    if (size == Size::Extreme)
        for (int i = int(lines.size()); i < manyLines; ++i) {
            auto line = i % 2 == 0 ? paracetamol() : guggulu();
            line.note = longText();
            lines += line;
        }
    return lines;
}

QByteArray onePagePdf()
{
    return QByteArrayLiteral("%PDF-1.4\n"
                             "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                             "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                             "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 120] >>\nendobj\n"
                             "trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n");
}

QByteArray onePixelJpeg()
{
    return QByteArray::fromBase64(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////"
        "////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=");
}

}
