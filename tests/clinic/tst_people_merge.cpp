#include "clinic/abha_file.h"
#include "clinic/duplicates.h"
#include "clinic/patient_index.h"
#include "clinic/people_clinic.h"
#include "clinic/shares.h"
#include "domain/flow_start.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "storage/share_repository.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace nadi;
using namespace nadi::clinic;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{

const QString mobile = QStringLiteral("9876543210");

/// Two files of one person: the survivor with a visit, the other with a visit, a signed record on its way, a draft, an
/// ABHA and a number at the branch.
struct TwoFiles
{
    explicit TwoFiles(PeopleClinic &clinic)
        : survivor(clinic.person(QStringLiteral("Lakshmi Deshpande"), {}))
        , other(clinic.person(QStringLiteral("Laxmi Deshpande"), mobile))
        , kept(clinic.book(survivor.id, 0))
        , moved(clinic.book(other.id, 1))
    {
        clinic.attach(other, abhaOf(firstNumber, {QStringLiteral("laxmi.d@sbx")}));
        onItsWay = clinic.sign(clinic.draft(other.id));
        clinic.setState(onItsWay.delivery, DeliveryState::TokenRequested);
        draft = clinic.draft(other.id);
    }
    MergeOrder order(PeopleClinic &clinic) const
    {
        return {{survivor.id, other.id, clinic.here}, clinic.file(survivor.id).version, clinic.file(other.id).version,
            QStringLiteral("same person, two spellings")};
    }
    Patient survivor, other;
    Appointment kept, moved;
    Signed onItsWay;
    Record draft;
};

/// Everything that a merge may touch, as text: two states are the same or they are not.
QStringList everything(PeopleClinic &clinic, const QList<PatientId> &files)
{
    QStringList out;
    const auto work = clinic.work();
    for (const auto &id : files) {
        const auto file = clinic.file(id);
        out << QStringLiteral("file %1 %2 %3 %4 %5 %6")
                   .arg(id.value(), file.name, file.mobile, file.mergedInto.value(),
                       file.abhaNumber ? file.abhaNumber->digits() : QString(), file.localNumber);
        const auto identifiers = storage::IdentifierRepository(work.db).ofPatient(id);
        for (const auto &one : *identifiers)
            out << QStringLiteral("identifier %1 %2 %3 %4")
                       .arg(id.value(), toWord(one.system), one.value, toWord(one.status));
        const auto appointments = storage::AppointmentRepository(work.db).ofPatient(id);
        for (const auto &one : *appointments)
            out << QStringLiteral("appointment %1 %2").arg(id.value(), one.id.value());
        const auto records = storage::RecordRepository(work.db).ofPatient(id);
        for (const auto &one : *records)
            out << QStringLiteral("record %1 %2").arg(id.value(), one.id.value());
        const auto deliveries = storage::DeliveryRepository(work.db).ofPatient(id);
        for (const auto &one : *deliveries)
            out << QStringLiteral("delivery %1 %2").arg(id.value(), one.record.value());
    }
    out.sort();
    return out;
}

/// The child of the crash test: merges and undoes one pair for ever.
int mergeUntilKilled(const storage::DatabaseConfig &config, const PatientId &survivor, const PatientId &other)
{
    PlainSealer sealer;
    auto db = storage::Connection::open(config, sealer);
    if (!db)
        return 1;
    PeopleClinic clinic(**db);
    SystemRandom random;
    RandomIdSource ids(random);
    clinic::Work work{**db, clinic.clock, ids, {UserId(QStringLiteral("child")), Role::Clerk}};
    for (;;) {
        const auto merged = mergePatients(
            work, {{survivor, other, clinic.here}, clinic.file(survivor).version, clinic.file(other).version, {}});
        if (!merged)
            return 2;
        std::printf("m\n");
        std::fflush(stdout);
        if (!undoMerge(work, merged->id, clinic.here))
            return 3;
    }
}

}

/// One person, two files (B37, FD-11): preview, merge, undo, "not the same", and what is suggested.
class TstPeopleMerge : public QObject
{
    Q_OBJECT

    FaultySealer sealer;
    Databases databases;

private Q_SLOTS:
    void init() { sealer.failAt = 0; }

    void thePreviewNamesEverythingThatMoves_data() { Databases::columns(); }
    void thePreviewNamesEverythingThatMoves()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        const auto before = everything(clinic, {files.survivor.id, files.other.id});
        auto work = clinic.work();
        const auto preview = previewMerge(work, files.order(clinic).pair);
        GOOD(preview);
        QCOMPARE(preview->appointments.size(), 1);
        QCOMPARE(preview->appointments.first().id, files.moved.id);
        QCOMPARE(preview->records.size(), 2);
        QCOMPARE(preview->deliveriesOnTheWay, 1);
        QCOMPARE(preview->likeness.of(PersonField::Name), Agreement::Alike);
        QCOMPARE(preview->filledFields,
            QStringList({QStringLiteral("mobile"), QStringLiteral("abha-number"), QStringLiteral("abha-address")}));
        QVERIFY(preview->hindrance.isEmpty());
        QVERIFY(!preview->markedNotTheSame);
        QCOMPARE(everything(clinic, {files.survivor.id, files.other.id}), before);
    }

    void aMergeMovesEverythingAndAnUndoBringsItBack_data() { Databases::columns(); }
    void aMergeMovesEverythingAndAnUndoBringsItBack()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        const QList<PatientId> both{files.survivor.id, files.other.id};
        const auto before = everything(clinic, both);
        auto work = clinic.work();
        const auto merged = mergePatients(work, files.order(clinic));
        GOOD(merged);

        QCOMPARE(storage::AppointmentRepository(db).ofPatient(files.survivor.id)->size(), 2);
        QCOMPARE(storage::RecordRepository(db).ofPatient(files.survivor.id)->size(), 2);
        QCOMPARE(storage::DeliveryRepository(db).ofPatient(files.survivor.id)->size(), 1);
        QCOMPARE(storage::AppointmentRepository(db).ofPatient(files.other.id)->size(), 0);
        const auto survivor = clinic.file(files.survivor.id);
        QCOMPARE(survivor.mobile, mobile);
        QCOMPARE(survivor.abhaNumber->digits(), firstNumber);
        QVERIFY(survivor.abhaVerifiedAt.isSet());
        // Whoever has the old file or its number in hand comes to the surviving one.
        storage::PatientRepository patients(db);
        QCOMPARE(patients.patient(files.other.id, clinic.here)->id, files.survivor.id);
        QCOMPARE(*patients.byLocalNumber(files.other.localNumber, clinic.here), files.survivor.id);
        QCOMPARE(*patients.byMobile(mobile), QList{files.survivor.id});
        QCOMPARE(*patients.byAbhaNumber(*AbhaNumber::parse(firstNumber)), files.survivor.id);
        QCOMPARE(clinic.book(files.other.id, 7).patient, files.survivor.id);
        QCOMPARE(clinic.draft(files.other.id).patient, files.survivor.id);
        auto retired = clinic.file(files.other.id);
        FAILS(patients.update(retired, work.actor, clinic.clock.now()), "DB-STALE");
        FAILS(mergePatients(work, files.order(clinic)), "MERGE-DONE");

        clinic.clock.advance(24h * 29);
        const auto rows = mergesOf(work, files.survivor.id, clinic.here).value();
        QCOMPARE(rows.size(), 1);
        QVERIFY(rows.first().canUndo);
        QCOMPARE(rows.first().retired.name, QStringLiteral("Laxmi Deshpande"));
        GOOD(undoMerge(work, merged->id, clinic.here));
        auto after = everything(clinic, both);
        // What came after the merge stays with the file it was made for.
        QCOMPARE(after.removeIf([&](const QString &line) { return !before.contains(line); }), 2);
        QCOMPARE(after, before);
        FAILS(undoMerge(work, merged->id, clinic.here), "MERGE-UNDONE");
        QVERIFY(storage::AuditTrail(db).verify()->intact);
    }

    void conversationsUnderWayGoOn_data() { Databases::columns(); }
    void conversationsUnderWayGoOn()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        // The survivor has an address of its own: the flow of the other file began under another one.
        clinic.attach(clinic.file(files.survivor.id), abhaOf({}, {QStringLiteral("lakshmi@sbx")}));
        auto work = clinic.work();
        const auto merged = mergePatients(work, files.order(clinic));
        GOOD(merged);
        storage::PatientRepository patients(db);
        const auto flow = storage::FlowRepository(db).flow(files.onItsWay.delivery.flow).value();
        QCOMPARE(flow.patient, files.other.id);
        const auto talking = patients.inConversation(flow.patient, clinic.here).value();
        QCOMPARE(talking.id, files.other.id); // keys of tokens and of the order stay
        QCOMPARE(talking.abhaAddress->value(), QStringLiteral("laxmi.d@sbx"));
        QCOMPARE(clinic.file(files.survivor.id).abhaAddress->value(), QStringLiteral("lakshmi@sbx"));
        // A runner that read the delivery before the merge does not bring the old file back.
        storage::DeliveryRepository deliveries(db);
        GOOD(deliveries.save(files.onItsWay.delivery));
        QCOMPARE(deliveries.ofRecord(files.onItsWay.record.id)->patient, files.survivor.id);

        // Once that address is nobody's here, the conversation sees what the surviving file has.
        GOOD(detachAbha(
            work, files.survivor.id, clinic.file(files.survivor.id).version, clinic.here, QStringLiteral("not hers")));
        QVERIFY(!patients.inConversation(flow.patient, clinic.here)->abhaAddress);
        QCOMPARE(patients.inConversation(flow.patient, clinic.here)->id, files.survivor.id);
    }

    void aRecordSignedAfterTheMergeGoesBackWithItsConversation_data() { Databases::columns(); }
    void aRecordSignedAfterTheMergeGoesBackWithItsConversation()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        auto work = clinic.work();
        const auto merged = mergePatients(work, files.order(clinic));
        GOOD(merged);
        // The window that showed the draft under the old file must look again.
        FAILS(signRecord(work, files.draft.id, files.draft.version), "DB-STALE");
        const auto moved = clinic.sign(storage::RecordRepository(db).record(files.draft.id).value());
        QCOMPARE(moved.record.patient, files.survivor.id);
        GOOD(undoMerge(work, merged->id, clinic.here));
        QCOMPARE(storage::RecordRepository(db).record(files.draft.id)->patient, files.other.id);
        QCOMPARE(storage::FlowRepository(db).flow(moved.delivery.flow)->patient, files.other.id);
        QCOMPARE(storage::DeliveryRepository(db).ofRecord(files.draft.id)->patient, files.other.id);
    }

    void aBrokenMergeOrUndoLeavesNothingBehind_data() { Databases::columns(); }
    void aBrokenMergeOrUndoLeavesNothingBehind()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        const QList<PatientId> both{files.survivor.id, files.other.id};
        auto work = clinic.work();
        const auto breakAll = [&](auto change, int atLeast) {
            const auto before = everything(clinic, both);
            const auto events = storage::AuditTrail(db).verify()->events;
            for (int value = 0;; ++value) {
                sealer.failAt = value + 1;
                const auto done = change();
                sealer.failAt = 0;
                if (done) {
                    QVERIFY2(value >= atLeast, qPrintable(QString::number(value)));
                    return;
                }
                QCOMPARE(done.error().code, QStringLiteral("SEAL-INJECTED"));
                QCOMPARE(everything(clinic, both), before);
                QCOMPARE(storage::AuditTrail(db).verify()->events, events);
            }
        };
        MergeId id;
        breakAll(
            [&] {
                const auto merged = mergePatients(work, files.order(clinic));
                id = merged ? merged->id : MergeId();
                return merged;
            },
            4);
        breakAll([&] { return undoMerge(work, id, clinic.here); }, 2);
    }

    void aKilledProgramLeavesNoHalfMerge_data() { Databases::columns(); }
    void aKilledProgramLeavesNoHalfMerge()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        const QList<PatientId> both{files.survivor.id, files.other.id};
        const auto apart = everything(clinic, both);
        for (int kill = 0; kill < 6; ++kill) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--child"), QString::number(int(config.backend)), config.location,
                    config.tenant.value(), files.survivor.id.value(), files.other.id.value()});
            for (int told = 0; told <= kill;) {
                QVERIFY(child.waitForReadyRead(30'000));
                told += int(child.readAll().count('m'));
            }
            ::kill(pid_t(child.processId()), SIGKILL);
            child.waitForFinished();
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            if (postgres) // the server may still be finishing what the dead program asked for
                QTRY_COMPARE(
                    databases.server()
                        ->psql(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename = 'nadi_test'"),
                            QStringLiteral("postgres"))
                        .trimmed(),
                    QByteArray("1"));
            if (clinic.file(files.other.id).mergedInto.isEmpty()) {
                QCOMPARE(everything(clinic, both), apart);
                continue;
            }
            QCOMPARE(storage::AppointmentRepository(db).ofPatient(files.survivor.id)->size(), 2);
            QCOMPARE(storage::RecordRepository(db).ofPatient(files.survivor.id)->size(), 2);
            auto work = clinic.work();
            const auto rows = mergesOf(work, files.survivor.id, clinic.here).value();
            QCOMPARE(rows.size(), 1);
            GOOD(undoMerge(work, rows.first().merge.id, clinic.here));
            QCOMPARE(everything(clinic, both), apart);
        }
        QVERIFY(storage::AuditTrail(db).verify()->intact);
    }

    void mergesStackAndComeApartInOrder_data() { Databases::columns(); }
    void mergesStackAndComeApartInOrder()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto a = clinic.person(QStringLiteral("Asha Kulkarni"));
        const auto b = clinic.person(QStringLiteral("Asha V Kulkarni"));
        const auto c = clinic.person(QStringLiteral("Ashwini Kulkarni"), {}, clinic.branch);
        auto work = clinic.work();
        const auto merge = [&](const Patient &survivor, const Patient &other) {
            return mergePatients(work,
                {{survivor.id, other.id, clinic.here}, clinic.file(survivor.id).version, clinic.file(other.id).version,
                    {}});
        };
        const auto first = merge(b, a);
        GOOD(first);
        const auto second = merge(c, b);
        GOOD(second);
        storage::PatientRepository patients(db);
        QCOMPARE(patients.patient(a.id, clinic.here)->id, c.id);
        QCOMPARE(*patients.byLocalNumber(a.localNumber, clinic.here), c.id);
        // The survivor had no number here: it has the other file's now.
        QCOMPARE(patients.patient(c.id, clinic.here)->localNumber, b.localNumber);
        FAILS(undoMerge(work, first->id, clinic.here), "MERGE-ON-TOP");
        QVERIFY(!mergesOf(work, b.id, clinic.here)->first().canUndo);
        GOOD(undoMerge(work, second->id, clinic.here));
        QCOMPARE(patients.patient(a.id, clinic.here)->id, b.id);
        QCOMPARE(patients.patient(b.id, clinic.here)->localNumber, b.localNumber);
        QVERIFY(patients.patient(c.id, clinic.here)->localNumber.isEmpty());
        GOOD(undoMerge(work, first->id, clinic.here));
        QCOMPARE(patients.patient(a.id, clinic.here)->id, a.id);
    }

    void whatCannotBeMergedSaysWhy_data() { Databases::columns(); }
    void whatCannotBeMergedSaysWhy()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto one = clinic.person(QStringLiteral("Asha Kulkarni"), mobile);
        const auto other = clinic.person(QStringLiteral("Asha Kulkarni"), mobile);
        auto work = clinic.work();
        MergeOrder order{{one.id, other.id, clinic.here}, one.version, other.version + 1, {}};
        FAILS(mergePatients(work, order), "DB-STALE");
        order.retiredVersion = other.version;
        order.survivorVersion = one.version + 1;
        FAILS(mergePatients(work, order), "DB-STALE");
        order.pair.survivor = other.id;
        FAILS(mergePatients(work, order), "MERGE-SAME");
        clinic.attach(one, abhaOf(firstNumber, {}));
        clinic.attach(other, abhaOf(secondNumber, {}));
        order = {{one.id, other.id, clinic.here}, clinic.file(one.id).version, clinic.file(other.id).version, {}};
        QCOMPARE(previewMerge(work, order.pair)->hindrance, QStringLiteral("MERGE-TWO-ABHA"));
        FAILS(mergePatients(work, order), "MERGE-TWO-ABHA");
        GOOD(detachAbha(work, other.id, order.retiredVersion, clinic.here, QStringLiteral("old card")));
        order.retiredVersion = clinic.file(other.id).version;
        const auto merged = mergePatients(work, order);
        GOOD(merged);
        clinic.clock.advance(24h * 30 + 1s);
        FAILS(undoMerge(work, merged->id, clinic.here), "MERGE-LATE");
    }

    void whatTheOwnerRemovesIsGoneFromMergedFilesToo_data() { Databases::columns(); }
    void whatTheOwnerRemovesIsGoneFromMergedFilesToo()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        auto work = clinic.work();
        const auto merged = mergePatients(work, files.order(clinic));
        GOOD(merged);
        GOOD(abhaRemovedByOwner(work, files.survivor.id, clinic.here));
        QVERIFY(!clinic.file(files.other.id).abhaNumber);
        GOOD(undoMerge(work, merged->id, clinic.here));
        QVERIFY(!clinic.file(files.other.id).abhaNumber);
        QVERIFY(!clinic.file(files.survivor.id).abhaNumber);
    }

    void aWaitingShareFollowsItsPerson_data() { Databases::columns(); }
    void aWaitingShareFollowsItsPerson()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const TwoFiles files(clinic);
        SharedProfile shared;
        shared.abhaAddress = *AbhaAddress::parse(u"laxmi.d@sbx");
        shared.name = QStringLiteral("Laxmi Deshpande");
        const auto share = storage::ShareRepository(db).receive(ShareId(QStringLiteral("share-1")),
            {clinic.here, QStringLiteral("OPD1"), {}, shared, 30min}, QDate(2026, 11, 20), clinic.clock.now());
        GOOD(share);
        auto work = clinic.work();
        const auto proposed = [&] {
            const auto proposal = proposeFor(work, share->id, nullptr);
            return proposal && proposal->matches.size() == 1 ? proposal->matches.constFirst().patient.id : PatientId();
        };
        QCOMPARE(proposed(), files.other.id);
        const auto merged = mergePatients(work, files.order(clinic));
        GOOD(merged);
        QCOMPARE(proposed(), files.survivor.id);
        GOOD(undoMerge(work, merged->id, clinic.here));
        QCOMPARE(proposed(), files.other.id);

        GOOD(mergePatients(work, files.order(clinic)));
        GOOD(abhaRemovedByOwner(work, files.survivor.id, clinic.here));
        const auto left = storage::ShareRepository(db).share(share->id);
        QVERIFY(left->profile.abhaAddress.value().isEmpty());
        QCOMPARE(left->outcome, ShareOutcome::Dismissed);
    }

    void aDeclineFollowsItsPerson_data() { Databases::columns(); } // B07
    void aDeclineFollowsItsPerson()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto survivor = clinic.person(QStringLiteral("Lakshmi Deshpande"), {});
        const auto other = clinic.person(QStringLiteral("Laxmi Deshpande"), mobile);
        auto work = clinic.work();
        GOOD(recordAbhaDeclined(work, other.id, clinic.here));
        QVERIFY(*mayAskForAbha(work, survivor.id));
        const auto merged = mergePatients(
            work, {{survivor.id, other.id, clinic.here}, survivor.version, other.version, QStringLiteral("the same")});
        GOOD(merged);
        QVERIFY(!*mayAskForAbha(work, survivor.id));
        clinic.clock.advance(24h * 29);
        GOOD(undoMerge(work, merged->id, clinic.here));
        QVERIFY(*mayAskForAbha(work, survivor.id));
        QVERIFY(!*mayAskForAbha(work, other.id));
    }

    void theSearchFindsTheSurvivorByEverythingTheOtherFileHad_data() { Databases::columns(); }
    void theSearchFindsTheSurvivorByEverythingTheOtherFileHad()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto kept = clinic.person(QStringLiteral("Lakshmi Deshpande"), mobile);
        const auto other = clinic.person(QStringLiteral("Sunita Pawar"), QStringLiteral("9000000001"));
        auto work = clinic.work();
        clinic.attach(other, abhaOf(firstNumber, {QStringLiteral("sunita@sbx"), QStringLiteral("pawar90@sbx")}));
        GOOD(addExternalNumber(work, other.id, QStringLiteral("City Hospital"), QStringLiteral("MRN-4491")));
        PatientIndex index;
        GOOD(index.build(db, clinic.here));
        const auto found = [&](const char16_t *text) {
            QStringList ids;
            for (const auto &hit : index.search(text, 5))
                ids << hit.patient.id.value();
            return ids.join(u' ');
        };
        QCOMPARE(found(u"sunita"), other.id.value());
        QCOMPARE(found(u"pawar90@"), other.id.value());
        QCOMPARE(found(u"mrn-44"), other.id.value());
        QCOMPARE(found(u"4491"), other.id.value());
        const auto merged
            = mergePatients(work, {{kept.id, other.id, clinic.here}, kept.version, clinic.file(other.id).version, {}});
        GOOD(merged);
        GOOD(index.refresh(db));
        const auto oldNumber = other.localNumber.toStdU16String();
        for (const auto *text : {u"sunita", u"सुनीता पवार", u"lakshmi", u"9000000001", u"pawar90@", u"mrn-44",
                 u"91-1111-2222-3333", oldNumber.c_str(), u"deshpande l"})
            QCOMPARE(found(text), kept.id.value());
        GOOD(undoMerge(work, merged->id, clinic.here));
        GOOD(index.refresh(db));
        QCOMPARE(found(u"sunita"), other.id.value());
        QCOMPARE(found(u"mrn-44"), other.id.value());
        QCOMPARE(found(u"lakshmi"), kept.id.value());
    }

    void duplicatesAreSuggestedWithEvidence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("mobileTyped");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<Gender>("gender");
        QTest::addColumn<int>("strength"); // -1: not suggested
        const auto row = [](const char *what, const char *name, const char *number, const char *birth, Gender gender,
                             int strength) {
            QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(number) << QString::fromUtf8(birth)
                                << gender << strength;
        };
        const int strong = int(Strength::Strong), likely = int(Strength::Likely), weak = int(Strength::Weak);
        row("the same once more", "Lakshmi Deshpande", "9876543210", "1990-04-02", Gender::Female, strong);
        row("another spelling", "Laxmi Deshpandey", "9876543210", "1990", Gender::Female, strong);
        row("another script, no mobile", "लक्ष्मी देशपांडे", "", "1990-04-02", Gender::Female, likely);
        row("only the mobile so far", "", "9876543210", "", Gender::Unknown, weak);
        row("the brother with the same phone", "Suresh Deshpande", "9876543210", "1985", Gender::Male, -1);
        row("the name alone", "Lakshmi Deshpande", "", "", Gender::Unknown, -1);
        row("the name, thirty years older", "Lakshmi Deshpande", "", "1960", Gender::Female, -1);
        row("somebody else", "Rehana Khan", "9000000009", "1990-04-02", Gender::Female, -1);
    }
    void duplicatesAreSuggestedWithEvidence()
    {
        QFETCH(QString, name);
        QFETCH(QString, mobileTyped);
        QFETCH(QString, birth);
        QFETCH(Gender, gender);
        QFETCH(int, strength);
        Patient known;
        known.id = PatientId(QStringLiteral("known"));
        known.name = QStringLiteral("Lakshmi Deshpande");
        known.gender = Gender::Female;
        known.birth = *BirthDate::parse(u"1990-04-02");
        known.mobile = mobile;
        PatientIndex index;
        index.put(known);
        Patient typed;
        typed.name = name;
        typed.mobile = mobileTyped;
        typed.birth = *BirthDate::parse(birth);
        typed.gender = gender;
        const auto found = duplicatesOf(index, typed, 5);
        QCOMPARE(found.isEmpty() ? -1 : int(found.first().strength), strength);
        QVERIFY(found.isEmpty() || !found.first().evidence.isEmpty());
    }

    void theWorklistForgetsPairsThatAreNotTheSame_data() { Databases::columns(); }
    void theWorklistForgetsPairsThatAreNotTheSame()
    {
        OPEN_DATABASE(databases, config, db);
        PeopleClinic clinic(db);
        const auto one = clinic.person(QStringLiteral("Lakshmi Deshpande"), mobile);
        const auto other = clinic.person(QStringLiteral("Laxmi Deshpande"), mobile);
        clinic.person(QStringLiteral("Rehana Khan"), QStringLiteral("9000000009"));
        PatientIndex index;
        GOOD(index.build(db, clinic.here));
        auto work = clinic.work();
        const auto pairs = duplicateWorklist(work, index, 10).value();
        QCOMPARE(pairs.size(), 1);
        QCOMPARE(QSet<PatientId>({pairs.first().one.id, pairs.first().other.id}), QSet<PatientId>({one.id, other.id}));
        QCOMPARE(pairs.first().strength, Strength::Strong);
        GOOD(rejectDuplicate(work, other.id, one.id, QStringLiteral("twins")));
        GOOD(rejectDuplicate(work, one.id, other.id, QStringLiteral("twins")));
        QCOMPARE(duplicateWorklist(work, index, 10)->size(), 0);
        QVERIFY(previewMerge(work, {one.id, other.id, clinic.here})->markedNotTheSame);
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child") {
        storage::DatabaseConfig config;
        config.backend = arguments.value(2).toInt() == 0 ? storage::Backend::Sqlite : storage::Backend::Postgres;
        config.location = arguments.value(3);
        config.tenant = TenantId(arguments.value(4));
        return mergeUntilKilled(config, PatientId(arguments.value(5)), PatientId(arguments.value(6)));
    }
    TstPeopleMerge test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_people_merge.moc"
