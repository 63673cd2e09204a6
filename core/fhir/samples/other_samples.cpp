#include "fhir/samples/sample_parts.h"

namespace nadi::fhir::samples
{
namespace
{
using W = WellnessSection;

VaccineGiven covid(int dose)
{
    VaccineGiven vaccine;
    vaccine.vaccine
        = coded(QStringLiteral("COVID-19 vaccine"), CodeSystem::Snomed, "1119305005", "COVID-19 antigen vaccine");
    vaccine.brand = QStringLiteral("Covishield");
    vaccine.lot = QStringLiteral("4120Z003");
    vaccine.expires = QDate(2027, 1, 31);
    vaccine.on = QDate(2026, 6, 10);
    vaccine.dose = dose;
    vaccine.ofDoses = manyLines;
    vaccine.site = words(QStringLiteral("left upper arm"));
    vaccine.manufacturer = QStringLiteral("Serum Institute of India");
    return vaccine;
}

Coded loinc(const char *code, const char *display)
{
    return coded(QString::fromLatin1(display), CodeSystem::Loinc, code, display);
}

Measurement pressure()
{
    Measurement panel;
    panel.what = loinc("85354-9", "Blood pressure panel with all children optional");
    panel.parts = {measured(loinc("8480-6", "Systolic blood pressure"), "118", "mmHg", "mm[Hg]"),
        measured(loinc("8462-4", "Diastolic blood pressure"), "76", "mmHg", "mm[Hg]")};
    return panel;
}

Measurement told(const Coded &what, const QString &value)
{
    Measurement measurement;
    measurement.what = what;
    measurement.value = value;
    return measurement;
}

Measurement smoking()
{
    Measurement measurement;
    measurement.what
        = coded(QStringLiteral("Smoking"), CodeSystem::Snomed, "365981007", "Finding of tobacco smoking behavior");
    measurement.value = coded(QStringLiteral("Does not smoke"), CodeSystem::Snomed, "160618006", "Current non-smoker");
    return measurement;
}

QList<WellnessEntry> oneOfEach()
{
    return {
        {W::VitalSigns, measured(loinc("8867-4", "Heart rate"), "72", "beats/minute", "/min")},
        {W::VitalSigns, pressure()},
        {W::VitalSigns, measured(loinc("2708-6", "Oxygen saturation in Arterial blood"), "98", "%", "%")},
        // Not in the section's value set: moves to the other observations.
        {W::VitalSigns, measured(loinc("8310-5", "Body temperature"), "36.80", "°C", "Cel")},
        // Not a unit of a vital sign: keeps its name, loses its code.
        {W::BodyMeasurement, measured(loinc("8302-2", "Body height"), "1.6", "m", "m")},
        {W::BodyMeasurement, measured(loinc("29463-7", "Body weight"), "61.5", "kg", "kg")},
        {W::BodyMeasurement, measured(loinc("39156-5", "Body mass index (BMI) [Ratio]"), "24.0", "kg/m2", "kg/m2")},
        {W::PhysicalActivity,
            measured(loinc("55423-8", "Number of steps in unspecified time Pedometer"), "6500", "steps", "{steps}")},
        {W::GeneralAssessment, measured(loinc("2339-0", "Glucose [Mass/volume] in Blood"), "96", "mg/dL", "mg/dL")},
        {W::GeneralAssessment, told(words(QStringLiteral("Prakriti")), QStringLiteral("Vata-Kapha"))},
        {W::WomenHealth, told(loinc("8665-2", "Last menstrual period start date"), QStringLiteral("2026-10-14"))},
        {W::Lifestyle, smoking()},
        {W::Lifestyle, told(words(QStringLiteral("Sleep")), QStringLiteral("seven hours"))},
        {W::OtherObservations,
            measured(loinc("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"), "97", "%", "%")},
    };
}
}

ImmunizationContent immunization(Size size)
{
    ImmunizationContent content;
    if (size == Size::Minimal) {
        VaccineGiven vaccine;
        vaccine.vaccine = words(QStringLiteral("BCG"));
        vaccine.on = QDate(2026, 11, 2);
        content.given = {vaccine};
        return content;
    }
    const int doses = size == Size::Extreme ? manyLines : 1;
    for (int dose = 1; dose <= doses; ++dose)
        content.given += covid(dose);
    content.due = {{content.given.first().vaccine, QDate(2026, 12, 2), 2}};
    if (size == Size::Extreme)
        content.due += {words(longText()), QDate(2027, 1, 2), 0};
    return content;
}

WellnessContent wellness(Size size)
{
    if (size == Size::Minimal)
        return {{{W::VitalSigns, told(words(QStringLiteral("Pulse")), QStringLiteral("regular"))}}};
    WellnessContent content{oneOfEach()};
    if (size == Size::Extreme)
        while (content.entries.size() < manyLines) {
            auto entry = content.entries.at(content.entries.size() % 14);
            entry.measurement.note = longText();
            entry.measurement.at = UtcTime::fromMs(1'793'000'000'000 + content.entries.size() * 86'400'000);
            content.entries += entry;
        }
    return content;
}

InvoiceContent invoice(Size size)
{
    InvoiceContent bill;
    bill.number = QStringLiteral("INV-2026-0042");
    bill.lines = {{QStringLiteral("Consultation, 25 minutes"), {}, {}, 1, 50'000, 0, 0, 0}};
    if (size == Size::Minimal)
        return bill;
    bill.kind = BillKind::Pharmacy;
    bill.lines = {
        {QStringLiteral("Paracetamol 500 mg, strip of 10"), QStringLiteral("30049099"), QStringLiteral("PCM-114"), 2,
            1'250, 50, 147, 147},
        {QStringLiteral("Ashwagandha churna 100 g"), {}, QStringLiteral("AC-7"), 1, 18'000, 0, 450, 450},
        {QStringLiteral("Cotton roll"), {}, {}, 3, 4'005, 15, 0, 0},
    };
    bill.note = QStringLiteral("Paid in cash");
    if (size == Size::Extreme) {
        while (bill.lines.size() < manyLines) {
            auto line = bill.lines.at(bill.lines.size() % 3);
            line.what += u' ' + longText();
            line.quantity = 1'000;
            line.rate = 99'999'999;
            bill.lines += line;
        }
        bill.note = longText();
    }
    return bill;
}

}
