#pragma once

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
        input.facility.city = maybe(text());
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
        for (int i = prescription ? int(m_random.next() % 6) : 0; i > 0; --i) {
            const bool coded = chance(2);
            input.medicines += {text(), coded ? QStringLiteral("322236009") : QString(), coded ? text() : QString(),
                text(), maybe(text())};
        }
    }

    SeededRandom m_random;
};

}
