#include "clinic/booking.h"
#include "clinic/desk.h"
#include "clinic/link_check.h"
#include "clinic/patient_index.h"
#include "clinic/prescription.h"
#include "domain/flow_start.h"
#include "storage/audit_trail.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "support/demo_clinic.h"

#include <QCryptographicHash>
#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QDate friday(2026, 11, 20);

AddedFile fileOf(const QByteArray &bytes, int pages = 1)
{
    AddedFile file;
    file.original = bytes;
    file.originalHash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    file.mime = QStringLiteral("application/pdf");
    for (int i = 0; i < pages; ++i) {
        RecordPage page;
        page.mime = QStringLiteral("image/jpeg");
        page.originalPage = i;
        page.width = 100;
        page.height = 141;
        file.pages.append(page);
        file.images.append("clean page " + QByteArray::number(i) + " of " + bytes);
    }
    return file;
}

Record draftFor(test::DemoClinic &clinic, const Patient &patient)
{
    auto work = clinic.work();
    return beginDraft(work, {patient.id, clinic.facility, clinic.doctor, std::nullopt, HiType::Prescription, friday})
        .value();
}
}

class TstClinicDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onAFullDiskNothingOfAFileIsStored()
    {
        test::DemoClinic clinic;
        const auto draft = draftFor(clinic, clinic.person(QStringLiteral("Asha Kulkarni")));
        storage::DatabaseConfig config{
            storage::Backend::Sqlite, clinic.file(), TenantId(QStringLiteral("t1")), storage::Durability::Relaxed};
        storage::DiskRoom room{100'000 * storage::megabyte, 100 * storage::megabyte};
        config.diskRoom = [&room](const QString &) { return room; };
        const auto db = storage::Connection::open(config, clinic.sealer()).value();
        Work work{*db, clinic.clock, clinic.ids, clinic.work().actor};
        const auto events = storage::AuditTrail(*db).verify().value().events;
        const auto refused = addFile(work, draft.id, fileOf("one"), 50, Knowing::No);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("DISK-FULL"));
        QCOMPARE(storage::RecordRepository(*db).record(draft.id).value().pages.size(), 0);
        QCOMPARE(storage::AuditTrail(*db).verify().value().events, events);
        // Somebody made room: the same file goes in.
        room.available = room.total / 2;
        QCOMPARE(addFile(work, draft.id, fileOf("one"), 50, Knowing::No).value().pages.size(), 1);
    }

    void aSlotIsHeldBookedMovedAndFreed()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto slots = freeSlots(work, clinic.facility, clinic.doctor, friday, VisitMode::InPerson).value();
        QCOMPARE(slots.size(), 32);

        const auto hold = holdSlot(work, slots[0], 5min).value();
        QCOMPARE(holdSlot(work, slots[0], 5min).error().code, QStringLiteral("SLOT-TAKEN"));
        const auto booked = book(work, {hold, patient.id, VisitMode::InPerson, QStringLiteral("desk")}).value();
        QCOMPARE(booked.slot, slots[0]);
        QCOMPARE(freeSlots(work, clinic.facility, clinic.doctor, friday, VisitMode::InPerson)->size(), 31);

        const auto other = holdSlot(work, slots[5], 5min).value();
        const auto moved = move(work, booked.id, booked.version, other).value();
        QCOMPARE(moved.slot, slots[5]);
        QVERIFY(holdSlot(work, slots[0], 5min).has_value());
        QVERIFY(cancel(work, moved.id, moved.version, QStringLiteral("patient")).has_value());
        QVERIFY(holdSlot(work, slots[5], 5min).has_value());
    }

    void aHoldEndsAfterItsLife()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto slot = freeSlots(work, clinic.facility, clinic.doctor, friday, VisitMode::Tele).value().first();
        const auto late = holdSlot(work, slot, 5min).value();
        clinic.clock.advance(5min + 1s);
        const auto taken = holdSlot(work, slot, 5min).value();
        QVERIFY(book(work, {taken, patient.id, VisitMode::Tele, QStringLiteral("desk")}).has_value());
        const auto refused = book(work, {late, patient.id, VisitMode::Tele, QStringLiteral("desk")});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    }

    void theDayBoardCountsWhatIsThere()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto slots = freeSlots(work, clinic.facility, clinic.doctor, friday, VisitMode::InPerson).value();
        for (int i = 0; i < 3; ++i) {
            const auto hold = holdSlot(work, slots[i], 5min).value();
            QVERIFY(book(work, {hold, patient.id, VisitMode::InPerson, QStringLiteral("desk")}).has_value());
        }
        auto board = dayBoard(work, clinic.facility, friday).value();
        QCOMPARE(board.booked, 3);
        QCOMPARE(board.waiting, 0);
        const auto first = board.appointments[0].appointment;
        const auto arrived = markArrived(work, first.id, first.version).value();
        QCOMPARE(arrived.token, 1);
        const auto second = board.appointments[1].appointment;
        QCOMPARE(markArrived(work, second.id, second.version)->token, 2);
        board = dayBoard(work, clinic.facility, friday).value();
        QCOMPARE(board.waiting, 2);
        QCOMPARE(board.appointments[0].patient.name, QStringLiteral("Asha Kulkarni"));
        QCOMPARE(board.appointments[0].doctor.name, QStringLiteral("Dr Iravati Joshi"));
    }

    void registrationNamesTheFieldThatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("mobile");
        QTest::addColumn<QString>("code");
        QTest::newRow("good") << QStringLiteral("Rehana Khan") << 1985 << QStringLiteral("9876543210") << QString();
        QTest::newRow("no phone") << QStringLiteral("Rehana Khan") << 1985 << QString() << QString();
        QTest::newRow("no name") << QStringLiteral(" ") << 1985 << QString() << QStringLiteral("PERSON-NAME");
        QTest::newRow("future birth") << QStringLiteral("Rehana Khan") << 2030 << QString()
                                      << QStringLiteral("PERSON-BIRTH");
        QTest::newRow("short mobile") << QStringLiteral("Rehana Khan") << 1985 << QStringLiteral("98765")
                                      << QStringLiteral("PERSON-MOBILE");
    }
    void registrationNamesTheFieldThatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(int, year);
        QFETCH(QString, mobile);
        QFETCH(QString, code);
        test::DemoClinic clinic;
        auto work = clinic.work();
        Patient patient;
        patient.name = name;
        patient.gender = Gender::Female;
        patient.birth.year = year;
        patient.mobile = mobile;
        const auto result = registerPatient(work, patient, clinic.facility);
        QCOMPARE(result ? QString() : result.error().code, code);
        if (result)
            QCOMPARE(result->localNumber, QStringLiteral("KR-00001"));
    }

    void aFileIsAttachedWholeOrNotAtAll()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto draft = draftFor(clinic, patient);
        QCOMPARE(addFile(work, draft.id, fileOf("a", 3), 50, Knowing::No)->pages.size(), 3);
        QCOMPARE(addFile(work, draft.id, fileOf("b", 3), 5, Knowing::No).error().code, QStringLiteral("DOC-PAGES"));
        auto broken = fileOf("c", 2);
        broken.images.removeLast();
        QVERIFY(!addFile(work, draft.id, broken, 50, Knowing::No));
        QCOMPARE(storage::RecordRepository(work.db).record(draft.id)->pages.size(), 3);
    }

    void theSameFileIsNoticedForTheSameAndForAnotherPatient()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto rehana = clinic.person(QStringLiteral("Rehana Khan"));
        const auto first = draftFor(clinic, asha);
        QVERIFY(addFile(work, first.id, fileOf("page"), 50, Knowing::No).has_value());
        QCOMPARE(
            addFile(work, first.id, fileOf("page"), 50, Knowing::No).error().code, QStringLiteral("DOC-DUPLICATE"));
        const auto second = draftFor(clinic, rehana);
        QCOMPARE(addFile(work, second.id, fileOf("page"), 50, Knowing::No).error().code,
            QStringLiteral("DOC-OTHER-PATIENT"));
        QVERIFY(addFile(work, second.id, fileOf("page"), 50, Knowing::AddAnyway).has_value());
    }

    void pagesAreTurnedMovedAndRemoved()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto draft = draftFor(clinic, clinic.person(QStringLiteral("Asha Kulkarni")));
        auto record = addFile(work, draft.id, fileOf("a", 3), 50, Knowing::No).value();
        const auto last = record.pages[2].id;
        record = movePage(work, draft.id, last, 0).value();
        QCOMPARE(record.pages[0].id, last);
        record = turnPage(work, draft.id, last, -1).value();
        QCOMPARE(record.pages[0].quarterTurns, 3);
        record = turnPage(work, draft.id, last, 2).value();
        QCOMPARE(record.pages[0].quarterTurns, 1);
        record = removePage(work, draft.id, last).value();
        QCOMPARE(record.pages.size(), 2);
        QCOMPARE(record.pages[0].position, 0);
        QVERIFY(!turnPage(work, draft.id, last, 1));
    }

    void aPersonSaysWhatThePagesAre()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto draft = draftFor(clinic, clinic.person(QStringLiteral("Asha Kulkarni")));
        QCOMPARE(setType(work, draft.id, HiType::WellnessRecord).error().code, QStringLiteral("REC-TYPE"));
        const auto other = setType(work, draft.id, HiType::HealthDocumentRecord).value();
        QCOMPARE(other.type, HiType::HealthDocumentRecord);
        QCOMPARE(other.issuedOn, draft.issuedOn);
        const auto record = addFile(work, draft.id, fileOf("report"), 50, Knowing::No).value();
        const auto done = signRecord(work, record.id, record.version).value();
        QCOMPARE(done.record.type, HiType::HealthDocumentRecord);
        QCOMPARE(setType(work, record.id, HiType::Prescription).error().code, QStringLiteral("REC-STATE"));
    }

    void signingWritesEverythingThatMustFollowAtOnce()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto patient = clinic.person(QStringLiteral("Asha Kulkarni"), {}, QStringLiteral("asha.k@sbx"));
        const auto draft = draftFor(clinic, patient);
        QCOMPARE(signRecord(work, draft.id, draft.version).error().code, QStringLiteral("REC-EMPTY"));
        const auto record = addFile(work, draft.id, fileOf("page"), 50, Knowing::No).value();

        const auto done = signRecord(work, record.id, record.version).value();
        QCOMPARE(done.record.state, RecordState::Signed);
        QCOMPARE(done.record.careContext.value(), QStringLiteral("RX-2026-000001"));
        QCOMPARE(done.delivery.state, DeliveryState::Ready);
        QCOMPARE(done.delivery.supportCode.size(), 12);
        const auto flow = storage::FlowRepository(work.db).flow(done.delivery.flow).value();
        QCOMPARE(flow.kind, flow_kind::delivery.toString());
        QCOMPARE(flow.key, record.id.value());
        QCOMPARE(flow.state[u"patientReference"].toString(), patient.localNumber);
        const auto event = storage::Inbox(work.db).next(clinic.clock.now()).value();
        QVERIFY(event.has_value());
        QCOMPARE(event->route, flow_event::start.toString());
        QCOMPARE(event->flow, flow.id);
        QCOMPARE(deliveryStory(work, record.id)->timeline.first().what, QStringLiteral("delivery.confirmed"));
        QVERIFY(storage::AuditTrail(work.db).verify()->intact);
    }

    void whatAVisitBroughtBelongsToOneCareContext()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto ravi = clinic.person(QStringLiteral("Ravi Sharma"));
        const auto signedIn = [&](const Patient &patient, const char *visit, const char *file) {
            DraftRequest wanted{patient.id, clinic.facility, clinic.doctor, {}, HiType::Prescription, friday};
            if (visit)
                wanted.appointment = AppointmentId(QString::fromLatin1(visit));
            const auto draft = beginDraft(work, wanted).value();
            const auto record = addFile(work, draft.id, fileOf(file), 50, Knowing::No).value();
            return signRecord(work, record.id, record.version).value().record;
        };
        const auto first = signedIn(asha, "visit-1", "a");
        QCOMPARE(first.careContext.value(), QStringLiteral("VISIT-2026-000001"));
        QCOMPARE(signedIn(asha, "visit-1", "b").careContext, first.careContext);
        QCOMPARE(signedIn(asha, nullptr, "c").careContext.value(), QStringLiteral("RX-2026-000002"));
        QCOMPARE(signedIn(asha, "visit-2", "d").careContext.value(), QStringLiteral("VISIT-2026-000003"));
        // A visit that was moved to another person's file never joins the two.
        QCOMPARE(signedIn(ravi, "visit-1", "e").careContext.value(), QStringLiteral("VISIT-2026-000004"));
        const auto together = storage::RecordRepository(work.db).inCareContext(clinic.facility, first.careContext);
        QCOMPARE(together->size(), 2);
        QCOMPARE(together->first().id, first.id);
    }

    void confirmingTwiceHasOneEffect()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto draft = draftFor(clinic, clinic.person(QStringLiteral("Asha Kulkarni")));
        const auto record = addFile(work, draft.id, fileOf("page"), 50, Knowing::No).value();
        const auto first = signRecord(work, record.id, record.version).value();
        const auto second = signRecord(work, record.id, record.version).value();
        QCOMPARE(first.delivery.flow, second.delivery.flow);
        QCOMPARE(first.record.careContext, second.record.careContext);
        QCOMPARE(addFile(work, record.id, fileOf("more"), 50, Knowing::No).error().code, QStringLiteral("REC-STATE"));
    }

    void linkingTheFacilityTwiceIsOneFlow()
    {
        test::DemoClinic clinic;
        auto work = clinic.work();
        const auto first = beginFacilityLink(work, clinic.facility).value();
        QCOMPARE(beginFacilityLink(work, clinic.facility).value(), first);
    }

    void patientsAreFoundByWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *typed, const char *found) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(found);
        };
        row("asha kul", "Asha Kulkarni");
        row("kulkarni asha", "Asha Kulkarni");
        row("आशा", "Asha Kulkarni");
        row("Rehna", "Rehana Khan");
        row("9876543210", "Rehana Khan");
        row("3210", "Rehana Khan");
        row("KR-00002", "Rehana Khan");
        row("asha.k@", "Asha Kulkarni");
        row("lakshmi", "Laxmi Naik");
        row("zzzz", "");
        row("a", "");
    }
    void patientsAreFoundByWhatPeopleType()
    {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        test::DemoClinic clinic;
        PatientIndex index;
        QVERIFY(index.build(clinic.db(), clinic.facility).has_value());
        clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9000000001"), QStringLiteral("asha.k@sbx"));
        clinic.person(QStringLiteral("Rehana Khan"), QStringLiteral("9876543210"));
        QVERIFY(index.refresh(clinic.db()).has_value());
        clinic.person(QStringLiteral("Laxmi Naik"));
        QVERIFY(index.refresh(clinic.db()).has_value());
        QCOMPARE(index.size(), 3);
        const auto hits = index.search(typed, 10);
        QCOMPARE(hits.isEmpty() ? QString() : hits.first().patient.name, found);
    }

    void anIndexReadInPartsFindsTheSame()
    {
        test::DemoClinic clinic;
        PatientIndex parts;
        parts.begin(clinic.facility);
        QStringList names;
        for (const auto &name : {u"Asha Kulkarni"_s, u"Rehana Khan"_s, u"Laxmi Naik"_s, u"Omkar Jadhav"_s}) {
            clinic.person(name);
            names += name;
        }
        for (int part = 1; part <= 2; ++part) {
            QCOMPARE(parts.advance(clinic.db(), 2).value(), false);
            QCOMPARE(parts.size(), 2 * part);
        }
        clinic.person(u"Meera Sharma"_s); // while it is read
        names += u"Meera Sharma"_s;
        QCOMPARE(parts.advance(clinic.db(), 2).value(), true);
        PatientIndex whole;
        QVERIFY(whole.build(clinic.db(), clinic.facility));
        for (const auto &name : names) {
            QCOMPARE(parts.search(name, 1).value(0).patient.name, name);
            QCOMPARE(whole.search(name, 1).value(0).patient.name, name);
        }
        QVERIFY(parts.refresh(clinic.db()));
        QCOMPARE(parts.size(), whole.size());
    }
};

QTEST_GUILESS_MAIN(TstClinicDesk)
#include "tst_clinic_desk.moc"
