#include "clinic/memberships.h"
#include "clinic/people_clinic.h"
#include "domain/flow_start.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/inbox.h"
#include "storage/staff_repository.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace nadi::test;
using namespace std::chrono_literals;

/// One ABHA, one file: attach, the same ABHA on two files (B38), the wrong one (B39), and gone (B40).
class TstPeopleAbha : public QObject
{
    Q_OBJECT

    FaultySealer sealer;
    Databases databases;

    static QStringList actions(storage::Connection &db)
    {
        QStringList out;
        const auto events = storage::AuditTrail(db).last(50);
        for (const auto &event : *events)
            out << event.action;
        return out;
    }
    static QStringList states(const QList<Identifier> &identifiers, IdentifierSystem system)
    {
        QStringList out;
        for (const auto &one : identifiers)
            if (one.system == system)
                out << one.value + u':' + toWord(one.status);
        out.sort();
        return out;
    }

private Q_SLOTS:
    void init() { sealer.failAt = 0; }

    void aVerifiedAbhaIsAttachedWithAllItsAddresses_data() { Databases::columns(); }
    void aVerifiedAbhaIsAttachedWithAllItsAddresses()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        const auto signedRecord = clinic.sign(clinic.draft(asha.id));
        const auto profile = abhaOf(firstNumber, {QStringLiteral("asha.k@sbx"), QStringLiteral("asha90@sbx")});
        // Same mobile, gender, birth and name: nobody has to say why.
        const auto outcome = clinic.attach(asha, profile, {});
        QCOMPARE(outcome.state, AttachState::Attached);
        QVERIFY(outcome.likeness.isEqualityEvidence());
        QCOMPARE(outcome.patient.abhaNumber->digits(), firstNumber);
        QCOMPARE(outcome.patient.abhaAddress->value(), QStringLiteral("asha.k@sbx"));
        QCOMPARE(outcome.patient.abhaVerifiedAt, clinic.clock.now());

        auto work = clinic.work();
        const auto identifiers = identifiersOf(work, asha.id).value();
        QCOMPARE(states(identifiers, IdentifierSystem::AbhaAddress),
            QStringList({QStringLiteral("asha.k@sbx:active"), QStringLiteral("asha90@sbx:active")}));
        QCOMPARE(identifiers.first().verifiedBy, AbhaProof::AadhaarOtp);
        QVERIFY(*storage::IdentifierRepository(db).holdsVerified(asha.id, *AbhaAddress::parse(u"asha90@sbx")));
        QCOMPARE(
            *storage::IdentifierRepository(db).holder(IdentifierSystem::AbhaAddress, {}, QStringLiteral("asha90@sbx")),
            asha.id);
        QVERIFY(actions(db).contains(QStringLiteral("abha.attach")));
        // The delivery that waited for a verified ABHA hears of it.
        QStringList routes;
        const auto messages = storage::Inbox(db).inState(storage::InboxState::New, 20);
        for (const auto &message : *messages)
            if (message.flow == signedRecord.delivery.flow)
                routes << message.route;
        QCOMPARE(routes, QStringList({flow_event::start.toString(), flow_event::patientVerified.toString()}));

        clinic.clock.advance(24h);
        QCOMPARE(clinic.attach(asha, profile, {}).state, AttachState::AlreadyThere);
        QCOMPARE(identifiersOf(work, asha.id)->size(), identifiers.size());
    }

    void differencesAskForAReasonBeforeAnythingChanges_data() { Databases::columns(); }
    void differencesAskForAReasonBeforeAnythingChanges()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        auto profile = abhaOf(firstNumber, {QStringLiteral("asha.k@sbx")});
        profile.name = QStringLiteral("Rehana Shaikh");
        profile.gender = Gender::Male;
        const auto asked = clinic.attach(asha, profile, {});
        QCOMPARE(asked.state, AttachState::NeedsReason);
        QStringList lines;
        for (const auto &line : asked.likeness.differences())
            lines << line.ours + u'/' + line.theirs;
        QCOMPARE(lines, QStringList({QStringLiteral("Asha Kulkarni/Rehana Shaikh"), QStringLiteral("F/M")}));
        QCOMPARE(clinic.file(asha.id), asha);

        auto work = clinic.work();
        AttachRequest request{asha.id, asha.version, clinic.here, profile, AbhaProof::MobileOtp,
            {PersonField::Name, PersonField::Gender}, QStringLiteral("name after marriage"), {}};
        const auto attached = attachAbha(work, request).value();
        QCOMPARE(attached.state, AttachState::Attached);
        QCOMPARE(attached.patient.name, QStringLiteral("Rehana Shaikh"));
        QCOMPARE(attached.patient.gender, Gender::Male);
        FAILS(attachAbha(work, request), "DB-STALE");
        request.profile = {};
        FAILS(attachAbha(work, request), "ABHA-EMPTY");
    }

    void theSameAbhaOnAnotherFileIsADecision_data() { Databases::columns(); }
    void theSameAbhaOnAnotherFileIsADecision()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto first = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        const auto second = clinic.person(QStringLiteral("A Kulkarni"), QStringLiteral("9876543210"));
        const auto profile = abhaOf(firstNumber, {QStringLiteral("asha.k@sbx")});
        QCOMPARE(clinic.attach(first, profile).state, AttachState::Attached);

        const auto asked = clinic.attach(second, profile);
        QCOMPARE(asked.state, AttachState::OnOtherFile);
        QCOMPARE(asked.other->id, first.id);
        QCOMPARE(asked.otherLikeness.of(PersonField::Mobile), Agreement::Same);
        QVERIFY(actions(db).contains(QStringLiteral("abha.attach-conflict")));
        QCOMPARE(clinic.file(first.id).abhaNumber->digits(), firstNumber);
        QVERIFY(!clinic.file(second.id).abhaNumber);

        auto work = clinic.work();
        AttachRequest move{second.id, clinic.file(second.id).version, clinic.here, profile, AbhaProof::AadhaarOtp, {},
            {}, AttachRequest::FromOther::Move};
        QCOMPARE(attachAbha(work, move)->state, AttachState::NeedsReason);
        move.reason = QStringLiteral("typed into the mother's file");
        QCOMPARE(attachAbha(work, move)->state, AttachState::Attached);
        QVERIFY(!clinic.file(first.id).abhaNumber);
        QVERIFY(!clinic.file(first.id).abhaVerifiedAt.isSet());
        QCOMPARE(clinic.file(second.id).abhaNumber->digits(), firstNumber);
        QCOMPARE(states(*identifiersOf(work, first.id), IdentifierSystem::AbhaNumber),
            QStringList(firstNumber + QStringLiteral(":detached")));

        // A file with an ABHA does not get another one on top.
        QCOMPARE(clinic.attach(second, abhaOf(secondNumber, {})).state, AttachState::HasOtherAbha);
    }

    void oneAbhaNumberIsActiveOnOneFileWhoeverWrites_data() { Databases::columns(); }
    void oneAbhaNumberIsActiveOnOneFileWhoeverWrites()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        storage::PatientRepository patients(db);
        auto first = clinic.person(QStringLiteral("Asha Kulkarni"));
        auto second = clinic.person(QStringLiteral("Usha Kulkarni"));
        first.abhaNumber = second.abhaNumber = *AbhaNumber::parse(firstNumber);
        GOOD(patients.update(first, clinic.work().actor, clinic.clock.now()));
        FAILS(patients.update(second, clinic.work().actor, clinic.clock.now()), "ABHA-TAKEN");
        QVERIFY(!clinic.file(second.id).abhaNumber);
        auto third = second;
        third.id = PatientId(QStringLiteral("third"));
        third.localNumber.clear();
        FAILS(patients.add(third, clinic.here, clinic.work().actor, clinic.clock.now()), "ABHA-TAKEN");
        FAILS(patients.asFiled(third.id, clinic.here), "PATIENT-UNKNOWN");
    }

    void aWrongAbhaIsDetachedAndWhatWentOutIsListed_data() { Databases::columns(); }
    void aWrongAbhaIsDetachedAndWhatWentOutIsListed()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        clinic.attach(asha, abhaOf(firstNumber, {QStringLiteral("asha.k@sbx"), QStringLiteral("asha90@sbx")}));
        const auto linked = clinic.sign(clinic.draft(asha.id));
        clinic.setState(linked.delivery, DeliveryState::Linked);
        const auto onItsWay = clinic.sign(clinic.draft(asha.id));
        clinic.setState(onItsWay.delivery, DeliveryState::LinkSubmitted);
        clinic.sign(clinic.draft(asha.id)); // not sent yet
        storage::ConsentRepository consents(db);
        const auto address = *AbhaAddress::parse(u"asha90@sbx");
        GOOD(consents.saveLinkToken({address, clinic.branch, clinic.clock.now(), clinic.clock.now() + 24h},
            Secret("token"), QStringLiteral("share")));

        auto work = clinic.work();
        FAILS(detachAbha(work, asha.id, clinic.file(asha.id).version, clinic.here, QStringLiteral(" ")), "ABHA-REASON");
        FAILS(detachAbha(work, asha.id, 1, clinic.here, QStringLiteral("sister's card")), "DB-STALE");
        const auto outcome
            = detachAbha(work, asha.id, clinic.file(asha.id).version, clinic.here, QStringLiteral("sister's card"));
        GOOD(outcome);
        QSet<CareContextRef> outside;
        for (const auto &one : outcome->linked)
            outside.insert(one.careContext);
        QCOMPARE(outside, QSet<CareContextRef>({linked.record.careContext, onItsWay.record.careContext}));
        QVERIFY(!outcome->patient.abhaNumber && !outcome->patient.abhaAddress);
        FAILS(consents.revealLinkToken(clinic.branch, address), "TOKEN-UNKNOWN");
        const auto known = identifiersOf(work, asha.id);
        for (const auto &one : *known)
            if (one.system != IdentifierSystem::LocalNumber) {
                QCOMPARE(one.status, IdentifierStatus::Detached);
                QCOMPARE(one.endReason, QStringLiteral("sister's card"));
                QVERIFY(!one.value.isEmpty());
            }
        QVERIFY(actions(db).contains(QStringLiteral("abha.detach")));
        FAILS(detachAbha(work, asha.id, outcome->patient.version, clinic.here, QStringLiteral("again")), "ABHA-NONE");
        // Free for whom it belongs to, and for this file again.
        clinic.clock.advance(1s);
        QCOMPARE(clinic.attach(asha, abhaOf(firstNumber, {QStringLiteral("asha.k@sbx")})).state, AttachState::Attached);
    }

    void whatItsOwnerRemovedIsForgottenAndTheFactStays_data() { Databases::columns(); }
    void whatItsOwnerRemovedIsForgottenAndTheFactStays()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        clinic.attach(asha, abhaOf(firstNumber, {QStringLiteral("asha.k@sbx")}));
        const auto record = clinic.draft(asha.id);
        const auto address = *AbhaAddress::parse(u"asha.k@sbx");
        storage::ConsentRepository consents(db);
        GOOD(consents.saveLinkToken({address, clinic.here, clinic.clock.now(), clinic.clock.now() + 24h},
            Secret("token"), QStringLiteral("share")));
        ConsentArtefact hers;
        hers.id = ConsentId(QStringLiteral("consent-1"));
        hers.hip = clinic.here;
        hers.status = ConsentStatus::Granted;
        hers.patientAddress = QStringLiteral("Asha.K@sbx");
        auto somebodys = hers;
        somebodys.id = ConsentId(QStringLiteral("consent-2"));
        somebodys.patientAddress = QStringLiteral("usha@sbx");
        GOOD(consents.save(hers, "{}", clinic.clock.now()));
        GOOD(consents.save(somebodys, "{}", clinic.clock.now()));

        auto work = clinic.work();
        const auto after = abhaRemovedByOwner(work, asha.id, clinic.here);
        GOOD(after);
        QVERIFY(!after->abhaNumber && !after->abhaAddress);
        QCOMPARE(storage::RecordRepository(db).ofPatient(asha.id)->size(), 1);
        FAILS(consents.revealLinkToken(clinic.here, address), "TOKEN-UNKNOWN");
        QCOMPARE(consents.artefact(hers.id)->status, ConsentStatus::Revoked);
        QVERIFY(consents.artefact(hers.id)->patientAddress.isEmpty());
        QCOMPARE(consents.artefact(somebodys.id)->status, ConsentStatus::Granted);
        int removed = 0;
        const auto known = identifiersOf(work, asha.id);
        for (const auto &one : *known) {
            removed += one.status == IdentifierStatus::RemovedByOwner;
            QVERIFY(one.status != IdentifierStatus::RemovedByOwner || one.value.isEmpty());
        }
        QCOMPARE(removed, 2);
        const auto events = actions(db).count(QStringLiteral("abha.removed"));
        QCOMPARE(events, 1);
        GOOD(abhaRemovedByOwner(work, asha.id, clinic.here));
        QCOMPARE(actions(db).count(QStringLiteral("abha.removed")), 1);
        FAILS(storage::PatientRepository(db).byAbhaNumber(*AbhaNumber::parse(firstNumber)), "PATIENT-UNKNOWN");
    }

    void aBrokenAttachLeavesNothingBehind_data() { Databases::columns(); }
    void aBrokenAttachLeavesNothingBehind()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto first = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        const auto second = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        const auto profile = abhaOf(firstNumber, {QStringLiteral("asha.k@sbx"), QStringLiteral("asha90@sbx")});
        clinic.attach(first, profile);
        const auto before = std::pair(clinic.file(first.id), clinic.file(second.id));
        auto work = clinic.work();
        AttachRequest move{second.id, second.version, clinic.here, profile, AbhaProof::AadhaarOtp, {},
            QStringLiteral("wrong file"), AttachRequest::FromOther::Move};
        int broken = 0;
        for (;; ++broken) {
            sealer.failAt = broken + 1;
            const auto outcome = attachAbha(work, move);
            sealer.failAt = 0;
            if (outcome)
                break;
            QCOMPARE(outcome.error().code, QStringLiteral("SEAL-INJECTED"));
            QCOMPARE(std::pair(clinic.file(first.id), clinic.file(second.id)), before);
            QCOMPARE(
                *storage::IdentifierRepository(db).holder(IdentifierSystem::AbhaNumber, {}, firstNumber), first.id);
        }
        QVERIFY2(broken >= 8, qPrintable(QString::number(broken)));
        QVERIFY(storage::AuditTrail(db).verify()->intact);
    }

    void numbersOfOtherHospitalsBelongToOnePerson_data() { Databases::columns(); }
    void numbersOfOtherHospitalsBelongToOnePerson()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto usha = clinic.person(QStringLiteral("Usha Kulkarni"));
        auto work = clinic.work();
        const auto city = QStringLiteral("City Hospital");
        GOOD(addExternalNumber(work, asha.id, city, QStringLiteral("mrn 4491")));
        QCOMPARE(*storage::IdentifierRepository(db).holder(IdentifierSystem::External, city, QStringLiteral("MRN4491")),
            asha.id);
        FAILS(addExternalNumber(work, usha.id, city, QStringLiteral("MRN4491")), "IDENTIFIER-TAKEN");
        GOOD(addExternalNumber(work, usha.id, QStringLiteral("Other Hospital"), QStringLiteral("MRN4491")));
        FAILS(addExternalNumber(work, usha.id, QString(), QStringLiteral("1")), "IDENTIFIER-VALUE");
        FAILS(addExternalNumber(work, usha.id, city, QStringLiteral(" ")), "IDENTIFIER-VALUE");
    }

    /// B36: one row per facility; nothing of one is shown at the other.
    void eachFacilityHasItsNumberItsLinkAndItsLastVisit_data() { Databases::columns(); }
    void eachFacilityHasItsNumberItsLinkAndItsLastVisit()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        auto work = clinic.work();
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"), QStringLiteral("9876543210"));
        clinic.attach(asha, abhaOf(firstNumber, {QStringLiteral("asha.k@sbx")}));
        const auto only = membershipsOf(work, clinic.file(asha.id)).value();
        QCOMPARE(only.size(), 1);
        QCOMPARE(only.first().facility.id, clinic.here);
        QCOMPARE(only.first().numbers, QStringList{asha.localNumber});
        QVERIFY(!only.first().lastVisit.isSet() && !only.first().tokenUntil.isSet());

        // A visit at the branch that she came to, one that is still to come, and a token that is the branch's alone.
        const auto visit = [&](const QString &id, UtcTime start, AppointmentStatus status) {
            Appointment appointment;
            appointment.id = AppointmentId(id);
            appointment.slot = {clinic.branch, clinic.doctor, start, start + 15min};
            appointment.patient = asha.id;
            storage::AppointmentRepository visits(db);
            const auto hold = HoldId(QStringLiteral("hold-") + id);
            if (!visits.hold(hold, appointment.slot, clinic.clock.now(), clinic.clock.now() + 5min)
                || !visits.confirm(hold, appointment, work.actor, clinic.clock.now()))
                return false;
            const auto stored = visits.appointment(appointment.id);
            return status == AppointmentStatus::Booked
                || (stored
                    && visits.setStatus(stored->id, stored->version, status, work.actor, clinic.clock.now())
                        .has_value());
        };
        const auto came = clinic.clock.now() - 48h;
        QVERIFY(visit(QStringLiteral("a1"), came, AppointmentStatus::Done));
        QVERIFY(visit(QStringLiteral("a2"), clinic.clock.now() + 24h, AppointmentStatus::Booked));
        const auto until = clinic.clock.now() + 24h * 100;
        const LinkTokenInfo token{AbhaAddress::parse(u"asha.k@sbx").value(), clinic.branch, clinic.clock.now(), until};
        QVERIFY(storage::ConsentRepository(db).saveLinkToken(token, Secret("token"), QStringLiteral("demographic")));

        const auto both = membershipsOf(work, clinic.file(asha.id)).value();
        QCOMPARE(both.size(), 2);
        for (const auto &there : both) {
            const bool branch = there.facility.id == clinic.branch;
            QCOMPARE(there.lastVisit, branch ? came : UtcTime());
            QCOMPARE(there.tokenUntil, branch ? until : UtcTime());
        }
        clinic.clock.advance(24h * 101);
        const auto later = membershipsOf(work, clinic.file(asha.id)).value();
        for (const auto &there : later)
            QVERIFY2(!there.tokenUntil.isSet(), "an expired token links nothing");
    }

    void whereSomebodyHasNoRoleNothingIsToldOfThePerson_data() { Databases::columns(); }
    void whereSomebodyHasNoRoleNothingIsToldOfThePerson()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto asha = clinic.person(QStringLiteral("Asha Kulkarni"));
        // She is booked at the branch as well.
        Appointment there;
        there.id = AppointmentId(QStringLiteral("a1"));
        there.slot = {clinic.branch, clinic.doctor, clinic.clock.now() + 24h, clinic.clock.now() + 24h + 15min};
        there.patient = asha.id;
        storage::AppointmentRepository visits(db);
        const HoldId hold(QStringLiteral("hold-1"));
        QVERIFY(visits.hold(hold, there.slot, clinic.clock.now(), clinic.clock.now() + 5min));
        QVERIFY(visits.confirm(hold, there, clinic.work().actor, clinic.clock.now()));
        const auto seenBy = [&](const QString &user, Role role) {
            auto as = clinic.work();
            as.actor = {UserId(user), role};
            QStringList places;
            const auto memberships = membershipsOf(as, clinic.file(asha.id)).value();
            for (const auto &one : memberships)
                places += one.facility.id.value();
            return places;
        };
        const QStringList both{clinic.branch.value(), clinic.here.value()};
        auto sorted = both;
        sorted.sort();
        QCOMPARE(seenBy(QStringLiteral("clerk-1"), Role::Clerk), sorted); // nobody has a role: nothing is denied
        storage::StaffRepository staff(db);
        QVERIFY(staff.replace(clinic.here,
            {{UserId(QStringLiteral("clerk-1")), clinic.here, Role::Clerk},
                {UserId(QStringLiteral("boss")), clinic.here, Role::Manager}}));
        QVERIFY(staff.replace(clinic.branch, {{UserId(QStringLiteral("boss")), clinic.branch, Role::Clerk}}));
        QCOMPARE(seenBy(QStringLiteral("clerk-1"), Role::Clerk), QStringList{clinic.here.value()});
        QCOMPARE(seenBy(QStringLiteral("boss"), Role::Clerk), sorted);
        QCOMPARE(seenBy(QStringLiteral("stranger"), Role::Manager), QStringList()); // what a window claims is no role
        QCOMPARE(seenBy(QStringLiteral("root"), Role::Administrator), sorted); // the command line of the machine
        QVERIFY(staff.replace(clinic.branch, {{UserId(QStringLiteral("clerk-1")), clinic.branch, Role::Doctor}}));
        QCOMPARE(seenBy(QStringLiteral("boss"), Role::Clerk), QStringList{clinic.here.value()}); // ended there
        QCOMPARE(seenBy(QStringLiteral("clerk-1"), Role::Clerk), sorted);
    }
};

QTEST_GUILESS_MAIN(TstPeopleAbha)
#include "tst_people_abha.moc"
