#pragma once

#include "clinic/prescribing/completeness.h"

namespace nadi::test
{

/// An allopathic line that says everything section 4 asks for.
inline MedicineLine allopathicLine()
{
    MedicineLine line;
    line.medicine.text = QStringLiteral("Paracetamol");
    line.brand = QStringLiteral("Crocin");
    line.formulation = QStringLiteral("tablet");
    line.strength = QStringLiteral("500 mg");
    line.dose = QStringLiteral("1 tablet");
    line.times.slots = {QStringLiteral("1"), QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("1")};
    line.food = FoodTime::After;
    line.days = 5;
    line.total = QStringLiteral("10 tablets");
    return line;
}

/// The same of rule R5.
inline MedicineLine ayurvedicLine()
{
    MedicineLine line;
    line.system = SystemOfMedicine::Ayurveda;
    line.medicine.text = QStringLiteral("Yogaraja Guggulu (योगराज गुग्गुलु)");
    line.formulation = QStringLiteral("vati");
    line.dose = QStringLiteral("2 vati");
    line.times.timesADay = 2;
    line.food = FoodTime::After;
    line.anupana = QStringLiteral("warm water");
    line.days = 15;
    line.total = QStringLiteral("60 vati");
    return line;
}

inline Measurement measuredAs(const QString &what, const QString &value, const QString &unit)
{
    Measurement out;
    out.what.text = what;
    out.value = Quantity{value, unit, {}, Quantity::Bound::Exact};
    return out;
}

inline Problem problemOf(const QString &words)
{
    Problem out;
    out.what.text = words;
    return out;
}

inline PrescriptionContent wholePrescription()
{
    PrescriptionContent content;
    content.complaints = {problemOf(QStringLiteral("Pain in both knees for three months"))};
    content.examination = {measuredAs(QStringLiteral("Body weight"), QStringLiteral("62"), QStringLiteral("kg")),
        measuredAs(QStringLiteral("Body height"), QStringLiteral("158"), QStringLiteral("cm")),
        measuredAs(QStringLiteral("Pulse"), QStringLiteral("76"), QStringLiteral("/min"))};
    Measurement period;
    period.what.text = QStringLiteral("Last menstrual period");
    period.value = QStringLiteral("2 November 2026");
    content.examination << period;
    content.diagnoses = {problemOf(QStringLiteral("Osteoarthritis of the knee"))};
    content.diagnoses.first().certainty = Problem::Certainty::Provisional;
    content.medicines = {allopathicLine(), ayurvedicLine()};
    content.investigations = {{{QStringLiteral("X-ray of both knees"), {}}, {}, {}}};
    content.advice = {{QStringLiteral("Knee exercises twice a day")}, {QStringLiteral("Warm food")},
        {QStringLiteral("Curd at night")}};
    content.followUp = {QDate(2026, 12, 5), QStringLiteral("with the X-ray")};
    return content;
}

/// A sheet on which nothing is missing.
inline clinic::SheetFacts wholeSheet(RecordContent content = wholePrescription())
{
    clinic::SheetFacts facts;
    facts.facility.id = FacilityId(QStringLiteral("IN2710004321"));
    facts.facility.name = QStringLiteral("Kumbha Road clinic");
    facts.facility.registryId = facts.facility.id.value();
    facts.facility.address = {QStringLiteral("14 Kumbha Road"), QStringLiteral("Somwar Peth")};
    facts.facility.city = QStringLiteral("Pune");
    facts.facility.pinCode = QStringLiteral("411011");
    facts.facility.phone = QStringLiteral("+91 20 5550 0142");
    facts.facility.email = QStringLiteral("desk@kumbharoad.example");
    facts.doctor.name = QStringLiteral("Dr Iravati Joshi");
    facts.doctor.qualification = QStringLiteral("BAMS, MD (Ayurveda)");
    facts.doctor.registrationNumber = QStringLiteral("MCIM-I-45821");
    facts.doctor.council = QStringLiteral("Maharashtra Council of Indian Medicine");
    facts.patient.name = QStringLiteral("Asha Kulkarni");
    facts.patient.gender = Gender::Female;
    facts.patient.birth.year = 1980;
    facts.patient.place = QStringLiteral("Kothrud, Pune");
    facts.patient.localNumber = QStringLiteral("KR-20418");
    facts.visit = VisitMode::Tele;
    facts.mode = TeleMode::Video;
    facts.issuedOn = QDate(2026, 11, 21);
    facts.content = std::move(content);
    return facts;
}

}
