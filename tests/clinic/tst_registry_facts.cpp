#include "clinic/people_clinic.h"
#include "clinic/registry_facts.h"
#include "clinic/setup.h"
#include "storage/audit_trail.h"
#include "storage/staff_repository.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace nadi::test;
using namespace Qt::StringLiterals;

/// What HFR and HPR say, taken over by a person: all of it with its audit event, or nothing.
class TstRegistryFacts : public QObject
{
    Q_OBJECT

    FaultySealer sealer;
    Databases databases;

    static QStringList actions(storage::Connection &db)
    {
        QStringList out;
        const auto events = storage::AuditTrail(db).last(50);
        for (const auto &event : *events)
            if (event.action.endsWith(u".registry"))
                out << event.action + u' ' + event.subject;
        return out;
    }
    static Doctor worksHere(PeopleClinic &clinic, const DoctorId &id, const QString &name)
    {
        Doctor doctor;
        doctor.id = id;
        doctor.name = name;
        storage::FacilityRepository places(clinic.db);
        [[maybe_unused]] const auto saved = places.save(doctor);
        [[maybe_unused]] const auto week = places.saveSchedule(
            id, clinic.here, {{id, clinic.here, Qt::Monday, QTime(9, 0), QTime(12, 0), 15, true, true}});
        return doctor;
    }
    static DoctorTakeOver inHpr(const PeopleClinic &clinic, const Doctor &seen, const QString &hprId)
    {
        return {seen, clinic.here, hprId, u"MCIM-I-45821"_s, u"Maharashtra Council of Indian Medicine"_s};
    }

private Q_SLOTS:
    void init() { sealer.failAt = 0; }

    void aDoctorsNumbersAreTakenOver_data() { Databases::columns(); }
    void aDoctorsNumbersAreTakenOver()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto seen = worksHere(clinic, clinic.doctor, u"Dr Iravati Joshi"_s);
        const auto taken = takeOver(work, inHpr(clinic, seen, u"71-1001-2002-3003"_s));
        QVERIFY(taken);
        const auto facts = registryFacts(work, clinic.here);
        QVERIFY(facts);
        QCOMPARE(facts->doctors, QList<Doctor>{*taken});
        QCOMPARE(taken->hprId, u"71-1001-2002-3003"_s);
        QCOMPARE(taken->registrationNumber, u"MCIM-I-45821"_s);
        QCOMPARE(taken->council, u"Maharashtra Council of Indian Medicine"_s);
        QCOMPARE(taken->name, seen.name);
        QCOMPARE(actions(db), QStringList{u"doctor.registry "_s + clinic.doctor.value()});
    }

    void onePersonInHprIsOneDoctorHere_data() { Databases::columns(); }
    void onePersonInHprIsOneDoctorHere()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto one = worksHere(clinic, clinic.doctor, u"Dr Iravati Joshi"_s);
        const auto other = worksHere(clinic, DoctorId(u"tanmay"_s), u"Dr Tanmay Gokhale"_s);
        QVERIFY(takeOver(work, inHpr(clinic, one, u"71-1001-2002-3003"_s)));
        const auto twice = takeOver(work, inHpr(clinic, other, u"71-1001-2002-3003"_s));
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, u"HPR-TAKEN"_s);
        QCOMPARE(storage::FacilityRepository(db).doctor(other.id).value(), other);
        QCOMPARE(actions(db).size(), 1);
    }

    void anotherHfrIdIsLookedForInTheListingAgain_data() { Databases::columns(); }
    void anotherHfrIdIsLookedForInTheListingAgain()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        storage::FacilityRepository places(db);
        QVERIFY(places.saveLink({clinic.here, FacilityLinkState::Listed, clinic.clock.now(), {}}));
        const auto seen = registryFacts(work, clinic.here)->facility;
        QVERIFY(takeOver(work, FacilityTakeOver{seen, seen.registryId}));
        QCOMPARE(places.link(clinic.here)->state, FacilityLinkState::Listed); // the same id

        const auto taken = takeOver(work, FacilityTakeOver{seen, u"IN2710009999"_s});
        QVERIFY(taken);
        QCOMPARE(places.facility(clinic.here).value(), *taken);
        QCOMPARE(taken->registryId, u"IN2710009999"_s);
        QCOMPARE(places.link(clinic.here)->state, FacilityLinkState::Unknown);
        QCOMPARE(actions(db), QStringList(2, u"facility.registry "_s + clinic.here.value()));
    }

    void oneHfrIdIsOneClinicOfOurs_data() { Databases::columns(); }
    void oneHfrIdIsOneClinicOfOurs()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto seen = registryFacts(work, clinic.here)->facility;
        const auto refused = takeOver(work, FacilityTakeOver{seen, clinic.branch.value()});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"HFR-TAKEN"_s);
        QCOMPARE(storage::FacilityRepository(db).facility(clinic.here).value(), seen);
        QVERIFY(actions(db).isEmpty());
    }

    void onlyAManagerOfThatClinicTakesOver_data() { Databases::columns(); }
    void onlyAManagerOfThatClinicTakesOver()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto seenDoctor = worksHere(clinic, clinic.doctor, u"Dr Iravati Joshi"_s);
        storage::StaffRepository staff(db);
        QVERIFY(staff.replace(clinic.here,
            {{UserId(u"desk"_s), clinic.here, Role::Clerk}, {UserId(u"boss"_s), clinic.here, Role::Manager}}));
        QVERIFY(staff.replace(clinic.branch, {{UserId(u"desk"_s), clinic.branch, Role::Manager}}));
        const auto as = [&clinic](const QString &user) {
            auto work = clinic.work();
            work.actor.user = UserId(user);
            return work;
        };
        auto desk = as(u"desk"_s);
        auto boss = as(u"boss"_s);
        const auto facility = registryFacts(desk, clinic.here)->facility;
        QVERIFY(!registryFacts(desk, clinic.here)->mayTakeOver);
        QVERIFY(registryFacts(boss, clinic.here)->mayTakeOver);
        QCOMPARE(takeOver(desk, inHpr(clinic, seenDoctor, u"71-1001-2002-3003"_s)).error().code, u"ROLE-NEEDED"_s);
        QCOMPARE(takeOver(desk, FacilityTakeOver{facility, u"IN2710009999"_s}).error().code, u"ROLE-NEEDED"_s);
        QVERIFY(actions(db).isEmpty());
        QCOMPARE(storage::FacilityRepository(db).doctor(clinic.doctor).value(), seenDoctor);
        // A manager at the branch is one there, and nowhere else.
        const auto branch = registryFacts(desk, clinic.branch)->facility;
        QVERIFY(takeOver(desk, FacilityTakeOver{branch, u"IN2710008888"_s}));
        QVERIFY(takeOver(boss, inHpr(clinic, seenDoctor, u"71-1001-2002-3003"_s)));
        QCOMPARE(actions(db).size(), 2);
    }

    void anImportLeavesWhatCameFromARegistry_data() { Databases::columns(); }
    void anImportLeavesWhatCameFromARegistry()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto seen = worksHere(clinic, clinic.doctor, u"Dr Iravati Joshi"_s);
        const auto before = registryFacts(work, clinic.here)->facility;
        ClinicSetup file{before, {{seen, {}}}, {}};
        file.facility.city = u"Pune"_s;
        file.facility.registryId = u"IN2710000001"_s;
        file.doctors[0].doctor.registrationNumber = u"MH-1"_s;
        file.doctors[0].doctor.qualification = u"BAMS"_s;
        QCOMPARE(setUpClinic(work, file).value(), QStringList()); // nothing was taken over yet: the file decides
        const auto facts = registryFacts(work, clinic.here).value();
        QCOMPARE(facts.facility.registryId, u"IN2710000001"_s);
        QVERIFY(takeOver(work, FacilityTakeOver{facts.facility, u"IN2710009999"_s}));
        const auto stored = storage::FacilityRepository(db).doctor(clinic.doctor).value();
        QVERIFY(takeOver(work, inHpr(clinic, stored, u"71-1001-2002-3003"_s)));

        file.facility.city = u"Pune Camp"_s;
        file.doctors[0].doctor.qualification = u"BAMS, MD"_s;
        QCOMPARE(setUpClinic(work, file).value(), (QStringList{clinic.here.value(), clinic.doctor.value()}));
        const auto facility = storage::FacilityRepository(db).facility(clinic.here).value();
        QCOMPARE(facility.registryId, u"IN2710009999"_s);
        QCOMPARE(facility.city, u"Pune Camp"_s); // all else is the file's
        const auto doctor = storage::FacilityRepository(db).doctor(clinic.doctor).value();
        QCOMPARE(doctor.hprId, u"71-1001-2002-3003"_s);
        QCOMPARE(doctor.registrationNumber, u"MCIM-I-45821"_s);
        QCOMPARE(doctor.council, u"Maharashtra Council of Indian Medicine"_s);
        QCOMPARE(doctor.qualification, u"BAMS, MD"_s);
    }

    void whatChangedSinceItWasComparedIsNotOverwritten_data() { Databases::columns(); }
    void whatChangedSinceItWasComparedIsNotOverwritten()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto seen = registryFacts(work, clinic.here)->facility;
        auto facility = seen;
        facility.city = u"Nashik"_s;
        QVERIFY(storage::FacilityRepository(db).save(facility));
        const auto refusedFacility = takeOver(work, FacilityTakeOver{seen, u"IN2710009999"_s});
        QVERIFY(!refusedFacility);
        QCOMPARE(refusedFacility.error().code, u"DB-STALE"_s);

        const auto seenDoctor = worksHere(clinic, clinic.doctor, u"Dr Iravati Joshi"_s);
        auto doctor = seenDoctor;
        doctor.qualification = u"BAMS, MD"_s;
        QVERIFY(storage::FacilityRepository(db).save(doctor));
        const auto refusedDoctor = takeOver(work, inHpr(clinic, seenDoctor, u"71-1001-2002-3003"_s));
        QVERIFY(!refusedDoctor);
        QCOMPARE(refusedDoctor.error().code, u"DB-STALE"_s);
        QCOMPARE(storage::FacilityRepository(db).doctor(doctor.id).value(), doctor);
        QVERIFY(actions(db).isEmpty());
    }

    /// Every sealing of it fails once: the row and its event are both there or neither.
    void aBrokenTakeOverLeavesNothingBehind_data() { Databases::columns(); }
    void aBrokenTakeOverLeavesNothingBehind()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto doctor = worksHere(clinic, clinic.doctor, u"Dr Iravati Joshi"_s);
        const auto before = sealer.failures;
        int place = 1;
        for (;; ++place) {
            sealer.failAt = place;
            const auto taken = takeOver(work, inHpr(clinic, doctor, u"71-1001-2002-3003"_s));
            sealer.failAt = 0;
            if (taken)
                break;
            QCOMPARE(taken.error().code, u"SEAL-INJECTED"_s);
            QCOMPARE(storage::FacilityRepository(db).doctor(doctor.id).value(), doctor);
            QVERIFY(actions(db).isEmpty());
        }
        QVERIFY2(sealer.failures > before, "nothing was broken");
        QCOMPARE(actions(db).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TstRegistryFacts)
#include "tst_registry_facts.moc"
