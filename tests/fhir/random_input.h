#pragma once

#include "fhir/random_content.h"
#include "fhir/sample_input.h"
#include "support/seeded_random.h"

namespace nadi::test
{

/// Documents as clinics type them, and worse: scripts of India, emoji, marks that turn the direction, control
/// characters, half characters, markup.
class InputGenerator
{
public:
    explicit InputGenerator(quint64 seed)
        : m_random(seed)
    {
    }

    fhir::DocumentInput next()
    {
        auto input = smallInput(chance(2) ? HiType::Prescription : HiType::HealthDocumentRecord);
        input.title = maybe(text());
        input.patient = patient();
        input.patientNumberSystem = maybe(QStringLiteral("https://clinic.example.in/mrn"));
        input.doctor.name = text();
        input.doctor.hprId = maybe(QStringLiteral("71-1234-5678-9012"));
        input.doctor.registrationNumber = maybe(text());
        input.doctor.qualification = maybe(text());
        input.facility.name = text();
        input.doctor.council = maybe(text());
        input.doctor.phone = maybe(text());
        input.facility.city = maybe(text());
        for (int i = int(m_random.next() % 3); i > 0; --i)
            input.facility.address += maybe(text());
        input.facility.pinCode = maybe(text());
        input.facility.phone = maybe(text());
        input.facility.email = maybe(text());
        input.facility.timeZone = pick({"Asia/Kolkata", "", "No/Where", "America/New_York"});
        input.composedAt = UtcTime::fromMs(qint64(m_random.next() % 4'000'000'000'000) + 1);
        if (chance(2))
            input.attestedAt = input.composedAt;
        if (chance(2))
            input.visit = fhir::Visit{chance(2) ? VisitMode::Tele : VisitMode::InPerson, input.composedAt,
                chance(2) ? UtcTime() : input.composedAt + std::chrono::minutes(20)};
        content(input);
        return input;
    }

    /// A document of typed content; `kind` by its place in RecordContent, 1 to 8.
    fhir::DocumentInput ofKind(size_t kind)
    {
        auto input = next();
        input.content = RandomContent(m_random, [this] { return text(); }).ofKind(kind);
        input.type = *hiTypeOf(input.content);
        input.attachments.clear();
        // The profile wants the pictures of an imaging report, and has no place for pages beside an invoice.
        if (std::holds_alternative<ImagingReportContent>(input.content) || (chance(3) && input.type != HiType::Invoice))
            input.attachments = {attachment(tinyJpeg(), QStringLiteral("image/jpeg"), maybe(text()))};
        return input;
    }

    QString text()
    {
        static const QStringList pieces{QStringLiteral("Asha"), QStringLiteral("आशा वर्मा"), QStringLiteral("மீரா நாயர்"),
            QStringLiteral("👩🏽‍⚕️"), QStringLiteral("500 mg"), QStringLiteral("\u202Eabc\u202C"),
            QStringLiteral("\u200F"), QStringLiteral("<b>&amp;\"'</b>"), QStringLiteral("\\n\\u0000"),
            QStringLiteral("]]>"), QStringLiteral("a\tb\nc"), QStringLiteral("क़्ष"), QStringLiteral("°C ½ µg"),
            QStringLiteral("\u2028"), QStringLiteral("  ")};
        QString text;
        for (int i = int(m_random.next() % 5); i >= 0; --i) {
            text += pieces.at(qsizetype(m_random.next() % quint64(pieces.size())));
            if (chance(8))
                text += QChar(char16_t(m_random.next())); // any half character, control or unassigned code
        }
        return text;
    }

private:
    bool chance(int oneIn) { return m_random.next() % quint64(oneIn) == 0; }
    QString maybe(const QString &text) { return chance(2) ? text : QString(); }
    QString pick(std::initializer_list<const char *> words)
    {
        return QString::fromLatin1(*(words.begin() + m_random.next() % words.size()));
    }

    Patient patient()
    {
        Patient patient;
        patient.name = text();
        patient.gender = Gender(m_random.next() % 4);
        patient.birth = *BirthDate::parse(pick({"", "1984", "1984-05", "1984-05-17"}));
        patient.mobile = pick({"", "9800000001", "+44 20 7946 0000"});
        patient.place = maybe(text());
        patient.localNumber = maybe(text());
        if (chance(2))
            patient.abhaNumber = *AbhaNumber::parse(u"91111122223333");
        if (chance(2))
            patient.abhaAddress = *AbhaAddress::parse(u"asha.verma@sbx");
        return patient;
    }

    void content(fhir::DocumentInput &input)
    {
        const bool prescription = input.type == HiType::Prescription;
        input.attachments.clear();
        for (int i = int(m_random.next() % (prescription ? 2 : 4)); i > 0; --i)
            input.attachments += chance(2) ? attachment(tinyPdf(), QStringLiteral("application/pdf"), maybe(text()))
                                           : attachment(tinyJpeg(), QStringLiteral("image/jpeg"), maybe(text()));
        if (prescription && chance(2))
            input.content = prescriptionContent();
    }

    Coded coded(CodeSystem system, const char *code)
    {
        Coded what{text(), {}};
        if (chance(2))
            what.codes = {{system, QString::fromLatin1(code), text()}};
        return what;
    }

    Problem problem()
    {
        Problem problem;
        problem.what = coded(CodeSystem::Icd10, "M25.5");
        if (chance(3))
            problem.what.codes += {CodeSystem::Namaste, QStringLiteral("AAE-16"), text()};
        problem.certainty = chance(2) ? Problem::Certainty::Provisional : Problem::Certainty::Confirmed;
        problem.since = chance(2) ? QDate(2026, 8, 1) : QDate();
        problem.note = maybe(text());
        return problem;
    }

    MedicineLine medicine()
    {
        MedicineLine line;
        line.system = SystemOfMedicine(m_random.next() % 5);
        line.medicine = coded(CodeSystem::Snomed, "322236009");
        line.brand = maybe(text());
        line.formulation = pick({"", "tablet", "churna"});
        line.strength = pick({"", "500 mg", "6C"});
        line.dose = pick({"", "1 tablet", "3 g", "2.5 ml", "half a cup", "0"});
        line.times.slots = chance(2)
            ? QStringList{pick({"1", "0", "0.5"}), pick({"1", "0"}), pick({"0", "x"}), pick({"0", "2"})}
            : QStringList();
        line.times.timesADay = int(m_random.next() % 4);
        line.times.everyHours = int(m_random.next() % 9);
        line.times.asNeeded = chance(4);
        line.times.words = maybe(text());
        line.food = FoodTime(m_random.next() % 8);
        line.anupana = maybe(text());
        line.route = chance(2) ? coded(CodeSystem::Snomed, "26643006") : Coded();
        line.days = int(m_random.next() % 30);
        line.total = pick({"", "30 tablets", "100 g", "one bottle"});
        line.note = maybe(text());
        return line;
    }

    PrescriptionContent prescriptionContent()
    {
        PrescriptionContent content;
        for (int i = int(m_random.next() % 3); i > 0; --i)
            content.diagnoses += problem();
        for (int i = int(m_random.next() % 6); i > 0; --i)
            content.medicines += medicine();
        for (int i = int(m_random.next() % 3); i > 0; --i)
            content.investigations += Act{coded(CodeSystem::Snomed, "16254007"), {}, maybe(text())};
        for (int i = int(m_random.next() % 3); i > 0; --i)
            content.advice.apathya += text();
        content.followUp.note = maybe(text());
        for (int i = int(m_random.next() % 3); i > 0; --i)
            content.complaints += problem();
        return content;
    }

    SeededRandom m_random;
};

}
