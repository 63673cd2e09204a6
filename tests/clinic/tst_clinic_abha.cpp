#include "../storage/databases.h"
#include "clinic/abha_card.h"
#include "clinic/abha_file.h"
#include "clinic/desk.h"
#include "storage/abha_repository.h"
#include "storage/audit_trail.h"
#include "storage/facility_repository.h"
#include "storage/patient_repository.h"
#include "storage/sql.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{

/// One clinic with one patient in the database of a row.
struct House
{
    explicit House(storage::Connection &connection)
        : db(connection)
    {
        Facility clinic;
        clinic.id = facility;
        clinic.name = QStringLiteral("Kumbha Road clinic");
        [[maybe_unused]] const auto saved = storage::FacilityRepository(db).save(clinic);
        Patient asha;
        asha.name = QStringLiteral("Asha Verma");
        asha.gender = Gender::Female;
        auto with = work();
        patient = registerPatient(with, asha, facility).value();
    }
    Work work() { return {db, clock, ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}}; }
    storage::AuditEvent lastEvent() { return storage::AuditTrail(db).last(1).value()[0]; }

    storage::Connection &db;
    ManualClock clock{UtcTime::parse(u"2026-11-20T02:00:00Z").value()};
    SeededRandom random{42};
    RandomIdSource ids{random};
    const FacilityId facility{QStringLiteral("IN2710000999")};
    Patient patient;
};

AbhaSnapshot snapshotOf(const QString &name, UtcTime at)
{
    AbhaSnapshot snapshot;
    snapshot.profile.number = AbhaNumber::parse(u"91-4002-5177-3000").value();
    snapshot.profile.preferredAddress = AbhaAddress::parse(u"ashaverma1990@sbx").value();
    snapshot.profile.addresses
        = {*snapshot.profile.preferredAddress, AbhaAddress::parse(u"91400251773000@sbx").value()};
    snapshot.profile.name = name;
    snapshot.profile.localName = QStringLiteral("आशा रमेश वर्मा");
    snapshot.profile.gender = Gender::Female;
    snapshot.profile.birth = BirthDate::parse(u"1990-06-26").value();
    snapshot.profile.mobile = QStringLiteral("******3210");
    snapshot.profile.addressLine = QStringLiteral("12, Sample Road");
    snapshot.profile.pinCode = QStringLiteral("411001");
    snapshot.profile.photo = QByteArray("\xff\xd8\xff\0jpeg", 8);
    snapshot.profile.kycVerified = true;
    snapshot.proof = AbhaProof::AadhaarOtp;
    snapshot.at = at;
    snapshot.card = QByteArray("\x89PNG\0card", 9);
    snapshot.qr = QByteArray("\x89PNG\0qr", 7);
    return snapshot;
}

}

class TstClinicAbha : public QObject
{
    Q_OBJECT

    Databases databases;
    PlainSealer sealer;

private Q_SLOTS:
    void aConsentIsKeptWithItsVersionLanguageOperatorAndTime_data() { Databases::columns(); }
    void aConsentIsKeptWithItsVersionLanguageOperatorAndTime()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        AbhaConsent consent{QStringLiteral("abha-enrollment"), QStringLiteral("1.4"), QStringLiteral("hi"),
            AbhaConsent::Manner::OnPaper, house.patient.id};
        GOOD(recordAbhaConsent(work, consent, house.facility));
        const auto event = house.lastEvent();
        QCOMPARE(event.action, QStringLiteral("abha.consent"));
        QCOMPARE(event.subject, QStringLiteral("abha-enrollment/1.4"));
        QCOMPARE(event.patient, house.patient.id);
        const auto kept = storage::AbhaRepository(db).consents(house.patient.id).value();
        QCOMPARE(kept.size(), 1);
        const storage::AbhaConsentRow wanted{QStringLiteral("abha-enrollment"), QStringLiteral("1.4"),
            QStringLiteral("hi"), QStringLiteral("paper"), house.patient.id, house.facility,
            UserId(QStringLiteral("clerk-1")), house.clock.now()};
        QVERIFY(kept[0] == wanted);

        consent.patient.reset();
        GOOD(recordAbhaConsent(work, consent, house.facility));
        QCOMPARE(storage::AbhaRepository(db).consents(PatientId()).value().size(), 1);
    }

    void aConsentIsNeverChangedOrRemoved_data() { Databases::columns(); }
    void aConsentIsNeverChangedOrRemoved()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        GOOD(recordAbhaConsent(work,
            {QStringLiteral("abha-enrollment"), QStringLiteral("1.4"), QStringLiteral("en"),
                AbhaConsent::Manner::OnScreen, house.patient.id},
            house.facility));
        QVERIFY(!storage::execute(db, u"UPDATE abha_consent SET version = '9'"));
        QVERIFY(!storage::execute(db, u"DELETE FROM abha_consent"));
        QCOMPARE(storage::AbhaRepository(db).consents(house.patient.id).value()[0].version, QStringLiteral("1.4"));
    }

    void whoDeclinedIsAskedAgainAfterNinetyDays_data() { Databases::columns(); }
    void whoDeclinedIsAskedAgainAfterNinetyDays()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        QVERIFY(mayAskForAbha(work, house.patient.id).value());
        GOOD(recordAbhaDeclined(work, house.patient.id, house.facility));
        QCOMPARE(house.lastEvent().action, QStringLiteral("abha.decline"));
        QVERIFY(!mayAskForAbha(work, house.patient.id).value());
        house.clock.advance(24h * 90 - 1s);
        QVERIFY(!mayAskForAbha(work, house.patient.id).value());
        house.clock.advance(1s);
        QVERIFY(mayAskForAbha(work, house.patient.id).value());
    }

    void whoHasAnAbhaIsNotAsked_data() { Databases::columns(); }
    void whoHasAnAbhaIsNotAsked()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        auto known = house.patient;
        known.abhaAddress = AbhaAddress::parse(u"asha@sbx").value();
        GOOD(storage::PatientRepository(db).update(known, work.actor, house.clock.now()));
        QVERIFY(!mayAskForAbha(work, known.id).value());
    }

    void theNewestProofIsWhatTheFileShows_data() { Databases::columns(); }
    void theNewestProofIsWhatTheFileShows()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        const auto &id = house.patient.id;
        QVERIFY(!abhaSnapshot(work, id).value());
        GOOD(keepAbhaSnapshot(work, id, snapshotOf(QStringLiteral("Asha Verma"), house.clock.now())));
        house.clock.advance(1s);
        const auto second = snapshotOf(QStringLiteral("Asha Ramesh Verma"), house.clock.now());
        GOOD(keepAbhaSnapshot(work, id, second));
        QCOMPARE(house.lastEvent().action, QStringLiteral("abha.proof"));
        QCOMPARE(house.lastEvent().reason, QStringLiteral("aadhaar-otp"));
        const auto found = abhaSnapshot(work, id).value();
        QVERIFY(found);
        QVERIFY(found->profile == second.profile);
        QCOMPARE(found->card, second.card);
        QCOMPARE(found->qr, second.qr);
        QCOMPARE(found->at, second.at);
        QVERIFY(found->proof == AbhaProof::AadhaarOtp);

        GOOD(forgetAbhaSnapshots(work, id));
        QVERIFY(!abhaSnapshot(work, id).value());
        QCOMPARE(house.lastEvent().action, QStringLiteral("abha.forget"));
    }

    void aSnapshotMovedToAnotherPatientDoesNotOpen_data() { Databases::columns(); }
    void aSnapshotMovedToAnotherPatientDoesNotOpen()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        GOOD(keepAbhaSnapshot(work, house.patient.id, snapshotOf(QStringLiteral("Asha"), house.clock.now())));
        GOOD(storage::execute(db, u"UPDATE abha_snapshot SET patient = 'somebody-else'"));
        FAILS(abhaSnapshot(work, PatientId(QStringLiteral("somebody-else"))), "SEAL-OPEN");
    }

    void aHalfFinishedCreationIsKeptPerDeskAndUser_data() { Databases::columns(); }
    void aHalfFinishedCreationIsKeptPerDeskAndUser()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        const auto desk = QStringLiteral("desk");
        const QJsonObject first{{QStringLiteral("stage"), QStringLiteral("otp")}};
        const QJsonObject second{{QStringLiteral("stage"), QStringLiteral("address")}};
        GOOD(parkAbhaCreation(work, desk, first));
        GOOD(parkAbhaCreation(work, desk, second));
        QCOMPARE(parkedAbhaCreation(work, desk).value(), second);
        auto other = house.work();
        other.actor.user = UserId(QStringLiteral("clerk-2"));
        QVERIFY(parkedAbhaCreation(other, desk).value().isEmpty());
        GOOD(dropParkedAbhaCreation(work, desk));
        QVERIFY(parkedAbhaCreation(work, desk).value().isEmpty());
    }

    void theCardIsOpenedAnotherDayAndWhoDidStandsInTheTrail_data() { Databases::columns(); }
    void theCardIsOpenedAnotherDayAndWhoDidStandsInTheTrail()
    {
        OPEN_DATABASE(databases, config, db);
        House house(db);
        auto work = house.work();
        const auto id = house.patient.id;
        const auto nothing = openAbhaCard(work, id, house.facility);
        QVERIFY(nothing && !*nothing);
        QVERIFY(house.lastEvent().action != u"abha.card"); // nobody saw anything
        const auto snapshot = snapshotOf(QStringLiteral("Asha Verma"), house.clock.now());
        QVERIFY(keepAbhaSnapshot(work, id, snapshot));
        house.clock.advance(24h * 40);
        const auto card = openAbhaCard(work, id, house.facility);
        QVERIFY(card && *card);
        QCOMPARE((*card)->card, snapshot.card);
        QCOMPARE((*card)->at, snapshot.at);
        QCOMPARE(house.lastEvent().action, QStringLiteral("abha.card"));
        QCOMPARE(house.lastEvent().patient, id);
        QVERIFY(noteCardUse(work, id, house.facility, CardUse::Saved));
        QCOMPARE(house.lastEvent().action, QStringLiteral("abha.card.save"));
        QVERIFY(noteCardUse(work, id, house.facility, CardUse::Printed));
        QCOMPARE(house.lastEvent().action, QStringLiteral("abha.card.print"));
        // A wrong or removed ABHA takes its card along (B39, B40).
        QVERIFY(forgetAbhaSnapshots(work, id));
        const auto gone = openAbhaCard(work, id, house.facility);
        QVERIFY(gone && !*gone);
    }
};

QTEST_GUILESS_MAIN(TstClinicAbha)
#include "tst_clinic_abha.moc"
