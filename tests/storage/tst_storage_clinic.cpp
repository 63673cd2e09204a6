#include "databases.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/journey_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "values.h"

#include <sys/resource.h>

#include <csignal>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

/// No file of this process grows beyond `bytes` while it lives: what a full disk feels like (fault D1).
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

}

/// What the clinic's desk stores, on both databases.
class TstStorageClinic : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

private Q_SLOTS:
    void facilityAndScheduleComeBack_data() { Databases::columns(); }
    void facilityAndScheduleComeBack()
    {
        OPEN_DATABASE(databases, config, db);
        FacilityRepository facilities(db);
        GOOD(facilities.save(krishnaRoad()));
        auto renamed = krishnaRoad();
        renamed.city = QStringLiteral("Poona");
        GOOD(facilities.save(renamed));
        QCOMPARE(*facilities.facility(kr), renamed);
        QCOMPARE(facilities.facilities()->size(), 1);
        FAILS(facilities.facility(FacilityId(QStringLiteral("IN071000012"))), "FACILITY-UNKNOWN");

        QCOMPARE(facilities.link(kr)->state, FacilityLinkState::Unknown);
        QVERIFY(!facilities.link(kr)->checkedAt.isSet());
        GOOD(facilities.saveLink({kr, FacilityLinkState::Listed, morning, QStringLiteral("X")}));
        QCOMPARE(facilities.link(kr)->state, FacilityLinkState::Listed);
        QCOMPARE(facilities.link(kr)->checkedAt, morning);

        const Doctor doctor{iravati, QStringLiteral("Dr Iravati Joshi"), QStringLiteral("MMC-1"), {},
            QStringLiteral("BAMS"), QStringLiteral("Ayurveda")};
        GOOD(facilities.save(doctor));
        QCOMPARE(*facilities.doctor(iravati), doctor);
        QCOMPARE(facilities.doctorsAt(kr)->size(), 0);
        const ScheduleBlock block{iravati, kr, 1, QTime(9, 30), QTime(13, 0), 15, true, false};
        GOOD(facilities.saveSchedule(iravati, kr, {block, block}));
        GOOD(facilities.saveSchedule(iravati, kr, {block}));
        QCOMPARE(facilities.doctorsAt(kr)->size(), 1);
        const auto schedule = facilities.schedule(iravati, kr);
        GOOD(schedule);
        QCOMPARE(schedule->size(), 1);
        QCOMPARE(schedule->first().from, QTime(9, 30));
        QCOMPARE(schedule->first().tele, false);
    }

    void patientIsFoundByEveryNumber_data() { Databases::columns(); }
    void patientIsFoundByEveryNumber()
    {
        OPEN_DATABASE(databases, config, db);
        GOOD(FacilityRepository(db).save(krishnaRoad()));
        PatientRepository patients(db);
        auto patient = asha();
        patient.localNumber = *patients.nextLocalNumber(kr);
        QCOMPARE(patient.localNumber, QStringLiteral("KR-00001"));
        GOOD(patients.add(patient, kr, clerk, morning));

        QCOMPARE(*patients.patient(patient.id, kr), patient);
        QCOMPARE(patients.patient(patient.id, FacilityId(QStringLiteral("other")))->localNumber, QString());
        QCOMPARE(*patients.byAbhaAddress(*AbhaAddress::parse(u"Asha.K@SBX")), patient.id);
        QCOMPARE(*patients.byAbhaNumber(*patient.abhaNumber), patient.id);
        QCOMPARE(*patients.byMobile(patient.mobile), QList{patient.id});
        QCOMPARE(*patients.byLocalNumber(patient.localNumber, kr), patient.id);
        QCOMPARE(patients.byMobile(QStringLiteral("9876543211"))->size(), 0);
        QCOMPARE(patients.byMobile(QString())->size(), 0);
        FAILS(patients.byAbhaNumber(*AbhaNumber::parse(u"91-1234-5678-9013")), "PATIENT-UNKNOWN");
        FAILS(patients.add(patient, kr, clerk, morning), "PATIENT-EXISTS");
        auto sameNumber = asha(QStringLiteral("patient-2"));
        sameNumber.localNumber = patient.localNumber;
        FAILS(patients.add(sameNumber, kr, clerk, morning), "PATIENT-NUMBER");
        FAILS(patients.patient(sameNumber.id, kr), "PATIENT-UNKNOWN");
    }

    void twoDesksCannotOverwriteEachOther_data() { Databases::columns(); }
    void twoDesksCannotOverwriteEachOther()
    {
        OPEN_DATABASE(databases, config, db);
        PatientRepository patients(db);
        GOOD(patients.add(asha(), kr, clerk, morning));
        const auto seen = *patients.patient(asha().id, kr);
        auto first = seen;
        first.mobile = QStringLiteral("9000000001");
        auto second = seen;
        second.place = QStringLiteral("Nashik");
        GOOD(patients.update(first, clerk, morning));
        FAILS(patients.update(second, clerk, morning), "DB-STALE");
        const auto stored = patients.patient(seen.id, kr);
        QCOMPARE(stored->mobile, QStringLiteral("9000000001"));
        QCOMPARE(stored->place, seen.place);
        QCOMPARE(stored->version, seen.version + 1);
        QCOMPARE(patients.byMobile(seen.mobile)->size(), 0);
    }

    void indexSeesEveryChangeOnce_data() { Databases::columns(); }
    void indexSeesEveryChangeOnce()
    {
        OPEN_DATABASE(databases, config, db);
        PatientRepository patients(db);
        for (int i = 0; i < 5; ++i)
            GOOD(patients.add(asha(QString::number(i)), kr, clerk, morning));
        QStringList all;
        GOOD(patients.forEach(kr, [&](const Patient &patient) { all << patient.id.value(); }));
        QCOMPARE(all.size(), 5);
        const auto mark = *patients.mark();
        QStringList changed;
        const auto note = [&](const Patient &patient) { changed << patient.id.value(); };
        QCOMPARE(*patients.changedSince(mark, note), mark);
        QVERIFY(changed.isEmpty());
        GOOD(patients.update(*patients.patient(PatientId(QStringLiteral("3")), kr), clerk, morning));
        QVERIFY(*patients.changedSince(mark, note) > mark);
        QCOMPARE(changed, QStringList{QStringLiteral("3")});
    }

    void slotIsBookedMovedAndFreed_data() { Databases::columns(); }
    void slotIsBookedMovedAndFreed()
    {
        OPEN_DATABASE(databases, config, db);
        AppointmentRepository appointments(db);
        const auto slot = slotAt(morning + 1h);
        const HoldId hold(QStringLiteral("hold-1"));
        GOOD(appointments.hold(hold, slot, morning, morning + 5min));
        FAILS(appointments.hold(HoldId(QStringLiteral("hold-2")), slot, morning + 1min, morning + 6min), "SLOT-TAKEN");
        QCOMPARE(*appointments.takenStarts(iravati, morning, morning + 24h, morning), QList{slot.start});
        GOOD(appointments.confirm(hold, appointment(QStringLiteral("a1"), slot), clerk, morning + 2min));
        FAILS(appointments.hold(HoldId(QStringLiteral("hold-3")), slot, morning + 1h, morning + 2h), "SLOT-TAKEN");
        const auto booked = appointments.appointment(AppointmentId(QStringLiteral("a1")));
        GOOD(booked);
        QCOMPARE(booked->slot, slot);
        QCOMPARE(booked->version, 1);

        const auto later = slotAt(morning + 2h);
        GOOD(appointments.hold(HoldId(QStringLiteral("hold-4")), later, morning, morning + 5min));
        GOOD(appointments.move(booked->id, 1, HoldId(QStringLiteral("hold-4")), clerk, morning));
        QCOMPARE(*appointments.takenStarts(iravati, morning, morning + 24h, morning), QList{later.start});
        QCOMPARE(appointments.between(kr, morning, morning + 24h)->first().slot, later);

        FAILS(appointments.cancel(booked->id, 1, QStringLiteral("ill"), clerk, morning), "DB-STALE");
        GOOD(appointments.cancel(booked->id, 2, QStringLiteral("ill"), clerk, morning));
        QCOMPARE(appointments.appointment(booked->id)->cancelReason, QStringLiteral("ill"));
        QCOMPARE(appointments.takenStarts(iravati, morning, morning + 24h, morning)->size(), 0);
        QCOMPARE(appointments.between(kr, morning, morning + 24h)->size(), 0);
        QCOMPARE(appointments.ofPatient(booked->patient)->size(), 1);
    }

    void aVisitMovedToAnotherBranchJoinsItsQueue_data() { Databases::columns(); }
    void aVisitMovedToAnotherBranchJoinsItsQueue()
    {
        OPEN_DATABASE(databases, config, db);
        AppointmentRepository appointments(db);
        const FacilityId branch(QStringLiteral("IN0710000124"));
        const QDate day(2026, 11, 21);
        const auto book = [&](const QString &id, const Slot &slot) {
            const HoldId hold(QStringLiteral("hold-") + id);
            return appointments.hold(hold, slot, morning, morning + 5min).and_then([&](const SlotHold &) {
                return appointments.confirm(hold, appointment(id, slot), clerk, morning);
            });
        };
        const auto there = [&](UtcTime start) {
            auto slot = slotAt(start);
            slot.facility = branch;
            slot.doctor = DoctorId(QStringLiteral("dr-branch"));
            return slot;
        };
        GOOD(book(QStringLiteral("theirs"), there(morning + 1h)));
        QCOMPARE(*appointments.arrive(AppointmentId(QStringLiteral("theirs")), 1, day, clerk, morning), 1);
        const auto slot = slotAt(morning + 1h);
        GOOD(book(QStringLiteral("a1"), slot));
        const AppointmentId moved(QStringLiteral("a1"));
        QCOMPARE(*appointments.arrive(moved, 1, day, clerk, morning), 1);

        const auto wanted = there(morning + 2h);
        GOOD(appointments.hold(HoldId(QStringLiteral("hold-there")), wanted, morning, morning + 5min));
        GOOD(appointments.move(moved, 2, HoldId(QStringLiteral("hold-there")), clerk, morning));
        const auto now = appointments.appointment(moved);
        GOOD(now);
        QCOMPARE(now->slot, wanted);
        QCOMPARE(now->status, AppointmentStatus::Booked); // nobody has arrived over there
        QCOMPARE(now->token, 0);
        QCOMPARE(appointments.takenStarts(iravati, morning, morning + 24h, morning)->size(), 0); // free again here
        QCOMPARE(appointments.between(kr, morning, morning + 24h)->size(), 0);
        QCOMPARE(appointments.between(branch, morning, morning + 24h)->size(), 2);
        QCOMPARE(*appointments.arrive(moved, 3, day, clerk, morning), 2); // the next number of that queue
    }

    void expiredHoldCanBeTakenOver_data() { Databases::columns(); }
    void expiredHoldCanBeTakenOver()
    {
        OPEN_DATABASE(databases, config, db);
        AppointmentRepository appointments(db);
        const auto slot = slotAt(morning + 1h);
        const HoldId slow(QStringLiteral("slow"));
        const HoldId quick(QStringLiteral("quick"));
        GOOD(appointments.hold(slow, slot, morning, morning + 5min));
        QCOMPARE(appointments.takenStarts(iravati, morning, morning + 24h, morning + 5min)->size(), 0);
        GOOD(appointments.hold(quick, slot, morning + 5min, morning + 10min));
        FAILS(
            appointments.confirm(slow, appointment(QStringLiteral("a1"), slot), clerk, morning + 6min), "HOLD-EXPIRED");
        GOOD(appointments.release(slow));
        // Nobody took it since: an expired hold is still good.
        GOOD(appointments.confirm(quick, appointment(QStringLiteral("a2"), slot), clerk, morning + 30min));
        QCOMPARE(appointments.between(kr, morning, morning + 24h)->size(), 1);
    }

    void queueNumbersHaveNoGaps_data() { Databases::columns(); }
    void queueNumbersHaveNoGaps()
    {
        OPEN_DATABASE(databases, config, db);
        AppointmentRepository appointments(db);
        const QDate day(2026, 11, 21);
        for (int i = 0; i < 3; ++i) {
            const auto slot = slotAt(morning + 1h * (i + 1));
            const HoldId hold(QString::number(i));
            GOOD(appointments.hold(hold, slot, morning, morning + 5min));
            const auto wanted = appointment(QStringLiteral("a%1").arg(i), slot);
            GOOD(appointments.confirm(hold, wanted, clerk, morning));
            QCOMPARE(*appointments.arrive(wanted.id, 1, day, clerk, morning), i + 1);
            FAILS(appointments.arrive(wanted.id, 1, day, clerk, morning), "DB-STALE");
        }
        QCOMPARE(*appointments.arrive(AppointmentId(QStringLiteral("a1")), 2, day, clerk, morning), 2);
        QCOMPARE(appointments.appointment(AppointmentId(QStringLiteral("a2")))->token, 3);
    }

    void recordGrowsPageByPageAndIsSigned_data() { Databases::columns(); }
    void recordGrowsPageByPageAndIsSigned()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const RecordId id(QStringLiteral("r1"));
        GOOD(records.createDraft(draft(id.value()), clerk, morning));
        const QByteArray hash(32, 'h');
        GOOD(records.addOriginal(id, hash, QStringLiteral("application/pdf"), "the file", morning));
        GOOD(records.addOriginal(id, hash, QStringLiteral("application/pdf"), "the file", morning));
        for (int i = 0; i < 3; ++i)
            GOOD(records.addPage(
                id, page(QString::number(i), i, hash), QByteArray("image ") + QByteArray::number(i), clerk, morning));
        auto record = records.record(id);
        GOOD(record);
        QCOMPARE(record->pages.size(), 3);
        QCOMPARE(record->pages[1], page(QStringLiteral("1"), 1, hash));
        QCOMPARE(*records.pageImage(id, PageId(QStringLiteral("2"))), QByteArray("image 2"));
        QCOMPARE(*records.original(id, hash), QByteArray("the file"));
        QCOMPARE(records.seen(hash)->size(), 1);
        QCOMPARE(records.seen(hash)->first().patient, record->patient);

        auto pages = record->pages;
        std::swap(pages[0], pages[2]);
        pages[0].quarterTurns = 3;
        GOOD(records.arrangePages(id, pages, clerk, morning));
        GOOD(records.removePage(id, PageId(QStringLiteral("1")), clerk, morning));
        FAILS(records.arrangePages(id, pages, clerk, morning), "DB-STALE");
        record = records.record(id);
        QCOMPARE(record->pages.size(), 2);
        QCOMPARE(record->pages[0].id, PageId(QStringLiteral("2")));
        QCOMPARE(record->pages[0].quarterTurns, 3);
        QCOMPARE(record->pages[1].position, 1);
        FAILS(records.pageImage(id, PageId(QStringLiteral("1"))), "BLOB-UNKNOWN");

        const auto context = records.nextCareContext(kr, HiType::Prescription, QDate(2026, 11, 21));
        QCOMPARE(context->value(), QStringLiteral("RX-2026-000001"));
        FAILS(records.sign(id, record->version - 1, *context, clerk, morning), "DB-STALE");
        GOOD(records.sign(id, record->version, *context, clerk, morning + 1min));
        FAILS(records.sign(id, record->version, *context, clerk, morning), "DB-STALE");
        FAILS(records.addPage(id, page(QStringLiteral("9"), 9), "late", clerk, morning), "REC-STATE");
        FAILS(records.discardDraft(id, clerk, morning), "REC-STATE");
        const auto inContext = records.inCareContext(kr, *context);
        GOOD(inContext);
        QCOMPARE(inContext->size(), 1);
        const auto found = &inContext->first();
        QCOMPARE(found->state, RecordState::Signed);
        QCOMPARE(found->signedAt, morning + 1min);
        QCOMPARE(found->issuedOn, QDate(2026, 11, 21));
        QCOMPARE(records.drafts(kr)->size(), 0);
        QCOMPARE(records.ofPatient(found->patient)->size(), 1);
        QCOMPARE(records.inCareContext(kr, CareContextRef())->size(), 0);
    }

    void discardedDraftLeavesNoPicture_data() { Databases::columns(); }
    void discardedDraftLeavesNoPicture()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const RecordId id(QStringLiteral("r1"));
        GOOD(records.createDraft(draft(id.value()), clerk, morning));
        GOOD(records.addOriginal(id, QByteArray(32, 'h'), QStringLiteral("image/png"), "bytes", morning));
        GOOD(records.addPage(id, page(QStringLiteral("0"), 0), "image", clerk, morning));
        GOOD(records.discardDraft(id, clerk, morning));
        FAILS(records.pageImage(id, PageId(QStringLiteral("0"))), "BLOB-UNKNOWN");
        FAILS(records.original(id, QByteArray(32, 'h')), "BLOB-UNKNOWN");
        QCOMPARE(records.seen(QByteArray(32, 'h'))->size(), 0);
        QCOMPARE(records.record(id)->state, RecordState::Discarded);
        QCOMPARE(records.ofPatient(PatientId(QStringLiteral("patient-1")))->size(), 0);
    }

    void largePictureComesBackWhole_data() { Databases::columns(); }
    void largePictureComesBackWhole()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const RecordId id(QStringLiteral("r1"));
        GOOD(records.createDraft(draft(id.value()), clerk, morning));
        QByteArray picture(20 * 1024 * 1024 + 1, '\0');
        for (qsizetype i = 0; i < picture.size(); i += 997)
            picture[i] = char(i);
        GOOD(records.addPage(id, page(QStringLiteral("0"), 0), picture, clerk, morning));
        const auto back = records.pageImage(id, PageId(QStringLiteral("0")));
        GOOD(back);
        QVERIFY(*back == picture);
    }

    void fullDiskStoresNothingByHalf()
    {
        const auto config = databases.fresh(false);
        const auto opened = Connection::open(config, sealer);
        GOOD(opened);
        auto &db = **opened;
        RecordRepository records(db);
        const RecordId id(QStringLiteral("r1"));
        GOOD(records.createDraft(draft(id.value()), clerk, morning));
        const QByteArray picture(8 * 1024 * 1024, 'p');
        {
            const FullDisk full(2 * 1024 * 1024);
            const auto added = records.addPage(id, page(QStringLiteral("0"), 0), picture, clerk, morning);
            QVERIFY(!added);
            QCOMPARE(added.error().kind, ErrorKind::Storage);
        }
        QCOMPARE(records.record(id)->pages.size(), 0);
        FAILS(records.pageImage(id, PageId(QStringLiteral("0"))), "BLOB-UNKNOWN");
        GOOD(records.addPage(id, page(QStringLiteral("0"), 0), picture, clerk, morning));
        QCOMPARE(AuditTrail(db).verify()->events, 2);
        QVERIFY(AuditTrail(db).verify()->intact);
    }

    void journeyIsKeptPerDeskAndUser_data() { Databases::columns(); }
    void journeyIsKeptPerDeskAndUser()
    {
        OPEN_DATABASE(databases, config, db);
        JourneyRepository journeys(db);
        const Journey there{QStringLiteral("desk"), clerk.user, QStringLiteral("add"),
            {{QStringLiteral("record"), QStringLiteral("r1")}}, morning};
        GOOD(journeys.save({QStringLiteral("desk"), clerk.user, QStringLiteral("home"), {}, morning}));
        GOOD(journeys.save(there));
        const auto back = journeys.journey(QStringLiteral("desk"), clerk.user);
        GOOD(back);
        QCOMPARE((*back)->step, there.step);
        QCOMPARE((*back)->details, there.details);
        QVERIFY(!journeys.journey(QStringLiteral("kiosk"), clerk.user)->has_value());
        GOOD(journeys.clear(QStringLiteral("desk"), clerk.user));
        QVERIFY(!journeys.journey(QStringLiteral("desk"), clerk.user)->has_value());
    }
};

QTEST_GUILESS_MAIN(TstStorageClinic)
#include "tst_storage_clinic.moc"
