#include "clinic/letterhead.h"
#include "clinic/prescription.h"
#include "clinic/printing.h"
#include "clinic/typed_record.h"
#include "storage/audit_trail.h"
#include "storage/print_repository.h"
#include "support/demo_clinic.h"
#include "support/whole_prescription.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is printed leaves a trace before it leaves the printer, and a reprint knows that it is one.
class TstPrinting : public QObject
{
    Q_OBJECT

private:
    Record draft(Work &work)
    {
        DraftRequest wanted;
        wanted.patient = m_clinic->person(u"Asha Kulkarni"_s).id;
        wanted.facility = m_clinic->facility;
        wanted.doctor = m_clinic->doctor;
        wanted.issuedOn = QDate(2026, 11, 20);
        wanted.content = test::wholePrescription();
        return beginDraft(work, wanted).value();
    }
    Record signedRecord(Work &work)
    {
        const auto record = draft(work);
        return signRecord(work, record.id, record.version).value().record;
    }
    QStringList traces(Work &work)
    {
        QStringList said;
        const auto events = storage::AuditTrail(work.db).last(50).value();
        for (const auto &event : events)
            if (event.action == u"record.print")
                said << event.subject + u' ' + event.reason + u' ' + event.result;
        return said;
    }

    std::unique_ptr<test::DemoClinic> m_clinic;

private Q_SLOTS:
    void init() { m_clinic = std::make_unique<test::DemoClinic>(); }

    void aPrintIsInTheTrailBeforeItIsOnPaper()
    {
        auto work = m_clinic->work();
        const auto record = signedRecord(work);
        const auto job = beginPrint(work, {record.id, u"a5"_s, u"Desk"_s, 2});
        QVERIFY(job.has_value());
        QCOMPARE(traces(work), QStringList{record.id.value() + u" a5 x2 printing"_s});
        QCOMPARE(printFacts(work, record.id)->jobs, QList<PrintJob>{*job});
        QVERIFY(endPrint(work, job->id, {}).has_value());
        QCOMPARE(traces(work).size(), 2);
        QCOMPARE(printFacts(work, record.id)->jobs.first().state, PrintState::Sent);
    }

    /// B47: the job is kept with what went wrong, also for the next window.
    void aFailedPrintIsKeptAndIsNoPrint()
    {
        auto work = m_clinic->work();
        const auto record = signedRecord(work);
        const auto job = beginPrint(work, {record.id, u"a4"_s, {}, 1}).value();
        const Done broken = fail(ErrorKind::NotFound, u"PAPER-PRINTER"_s);
        QVERIFY(endPrint(work, job.id, broken).has_value());
        const auto facts = printFacts(work, record.id).value();
        QCOMPARE(facts.jobs.first().state, PrintState::Failed);
        QCOMPARE(facts.jobs.first().problemCode, u"PAPER-PRINTER"_s);
        QCOMPARE(printedBefore(facts.jobs), 0);
        QVERIFY(std::ranges::any_of(
            traces(work), [](const QString &trace) { return trace.endsWith(u"a4 x1 PAPER-PRINTER"); }));
    }

    void aReprintKnowsThatItIsOne()
    {
        auto work = m_clinic->work();
        const auto record = signedRecord(work);
        for (const int before : {0, 1, 2}) {
            m_clinic->clock.advance(1min);
            const auto job = beginPrint(work, {record.id, u"a5"_s, {}, 1}).value();
            QCOMPARE(job.printedBefore, before);
            QVERIFY(endPrint(work, job.id, {}).has_value());
        }
        const auto jobs = printFacts(work, record.id)->jobs;
        QCOMPARE(jobs.size(), 3);
        QVERIFY(jobs.first().at > jobs.last().at); // newest first
    }

    void onlyWhatIsSignedIsPrinted_data()
    {
        QTest::addColumn<int>("copies");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<QString>("code");
        QTest::newRow("a draft") << 1 << false << u"REC-STATE"_s;
        QTest::newRow("no copy") << 0 << true << u"PRINT-COPIES"_s;
        QTest::newRow("a pile") << 21 << true << u"PRINT-COPIES"_s;
    }
    void onlyWhatIsSignedIsPrinted()
    {
        QFETCH(int, copies);
        QFETCH(bool, isSigned);
        QFETCH(QString, code);
        auto work = m_clinic->work();
        const auto record = isSigned ? signedRecord(work) : draft(work);
        const auto job = beginPrint(work, {record.id, u"a5"_s, {}, copies});
        QVERIFY(!job);
        QCOMPARE(job.error().code, code);
        QVERIFY(traces(work).isEmpty());
    }

    void theSheetKnowsItsVersion()
    {
        auto work = m_clinic->work();
        const auto old = signedRecord(work);
        const auto amended = amendRecord(work, old.id, u"dose"_s).value();
        const auto done = signRecord(work, amended.id, amended.version).value().record;
        const auto older = printFacts(work, old.id).value(), newer = printFacts(work, done.id).value();
        QVERIFY(older.version == 1 && !older.isNewest && !older.corrects);
        QVERIFY(newer.version == 2 && newer.isNewest);
        QCOMPARE(newer.corrects->id, old.id);
        QCOMPARE(newer.sheet.patient.name, u"Asha Kulkarni"_s);
        QCOMPARE(newer.sheet.facility.address, QStringList{u"14 Kumbha Road"_s});
    }

    void aLetterheadIsCompletedAndNothingElseChanges()
    {
        auto work = m_clinic->work();
        const auto seen = letterhead(work, m_clinic->facility, m_clinic->doctor).value();
        auto wanted = seen;
        wanted.facility.phone = u"+91 20 5550 0199"_s;
        wanted.facility.name = u"Another clinic"_s; // not of the letterhead's fields
        wanted.doctor.council = u"Another council"_s;
        const auto saved = saveLetterhead(work, seen, wanted);
        QVERIFY(saved.has_value());
        QCOMPARE(saved->facility.phone, u"+91 20 5550 0199"_s);
        QCOMPARE(saved->facility.name, seen.facility.name);
        QCOMPARE(saved->doctor.council, u"Another council"_s);
        const auto stored = letterhead(work, m_clinic->facility, m_clinic->doctor).value();
        QVERIFY(stored.facility == saved->facility && stored.doctor == saved->doctor);
        QCOMPARE(saveLetterhead(work, seen, wanted).error().code, u"DB-STALE"_s); // seen before the change
        QStringList said;
        const auto events = storage::AuditTrail(work.db).last(10).value();
        for (const auto &event : events)
            said << event.action;
        QVERIFY(said.contains(u"facility.letterhead"_s) && said.contains(u"doctor.letterhead"_s));
    }
};

QTEST_GUILESS_MAIN(TstPrinting)
#include "tst_printing.moc"
