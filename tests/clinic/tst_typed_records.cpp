#include "clinic/prescription.h"
#include "clinic/typed_record.h"
#include "storage/audit_trail.h"
#include "support/demo_clinic.h"
#include "support/whole_prescription.h"

#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

MedicineLine line(const QString &medicine, const QString &dose = u"1 tablet"_s)
{
    auto out = test::allopathicLine();
    out.medicine.text = medicine;
    out.brand.clear();
    out.dose = dose;
    return out;
}

PrescriptionContent prescription(const QStringList &medicines)
{
    PrescriptionContent out;
    out.diagnoses = {test::problemOf(u"Fever"_s)};
    for (const auto &medicine : medicines)
        out.medicines << line(medicine);
    return out;
}

QString codeOf(const auto &result)
{
    return result ? QString() : result.error().code;
}

}

/// Records that are data: kept with every pause in typing, signed without pages, amended as new versions.
class TestTypedRecords : public QObject
{
    Q_OBJECT

private:
    Result<Record> begin(clinic::Work &work, const RecordContent &content)
    {
        clinic::DraftRequest request;
        request.patient = m_patient.id;
        request.facility = m_clinic->facility;
        request.doctor = m_clinic->doctor;
        request.issuedOn = QDate(2026, 11, 20);
        request.content = content;
        return clinic::beginDraft(work, request);
    }
    Record signedWith(clinic::Work &work, const RecordContent &content)
    {
        const auto draft = begin(work, content).value();
        return clinic::signRecord(work, draft.id, draft.version).value().record;
    }

    std::unique_ptr<test::DemoClinic> m_clinic;
    Patient m_patient;

private Q_SLOTS:
    void init()
    {
        m_clinic = std::make_unique<test::DemoClinic>();
        m_patient = m_clinic->person(u"Asha Kulkarni"_s);
    }

    void everyKindBeginsWithItsHiType_data()
    {
        QTest::addColumn<RecordContent>("content");
        QTest::addColumn<QString>("type");
        QTest::newRow("prescription") << RecordContent(PrescriptionContent()) << u"Prescription"_s;
        QTest::newRow("consultation") << RecordContent(ConsultationContent()) << u"OPConsultation"_s;
        QTest::newRow("laboratory") << RecordContent(LabReportContent()) << u"DiagnosticReport"_s;
        QTest::newRow("imaging") << RecordContent(ImagingReportContent()) << u"DiagnosticReport"_s;
        QTest::newRow("discharge") << RecordContent(DischargeContent()) << u"DischargeSummary"_s;
        QTest::newRow("immunization") << RecordContent(ImmunizationContent()) << u"ImmunizationRecord"_s;
        QTest::newRow("wellness") << RecordContent(WellnessContent()) << u"WellnessRecord"_s;
        QTest::newRow("invoice") << RecordContent(InvoiceContent()) << u"Invoice"_s;
    }
    void everyKindBeginsWithItsHiType()
    {
        QFETCH(RecordContent, content);
        QFETCH(QString, type);
        auto work = m_clinic->work();
        const auto draft = begin(work, content);
        QVERIFY(draft.has_value());
        QVERIFY(draft->typed);
        QCOMPARE(toWire(draft->type), type);
        QVERIFY(clinic::contentOf(work, draft->id).value() == content);
    }

    void whatWasTypedIsThereAgain()
    {
        auto work = m_clinic->work();
        auto draft = begin(work, PrescriptionContent()).value();
        const RecordContent typed = prescription({u"Ashwagandha churna"_s, u"पुनर्नवा मण्डूर"_s});
        const auto version = clinic::saveContent(work, draft.id, draft.version, typed);
        QVERIFY(version.has_value());
        QVERIFY(*version > draft.version);
        // Another window that still has the old version does not write over it.
        QCOMPARE(codeOf(clinic::saveContent(work, draft.id, draft.version, PrescriptionContent())), u"DB-STALE"_s);
        QVERIFY(clinic::contentOf(work, draft.id).value() == typed);
    }

    void aDraftStaysWhatItBeganAs()
    {
        auto work = m_clinic->work();
        const auto draft = begin(work, PrescriptionContent()).value();
        QCOMPARE(codeOf(clinic::saveContent(work, draft.id, draft.version, InvoiceContent())), u"CONTENT-KIND"_s);
        QCOMPARE(codeOf(clinic::setType(work, draft.id, HiType::HealthDocumentRecord)), u"REC-TYPE"_s);
    }

    void tooMuchIsRefused()
    {
        auto work = m_clinic->work();
        const auto draft = begin(work, PrescriptionContent()).value();
        PrescriptionContent content;
        content.medicines.resize(501);
        QCOMPARE(codeOf(clinic::saveContent(work, draft.id, draft.version, content)), u"CONTENT-SIZE"_s);
    }

    void aTypedRecordIsSignedWithoutPages()
    {
        auto work = m_clinic->work();
        const auto record = signedWith(work, prescription({u"Paracetamol"_s}));
        QCOMPARE(record.state, RecordState::Signed);
        QVERIFY(record.careContext.value().startsWith(u"RX-2026-"));
        QCOMPARE(
            codeOf(clinic::saveContent(work, record.id, record.version, prescription({u"Other"_s}))), u"REC-STATE"_s);
    }

    void anEmptyOneIsNot()
    {
        auto work = m_clinic->work();
        const auto draft = begin(work, PrescriptionContent()).value();
        QCOMPARE(codeOf(clinic::signRecord(work, draft.id, draft.version)), u"REC-EMPTY"_s);
    }

    void anAmendedRecordTakesThePlaceOfTheOld()
    {
        auto work = m_clinic->work();
        const auto old = signedWith(work, prescription({u"Paracetamol"_s}));
        QCOMPARE(codeOf(clinic::amendRecord(work, old.id, u"  "_s)), u"REC-REASON"_s);
        const auto draft = clinic::amendRecord(work, old.id, u"Dose was wrong"_s).value();
        QVERIFY(draft.state == RecordState::Draft && draft.amends == old.id);
        QVERIFY(clinic::contentOf(work, draft.id).value() == clinic::contentOf(work, old.id).value());
        // Asked again, the person goes on with what was begun.
        QCOMPARE(clinic::amendRecord(work, old.id, u"Again"_s).value().id, draft.id);

        const auto version = clinic::saveContent(work, draft.id, draft.version, prescription({u"Ibuprofen"_s})).value();
        const auto done = clinic::signRecord(work, draft.id, version).value().record;
        QCOMPARE(done.careContext, old.careContext);
        QCOMPARE(done.amendReason, u"Dose was wrong"_s);
        QVERIFY(clinic::contentOf(work, old.id).value() == RecordContent(prescription({u"Paracetamol"_s})));
        QCOMPARE(codeOf(clinic::amendRecord(work, old.id, u"Late"_s)), u"REC-AMENDED"_s);

        const auto third = clinic::amendRecord(work, done.id, u"Once more"_s).value();
        const auto last = clinic::signRecord(work, third.id, third.version).value().record;
        for (const auto &any : {old.id, done.id, last.id}) {
            QStringList ids;
            const auto versions = clinic::versionsOf(work, any).value();
            for (const auto &one : versions)
                ids << one.id.value();
            QCOMPARE(ids, QStringList({last.id.value(), done.id.value(), old.id.value()}));
        }
    }

    void whyItWasAmendedStandsInTheTrail()
    {
        auto work = m_clinic->work();
        const auto old = signedWith(work, prescription({u"Paracetamol"_s}));
        const auto draft = clinic::amendRecord(work, old.id, u"Dose was wrong"_s).value();
        const auto last = storage::AuditTrail(m_clinic->db()).last(5).value();
        QVERIFY(std::ranges::any_of(last, [&](const storage::AuditEvent &event) {
            return event.action == u"record.amend" && event.subject == draft.id.value()
                && event.reason == u"Dose was wrong";
        }));
    }

    void aThrownAwayDraftLeavesNothing()
    {
        auto work = m_clinic->work();
        const auto draft = begin(work, prescription({u"Paracetamol"_s})).value();
        QVERIFY(clinic::discardDraft(work, draft.id).has_value());
        QVERIFY(clinic::contentOf(work, draft.id).value() == RecordContent());
    }
};

QTEST_GUILESS_MAIN(TestTypedRecords)
#include "tst_typed_records.moc"
