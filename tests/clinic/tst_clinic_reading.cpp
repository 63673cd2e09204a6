#include "clinic/link_check.h"
#include "clinic/list_reading.h"
#include "clinic/prescription.h"
#include "clinic/reading.h"
#include "clinic/recovery.h"
#include "clinic/setup.h"
#include "storage/audit_trail.h"
#include "storage/patient_repository.h"
#include "storage/raw_sql.h"
#include "support/demo_clinic.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;

namespace
{

/// What is done, and what the trail must say about it afterwards: one event or none.
struct Call
{
    const char *name;
    std::function<bool(Work &, const Patient &, const Record &)> run;
    QString action;
    QString reason;
};

const FacilityId clinicId(QStringLiteral("IN0710000123")); // of support/demo_clinic.h

const QList<Call> &calls()
{
    static const QList<Call> all{
        {"a patient's file is opened",
            [](Work &work, const Patient &who, const Record &) {
                return openPatientFile(work, who.id, clinicId).has_value();
            },
            QStringLiteral("patient.read"), QStringLiteral("file")},
        {"a booking is begun",
            [](Work &work, const Patient &who, const Record &) {
                return openPatient(work, who.id, clinicId, Purpose::Booking).has_value();
            },
            QStringLiteral("patient.read"), QStringLiteral("booking")},
        {"the link is checked for somebody",
            [](Work &work, const Patient &who, const Record &) {
                return openPatient(work, who.id, clinicId, Purpose::LinkCheck).has_value();
            },
            QStringLiteral("patient.read"), QStringLiteral("link-check")},
        {"a record's pages are looked at",
            [](Work &work, const Patient &, const Record &record) {
                return openRecord(work, record.id, Purpose::Confirmation).has_value();
            },
            QStringLiteral("record.read"), QStringLiteral("confirmation")},
        {"a delivery is looked at",
            [](Work &work, const Patient &, const Record &record) {
                return openRecord(work, record.id, Purpose::Delivery).has_value();
            },
            QStringLiteral("record.read"), QStringLiteral("delivery")},
        {"an open file is looked at again",
            [](Work &work, const Patient &who, const Record &) {
                return patientFile(work, who.id, clinicId).has_value();
            },
            {}, {}},
        {"the gates are looked at again",
            [](Work &work, const Patient &who, const Record &) {
                return checkLink(work, clinicId, who.id).has_value();
            },
            {}, {}},
        {"somebody who does not exist",
            [](Work &work, const Patient &, const Record &) {
                return !openPatientFile(work, PatientId(QStringLiteral("nobody")), clinicId);
            },
            {}, {}},
    };
    return all;
}

}

class TstClinicReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOpeningLeavesItsEventAndNothingElseDoes_data()
    {
        QTest::addColumn<int>("call");
        for (int i = 0; i < calls().size(); ++i)
            QTest::newRow(calls()[i].name) << i;
    }
    void everyOpeningLeavesItsEventAndNothingElseDoes()
    {
        QFETCH(int, call);
        const auto &tried = calls()[call];
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto record = beginDraft(
            work, {patient.id, clinic.facility, clinic.doctor, std::nullopt, HiType::Prescription, QDate(2026, 11, 20)})
                                .value();
        const storage::AuditTrail trail(clinic.db());
        const auto before = trail.verify().value().events;
        QVERIFY(tried.run(work, patient, record));
        const auto verdict = trail.verify().value();
        QVERIFY(verdict.intact);
        QCOMPARE(verdict.events - before, tried.action.isEmpty() ? 0 : 1);
        if (tried.action.isEmpty())
            return;
        const auto event = trail.last(1).value()[0];
        QCOMPARE(event.action, tried.action);
        QCOMPARE(event.reason, tried.reason);
        QCOMPARE(event.patient, patient.id);
        QCOMPARE(event.facility, clinic.facility);
        QCOMPARE(event.actor.user, work.actor.user);
        QCOMPARE(event.subject, tried.action == u"record.read" ? record.id.value() : patient.id.value());
    }

    void nothingIsReadWhereNothingCanBeNoted()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"));
        // Within a transaction of somebody else's the trail cannot be written: its chain would fork.
        const storage::DatabaseConfig same{
            storage::Backend::Sqlite, clinic.file(), TenantId(QStringLiteral("t1")), storage::Durability::Relaxed};
        const auto other = storage::Connection::open(same, clinic.sealer()).value();
        const storage::Transaction blocker(*other);
        QVERIFY(blocker.begun().has_value());
        const auto opened = openPatientFile(work, patient.id, clinic.facility);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, QStringLiteral("DB-BUSY"));
    }

    void settingUpTwiceKeepsOneClinicAndThoseWhoAreNotNamed()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        storage::FacilityRepository places(clinic.db());
        ClinicSetup setup;
        setup.facility = places.facility(clinic.facility).value();
        setup.facility.name = QStringLiteral("Kumbha Road clinic and pharmacy");
        Doctor tanmay;
        tanmay.id = DoctorId(QStringLiteral("d2"));
        tanmay.name = QStringLiteral("Dr Tanmay Gokhale");
        setup.doctors = {{tanmay, {{tanmay.id, clinic.facility, 6, QTime(10, 0), QTime(12, 0), 20, true, false}}}};
        QVERIFY(setUpClinic(work, setup));
        QVERIFY(setUpClinic(work, setup));
        QCOMPARE(places.facilities().value().size(), 1);
        QCOMPARE(places.facility(clinic.facility).value().name, setup.facility.name);
        QCOMPARE(places.doctorsAt(clinic.facility).value().size(), 2);
        QCOMPARE(places.schedule(clinic.doctor, clinic.facility).value().size(), 7);
        QCOMPARE(places.schedule(tanmay.id, clinic.facility).value().size(), 1);
    }

    void aListIsNotedOnceForThePeopleItShows() // S-A1, and no flood
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto before = storage::AuditTrail(clinic.db()).verify()->events;
        const auto counts = [&] {
            QStringList words;
            const auto written = int(storage::AuditTrail(clinic.db()).verify()->events - before);
            const auto events = storage::AuditTrail(clinic.db()).last(written).value();
            for (const auto &event : events)
                words.prepend(event.action + u' ' + event.subject + u' ' + event.reason);
            return words;
        };
        const PatientId asha(QStringLiteral("asha")), usha(QStringLiteral("usha")), hari(QStringLiteral("hari"));
        ListReading search(List::Search);
        QVERIFY(search.note(work, clinicId, {}));
        QVERIFY(search.note(work, clinicId, {asha, usha, asha}));
        QVERIFY(search.note(work, clinicId, {usha})); // one letter more
        QStringList expected{QStringLiteral("patient.list search 2")};
        QCOMPARE(counts(), expected);
        QVERIFY(search.note(work, clinicId, {usha, hari}));
        QCOMPARE(counts(), expected += QStringLiteral("patient.list search 1"));
        ListReading board(List::DayBoard);
        QVERIFY(board.note(work, clinicId, {asha}));
        QCOMPARE(counts(), expected += QStringLiteral("patient.list day-board 1"));

        work.actor.user = UserId(QStringLiteral("somebody-else"));
        QVERIFY(board.note(work, clinicId, {asha}));
        QCOMPARE(counts(), expected += QStringLiteral("patient.list day-board 1"));
    }

    void nothingIsListedThatCannotBeNoted()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        ListReading board(List::DayBoard);
        const auto full = [&](Work &) { return Result<QList<PatientId>>({PatientId(QStringLiteral("asha"))}); };
        const auto themselves = [](const QList<PatientId> &people) { return people; };
        const auto move = [&](const char *from, const char *to) {
            return test::rawSqlite(clinic.file(),
                {QStringLiteral("ALTER TABLE %1 RENAME TO %2").arg(QLatin1String(from), QLatin1String(to))});
        };
        QCOMPARE(move("audit_event", "away"), QString());
        QVERIFY(!listed(work, board, clinicId, full, themselves));
        QCOMPARE(move("away", "audit_event"), QString());
        QVERIFY(listed(work, board, clinicId, full, themselves)); // and is noted then
        QCOMPARE(storage::AuditTrail(clinic.db()).last(1).value().at(0).action, QStringLiteral("patient.list"));
    }

    void theRecoveryKeyIsAskedForUntilItIsWrittenDown()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        QVERIFY(!recoveryIsWrittenDown(work).value());
        QVERIFY(noteRecoveryShown(work, QStringLiteral("window")));
        QVERIFY(!recoveryIsWrittenDown(work).value());
        QVERIFY(noteRecoveryWrittenDown(work));
        QVERIFY(recoveryIsWrittenDown(work).value());
        const auto events = storage::AuditTrail(clinic.db()).last(2).value();
        QCOMPARE(events[0].action, QStringLiteral("recovery.written-down"));
        QCOMPARE(events[1].action, QStringLiteral("recovery.show"));
    }
};

QTEST_GUILESS_MAIN(TstClinicReading)
#include "tst_clinic_reading.moc"
