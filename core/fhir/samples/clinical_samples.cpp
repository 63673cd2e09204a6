#include "fhir/samples/sample_parts.h"

namespace nadi::fhir::samples
{
namespace
{
Problem problem(const Coded &what)
{
    Problem problem;
    problem.what = what;
    return problem;
}

Coded diabetes()
{
    return {QStringLiteral("Type 2 diabetes, diet controlled"),
        {{CodeSystem::Snomed, QStringLiteral("44054006"), QStringLiteral("Diabetes mellitus type 2")},
            {CodeSystem::Icd10, QStringLiteral("E11.9"),
                QStringLiteral("Type 2 diabetes mellitus : Without complications")}}};
}

Measurement pulse()
{
    return measured(
        coded(QStringLiteral("Pulse"), CodeSystem::Loinc, "8867-4", "Heart rate"), "76", "beats/minute", "/min");
}

Measurement nadi()
{
    Measurement measurement;
    measurement.what = words(QStringLiteral("Nadi pariksha"));
    measurement.value = QStringLiteral("Vata-Kapha");
    return measurement;
}

Act lipids()
{
    return {coded(QStringLiteral("Lipid profile"), CodeSystem::Snomed, "16254007", "Lipid Panel"), {},
        QStringLiteral("fasting")};
}

Advice advice()
{
    return {{QStringLiteral("Knee exercises twice a day")}, {QStringLiteral("Warm, freshly cooked food")},
        {QStringLiteral("Curd at night"), QStringLiteral("Cold drinks")}};
}

/// What a consultation and a discharge summary both say.
template <class Content>
void fillTypical(Content &content)
{
    content.complaints = {problem(words(QStringLiteral("Pain in both knees for three months")))};
    content.examination = {pulse(), nadi()};
    content.diagnoses = {kneePain()};
    content.history = {problem(diabetes())};
    content.family = {{QStringLiteral("mother"),
        coded(QStringLiteral("Diabetes"), CodeSystem::Snomed, "44054006", "Diabetes mellitus type 2")}};
    content.procedures = {{words(QStringLiteral("Janu basti, seven sessions")), QDate(2026, 10, 21), {}}};
    content.medicines = medicines(Size::Typical);
    content.advice = advice();
}

template <class Content>
void fillExtreme(Content &content)
{
    content.medicines = medicines(Size::Extreme);
    for (int i = 0; i < manyLines; ++i) {
        auto complaint = problem(words(longText()));
        complaint.certainty = Problem::Certainty::Provisional;
        content.complaints += complaint;
        content.examination += i % 2 == 0 ? pulse() : nadi();
    }
    for (int i = 0; i < 10; ++i) {
        content.diagnoses += kneePain();
        content.allergies += {words(longText()), longText()};
        content.family += {QStringLiteral("பாட்டி"), words(longText())};
        content.advice.pathya += longText();
    }
    content.history.last().note = longText();
}
}

PrescriptionContent prescription(Size size)
{
    PrescriptionContent content;
    content.medicines = medicines(size);
    if (size == Size::Minimal)
        return content;
    content.complaints = {problem(words(QStringLiteral("Pain in both knees for three months")))};
    content.examination = {pulse(), nadi()};
    content.diagnoses = {kneePain()};
    content.investigations = {lipids()};
    content.advice = advice();
    content.followUp = {QDate(2026, 11, 17), QStringLiteral("with the report")};
    if (size == Size::Extreme) {
        content.diagnoses += problem(words(longText()));
        content.advice.general += longText();
    }
    return content;
}

ConsultationContent consultation(Size size)
{
    ConsultationContent content;
    if (size == Size::Minimal) {
        content.complaints = {problem(words(QStringLiteral("Cough")))};
        return content;
    }
    fillTypical(content);
    content.noKnownAllergy = true;
    content.investigations = {lipids()};
    content.referrals = {{words(QStringLiteral("Ophthalmology")), {}, QStringLiteral("yearly fundus examination")}};
    content.followUp = {QDate(2026, 11, 17), QStringLiteral("with the report")};
    if (size == Size::Extreme)
        fillExtreme(content);
    return content;
}

DischargeContent discharge(Size size)
{
    DischargeContent content;
    if (size == Size::Minimal) {
        content.course = QStringLiteral("Uneventful.");
        return content;
    }
    fillTypical(content);
    content.admittedAt = *UtcTime::parse(u"2026-10-20T03:30:00Z");
    content.dischargedAt = *UtcTime::parse(u"2026-11-02T05:30:00Z");
    content.allergies = {{words(QStringLiteral("Peanuts")), QStringLiteral("rash")}};
    content.investigations = {labReport(Size::Typical)};
    content.course = QStringLiteral("Seven sessions of janu basti; pain less, walks without support.");
    content.followUp = {QDate(2026, 11, 17), {}};
    if (size == Size::Extreme) {
        fillExtreme(content);
        content.investigations += labReport(Size::Extreme);
        content.course = longText();
    }
    return content;
}

}
