#include "fhir/checker.h"
#include "fhir/random_input.h"
#include "fhir/reader.h"

#include <QTest>

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

using namespace nadi;
using namespace nadi::test;

namespace
{
/// The first finding of a document, or nothing.
QByteArray firstFinding(const QByteArray &json)
{
    const auto findings = fhir::checkDocument(json);
    if (!findings)
        return findings.error().code.toUtf8() + ' ' + findings.error().detail.toUtf8();
    if (findings->isEmpty())
        return {};
    const auto &f = findings->first();
    return (f.rule + u' ' + f.place + u' ' + f.message).toUtf8();
}

#ifdef __GLIBC__
size_t bytesInUse()
{
    const auto info = mallinfo2();
    return info.uordblks + info.hblkhd;
}
#endif
}

class TstFhirProperty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverIsWrittenPassesTheChecker()
    {
        InputGenerator generator(20261120);
        int written = 0;
        for (int i = 0; i < 10'000; ++i) {
            const auto input = generator.next();
            const auto json = fhir::writeDocument(input);
            if (!json) { // something required was blank
                QCOMPARE(json.error().code, QStringLiteral("FHIR-INPUT"));
                continue;
            }
            ++written;
            const auto finding = firstFinding(*json);
            QVERIFY2(
                finding.isEmpty(), qPrintable(QStringLiteral("document %1: ").arg(i) + QString::fromUtf8(finding)));
            const auto read = fhir::readDocument(*json);
            QVERIFY(read);
            QCOMPARE(read->files.size(), input.attachments.size());
            QVERIFY(!read->patientName.isEmpty());
        }
        QVERIFY2(written > 4'000, qPrintable(QString::number(written)));
    }

    void contentOfEveryKindIsKeptWrittenCheckedAndRead_data()
    {
        QTest::addColumn<int>("kind");
        int kind = 0;
        for (const auto *name : {"prescription", "consultation", "laboratory", "imaging", "discharge", "immunization",
                 "wellness", "invoice"})
            QTest::newRow(name) << ++kind;
        QCOMPARE(size_t(kind) + 1, std::variant_size_v<RecordContent>);
    }
    void contentOfEveryKindIsKeptWrittenCheckedAndRead()
    {
        QFETCH(int, kind);
        InputGenerator generator(20261121 + quint64(kind));
        int written = 0;
        for (int i = 0; i < 2'000; ++i) {
            const auto input = generator.ofKind(size_t(kind));
            const auto kept = recordContentFromJson(toJson(input.content));
            QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
            QVERIFY(*kept == input.content);
            QVERIFY(checkSize(input.content));
            const auto json = fhir::writeDocument(input);
            if (!json) { // something required was blank
                QCOMPARE(json.error().code, QStringLiteral("FHIR-INPUT"));
                continue;
            }
            ++written;
            const auto finding = firstFinding(*json);
            QVERIFY2(
                finding.isEmpty(), qPrintable(QStringLiteral("document %1: ").arg(i) + QString::fromUtf8(finding)));
            const auto read = fhir::readDocument(*json);
            QVERIFY(read);
            QCOMPARE(read->hiType, toWire(input.type));
            QCOMPARE(read->documentId, input.documentId);
            QCOMPARE(read->files.size(), input.attachments.size());
            QVERIFY(!read->sections.isEmpty());
            for (const auto &section : read->sections)
                QVERIFY2(!section.lines.isEmpty(), qPrintable(section.title));
            QCOMPARE(read->notUnderstood, QStringList());
        }
        QVERIFY2(written > 150, qPrintable(QString::number(written)));
    }

    void everyCombinationOfOptionalMembersPassesTheChecker()
    {
        constexpr int optional = 12;
        for (const auto type : {HiType::Prescription, HiType::HealthDocumentRecord}) {
            for (int bits = 0; bits < 1 << optional; ++bits) {
                auto input = fullInput(type);
                int bit = 0;
                const auto without = [&] { return (bits >> bit++ & 1) != 0; };
                if (without())
                    input.patient.gender = Gender::Unknown;
                if (without())
                    input.patient.birth = {};
                if (without())
                    input.patient.mobile.clear();
                if (without())
                    input.patient.place.clear();
                if (without())
                    input.patient.abhaNumber.reset();
                if (without())
                    input.patient.abhaAddress.reset();
                if (without())
                    input.patientNumberSystem.clear();
                if (without())
                    input.doctor.hprId.clear();
                if (without())
                    input.doctor.qualification.clear();
                if (without())
                    input.facility.city.clear();
                if (without())
                    input.visit.reset();
                if (without())
                    input.attestedAt = {};
                QCOMPARE(bit, optional);
                const auto json = fhir::writeDocument(input);
                QVERIFY(json);
                QCOMPARE(firstFinding(*json), QByteArray());
            }
        }
    }

    void textKeepsItsScriptAndLosesWhatFhirForbids_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
        same("Hindi", QStringLiteral("आशा वर्मा"));
        same("Tamil", QStringLiteral("மீரா நாயர்"));
        same("emoji with joiners", QStringLiteral("👩🏽‍⚕️ Asha"));
        same("right to left", QStringLiteral("\u202Eabc\u202C שלום"));
        same("markup", QStringLiteral("<script>alert(\"1\")</script> & 'x'"));
        same("backslashes", QStringLiteral("C:\\temp\\n"));
        QTest::newRow("a zero") << QStringLiteral("A") + QChar(0) + QStringLiteral("B") << QStringLiteral("A B");
        QTest::newRow("an escape") << QStringLiteral("A\u001B[31mB") << QStringLiteral("A [31mB");
        QTest::newRow("a high half") << QStringLiteral("A") + QChar(0xD83D) + QStringLiteral("B")
                                     << QStringLiteral("A B");
        QTest::newRow("a low half") << QStringLiteral("A") + QChar(0xDC00) << QStringLiteral("A");
        QTest::newRow("no character") << QStringLiteral("A") + QChar(0xFFFE) + QStringLiteral("B")
                                      << QStringLiteral("A B");
        QTest::newRow("blanks around") << QStringLiteral(" \tAsha\n ") << QStringLiteral("Asha");
    }
    void textKeepsItsScriptAndLosesWhatFhirForbids()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        auto input = fullInput();
        input.patient.name = in;
        auto content = smallPrescription();
        content.medicines.first().note = in;
        input.content = content;
        const auto json = fhir::writeDocument(input);
        QVERIFY(json);
        QCOMPARE(firstFinding(*json), QByteArray());
        const auto read = fhir::readDocument(*json);
        QVERIFY(read);
        QCOMPARE(read->patientName, out);
        QVERIFY(read->sections.first().lines.contains(out));
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<std::function<void(fhir::DocumentInput &)>>("spoil");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *detail, std::function<void(fhir::DocumentInput &)> spoil) {
            QTest::newRow(detail) << spoil << QString::fromLatin1(detail);
        };
        row("Patient.identifier", [](auto &i) { i.patient.localNumber = QStringLiteral(" "); });
        row("Patient.name.text", [](auto &i) { i.patient.name.clear(); });
        row("Practitioner.identifier", [](auto &i) { i.doctor.registrationNumber.clear(); });
        row("Practitioner.name.text", [](auto &i) { i.doctor.name = QStringLiteral("\u0001"); });
        row("Organization.identifier", [](auto &i) { i.facility.registryId.clear(); });
        row("Organization.name", [](auto &i) { i.facility.name.clear(); });
        row("Composition.date", [](auto &i) { i.composedAt = {}; });
        row("Composition.section.entry", [](auto &i) { i.attachments.clear(); });
        row("Composition.section.entry:Binary", [](auto &i) { i.attachments += i.attachments.first(); });
        row("Bundle.identifier.value", [](auto &i) { i.documentId = QStringLiteral("42"); });
        row("Bundle.identifier.system", [](auto &i) { i.identifierSystem = QStringLiteral("my clinic"); });
        row("Patient.identifier.system", [](auto &i) { i.patientNumberSystem = QStringLiteral("my clinic"); });
        row("Resource.id",
            [](auto &i) { i.nextId = [] { return QStringLiteral("00000000-0000-4000-a000-000000000001"); }; });
        const auto line = [&](const char *detail, std::function<void(MedicineLine &)> spoil) {
            row(detail, [spoil](auto &i) {
                auto content = smallPrescription();
                spoil(content.medicines.last());
                i.content = content;
            });
        };
        line("MedicationRequest.dosageInstruction", [](auto &m) {
            m.dose.clear();
            m.times = {};
            m.route = {};
        });
        line("MedicationRequest.dosageInstruction.route", [](auto &m) { m.route.codes.first().code = u"oral"_qs; });
        line("MedicationRequest.medicationCodeableConcept", [](auto &m) { m.medicine = {}; });
        row("Encounter.period.start", [](auto &i) { i.visit = fhir::Visit{}; });
        row("Binary.contentType", [](auto &i) { i.attachments.first().mime = QStringLiteral("application/zip"); });
        row("Binary.size", [](auto &i) { i.attachments.first().size += 1; });
        row("Binary.data", [](auto &i) { i.attachments.first().bytes = {}; });
        row("Binary.contentType does not match the bytes",
            [](auto &i) { i.attachments.first().mime = QStringLiteral("image/jpeg"); });
    }
    void whatIsMissingIsNamed()
    {
        QFETCH(std::function<void(fhir::DocumentInput &)>, spoil);
        QFETCH(QString, detail);
        auto input = smallInput();
        spoil(input);
        const auto json = fhir::writeDocument(input);
        QVERIFY(!json);
        QCOMPARE(json.error().code, QStringLiteral("FHIR-INPUT"));
        QCOMPARE(json.error().detail, detail);
    }

    void aCodeThatCannotBeOneNeverLeaves_data()
    {
        QTest::addColumn<Code>("code");
        const auto row = [](const char *name, CodeSystem system, const char *code, const char *display) {
            QTest::newRow(name) << Code{system, QString::fromLatin1(code), QString::fromLatin1(display)};
        };
        row("no display", CodeSystem::Snomed, "322236009", " ");
        row("no code", CodeSystem::Snomed, "", "Paracetamol");
        row("words for a code", CodeSystem::Snomed, "paracetamol", "Paracetamol");
        row("too short", CodeSystem::Snomed, "32223", "Paracetamol");
        row("no check digit", CodeSystem::Loinc, "8867", "Heart rate");
        row("a blank inside", CodeSystem::Icd10, "M25 5", "Joint pain");
    }
    void aCodeThatCannotBeOneNeverLeaves()
    {
        QFETCH(Code, code);
        auto input = smallInput();
        auto content = smallPrescription();
        content.medicines.first().medicine.codes = {code};
        input.content = content;
        QCOMPARE(
            fhir::writeDocument(input).error().detail, QStringLiteral("MedicationRequest.medicationCodeableConcept"));
    }

    void contentOfAnotherTypeIsRefused()
    {
        auto input = fullInput();
        input.type = HiType::DischargeSummary;
        QCOMPARE(fhir::writeDocument(input).error().code, QStringLiteral("FHIR-TYPE"));
    }

    void aLargeAttachmentIsNeverInMemory()
    {
#ifdef __GLIBC__
        constexpr qint64 size = 20 * 1024 * 1024;
        size_t most = 0;
        const auto look = [&] { most = std::max(most, bytesInUse()); };
        auto input = smallInput();
        // The bytes are made while they are pulled, so all memory seen here is the writer's.
        input.attachments
            = {{ QStringLiteral("application/pdf"),
                  size,
                  [at = qint64(0), &look](qsizetype atMost) mutable -> Result<QByteArray> {
                      look();
                      QByteArray piece(qMin<qint64>(atMost, size - at), 'x');
                      if (at == 0)
                          piece.replace(0, 4, "%PDF");
                      at += piece.size();
                      return piece;
                  },
                  {} }};
        qint64 pushed = 0;
        const auto before = bytesInUse();
        QVERIFY(fhir::writeDocument(input, [&](QByteArrayView piece) {
            look();
            pushed += piece.size();
            return Done();
        }));
        QVERIFY(pushed > size * 4 / 3);
        QVERIFY2(most < before + 1024 * 1024, qPrintable(QString::number(most - before)));
#else
        QSKIP("memory is counted with glibc only: NOT checked");
#endif
    }
};

QTEST_APPLESS_MAIN(TstFhirProperty)
#include "tst_fhir_property.moc"
