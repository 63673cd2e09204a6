#include "clinic/abha_file.h"
#include "clinic/desk.h"
#include "clinic/prescription.h"
#include "desk_window.h"
#include "domain/flow_start.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "storage/patient_repository.h"
#include "support/qml_warnings.h"
#include "ui/session/row_model.h"

#include <QSignalSpy>

using namespace nadi;
using namespace nadi::ui;

/// One person, two files (FD-3, FD-11, B37 to B40), in the real window.
class TstPeople : public QObject
{
    Q_OBJECT

private:
    static QVariant cell(RowModel *model, int row, const char *role)
    {
        return model->data(model->index(row), model->roleNames().key(role));
    }

    /// A second file of a person of the demo clinic, as a hurried clerk makes one.
    static Patient twin(test::DeskWindow &desk, const QString &name, const QString &mobile, const QString &birth)
    {
        auto made = desk.desktop().store().run([&desk, name, mobile, birth](storage::Connection &db) {
            test::SeededRandom random(99);
            RandomIdSource ids(random);
            const auto demo = desktop::DemoClinic::describe();
            clinic::Work work{db, desk.clock, ids, demo.clerk};
            Patient person;
            person.name = name;
            person.mobile = mobile;
            person.gender = Gender::Female;
            person.birth = BirthDate::parse(birth).value();
            return clinic::registerPatient(work, person, demo.facility.id);
        });
        made.waitForFinished();
        return made.result().value_or(Patient{});
    }

    static void typeInto(test::DeskWindow &desk, const QString &label, const QString &text)
    {
        auto *field = desk.byName(label, QAccessible::EditableText);
        QVERIFY2(field, qPrintable(label));
        field->forceActiveFocus();
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, &desk.window(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }

    /// A signed record of the person whose delivery the network refused because of who it is about.
    static Delivery refused(
        test::DeskWindow &desk, const PatientId &patient, const QString &reason = QStringLiteral("IDENTITY"))
    {
        auto made = desk.desktop().store().run([&desk, patient, reason](storage::Connection &db) -> Result<Delivery> {
            static quint64 seed = 101; // each call its own ids
            test::SeededRandom random(seed++);
            RandomIdSource ids(random);
            const auto demo = desktop::DemoClinic::describe();
            clinic::Work work{db, desk.clock, ids, demo.clerk};
            const auto doctors = storage::FacilityRepository(db).doctorsAt(demo.facility.id);
            if (!doctors)
                return failed(doctors);
            const auto record = clinic::beginDraft(work,
                {patient, demo.facility.id, doctors->first().id, std::nullopt, HiType::Prescription, {2026, 11, 20}});
            if (!record)
                return failed(record);
            storage::FlowRow flow;
            flow.id = ids.next<FlowId>();
            flow.kind = flow_kind::delivery.toString();
            flow.key = record->id.value();
            flow.facility = demo.facility.id;
            flow.patient = patient;
            flow.createdAt = flow.updatedAt = desk.clock.now();
            if (const auto kept = storage::FlowRepository(db).insert(flow); !kept)
                return failed(kept);
            Delivery delivery;
            delivery.record = record->id;
            delivery.flow = flow.id;
            delivery.facility = demo.facility.id;
            delivery.patient = patient;
            delivery.state = DeliveryState::NeedsAttention;
            delivery.reason = reason;
            delivery.supportCode = QStringLiteral("NX-7K3F-%1").arg(seed);
            delivery.confirmedAt = delivery.updatedAt = desk.clock.now();
            if (const auto kept = storage::DeliveryRepository(db).save(delivery); !kept)
                return failed(kept);
            return delivery;
        });
        made.waitForFinished();
        const auto result = made.result();
        if (!result)
            qWarning() << result.error().code << result.error().detail;
        return result.value_or(Delivery{});
    }

    /// The ABHA service knows the person by another name.
    static void keepAccount(test::DeskWindow &desk, const PatientId &patient, const QString &name)
    {
        auto kept = desk.desktop().store().run([&desk, patient, name](storage::Connection &db) {
            test::SeededRandom random(102);
            RandomIdSource ids(random);
            clinic::Work work{db, desk.clock, ids, desktop::DemoClinic::describe().clerk};
            clinic::AbhaSnapshot snapshot;
            snapshot.profile.name = name;
            snapshot.profile.gender = Gender::Female;
            snapshot.profile.birth = BirthDate::parse(u"1978").value();
            snapshot.proof = AbhaProof::MobileOtp;
            snapshot.at = desk.clock.now();
            return clinic::keepAbhaSnapshot(work, patient, snapshot);
        });
        kept.waitForFinished();
        QVERIFY(kept.result());
    }

    static QStringList toldToFlow(test::DeskWindow &desk, const FlowId &flow)
    {
        auto asked = desk.desktop().store().run([flow](storage::Connection &db) -> Result<QStringList> {
            const auto messages = storage::Inbox(db).inState(storage::InboxState::New, 100);
            if (!messages)
                return failed(messages);
            QStringList routes;
            for (const auto &message : *messages)
                if (message.flow == flow)
                    routes += message.route;
            return routes;
        });
        asked.waitForFinished();
        return asked.result().value_or(QStringList{});
    }

private Q_SLOTS:
    void init() { test::failOnQmlWarnings(); }

    void theWorklistLeadsToAComparisonAndAMergeThatCanBeUndone()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const auto other
            = twin(desk, QStringLiteral("Suneeta Rao"), QStringLiteral("9000020006"), QStringLiteral("1984-10-05"));
        QVERIFY(!other.id.isEmpty());
        desk.app().openAttention();
        QTRY_VERIFY(desk.canPress(QStringLiteral("Likely duplicates")));
        desk.press(QStringLiteral("Likely duplicates"));
        auto *duplicates = desk.app().duplicates();
        QTRY_VERIFY(duplicates->loaded() && duplicates->pairs()->count() >= 1);
        QVERIFY(cell(duplicates->pairs(), 0, "detail").toString().contains(QStringLiteral("same mobile")));
        desk.show(QStringLiteral("09-duplicates"));
        desk.app().openPair(
            cell(duplicates->pairs(), 0, "one").toString(), cell(duplicates->pairs(), 0, "other").toString());
        auto *merging = desk.app().merging();
        QTRY_VERIFY(merging->loaded());
        QVERIFY(merging->hindrance().isEmpty());
        if (merging->stays().name != QStringLiteral("Sunita Rao")) {
            merging->swap();
            QTRY_VERIFY(merging->loaded());
        }
        QCOMPARE(merging->stays().name, QStringLiteral("Sunita Rao"));
        desk.show(QStringLiteral("09-merge"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Merge the files")));
        desk.press(QStringLiteral("Merge the files"));
        QTRY_VERIFY(desk.byName(QStringLiteral("Merge")));
        QVERIFY2(!desk.canPress(QStringLiteral("Merge")), "a reason is needed");
        typeInto(desk, QStringLiteral("Reason"), QStringLiteral("same person, same phone"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Merge")));
        desk.press(QStringLiteral("Merge"));
        QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
        QTRY_COMPARE(desk.app().patient()->patient().name, QStringLiteral("Sunita Rao"));

        desk.app().openIdentity();
        auto *identity = desk.app().identity();
        QTRY_COMPARE(identity->merges()->count(), 1);
        QVERIFY(cell(identity->merges(), 0, "canUndo").toBool());
        desk.show(QStringLiteral("09-identity"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Undo the merge")));
        QSignalSpy told(identity, &IdentityController::told);
        desk.press(QStringLiteral("Undo the merge"));
        QTRY_COMPARE(told.size(), 1);
        QTRY_COMPARE(identity->merges()->count(), 0);
        desk.app().openDuplicates();
        QTRY_VERIFY(desk.app().duplicates()->pairs()->count() >= 1);
    }

    void aPairThatIsNotOnePersonIsNotAskedAgain()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        twin(desk, QStringLiteral("Suneeta Rao"), QStringLiteral("9000020006"), QStringLiteral("1984-10-05"));
        desk.app().openDuplicates();
        auto *duplicates = desk.app().duplicates();
        QTRY_VERIFY(duplicates->loaded() && duplicates->pairs()->count() >= 1);
        const int before = duplicates->pairs()->count();
        desk.app().openPair(
            cell(duplicates->pairs(), 0, "one").toString(), cell(duplicates->pairs(), 0, "other").toString());
        QTRY_VERIFY(desk.canPress(QStringLiteral("Not the same person")));
        QTRY_VERIFY(desk.app().merging()->loaded());
        desk.press(QStringLiteral("Not the same person"));
        QTRY_COMPARE(desk.app().page(), QStringLiteral("duplicates"));
        QTRY_COMPARE(duplicates->pairs()->count(), before - 1);
    }

    void whileTypingWhoIsHereAlreadyIsShownAndASecondFileNeedsAReason()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        QTest::keyClick(&desk.window(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(desk.byName(QStringLiteral("Name"), QAccessible::EditableText));
        typeInto(desk, QStringLiteral("Name"), QStringLiteral("Suneeta Rao"));
        auto *registration = desk.app().registration();
        typeInto(desk, QStringLiteral("Mobile"), QStringLiteral("9000020006"));
        QTRY_VERIFY(registration->likely()->count() >= 1);
        QCOMPARE(cell(registration->likely(), 0, "name").toString(), QStringLiteral("Sunita Rao"));
        typeInto(desk, QStringLiteral("Age or birth date"), QStringLiteral("5-10-1984"));
        desk.press(QStringLiteral("Female"));
        QTRY_VERIFY(registration->needsReason());
        desk.show(QStringLiteral("09-register-likely"));
        desk.press(QStringLiteral("Register"));
        QTRY_VERIFY(registration->errors().contains(QStringLiteral("reason")));
        typeInto(desk, QStringLiteral("Why is this somebody else?"), QStringLiteral("twin sister"));
        QSignalSpy saved(registration, &NewPatientController::saved);
        desk.press(QStringLiteral("Register"));
        QTRY_COMPARE(saved.size(), 1);
    }

    /// R5, and the proof: a new patient without an ABHA, without the mouse.
    void aNewPatientIsRegisteredWithTheKeyboardAlone()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        const auto type = [&desk](const QString &text) {
            for (const QChar c : text)
                QTest::sendKeyEvent(QTest::Click, &desk.window(), Qt::Key_unknown, QString(c), Qt::NoModifier);
        };
        const auto tabTo = [&desk](const QString &name, QAccessible::Role role) {
            for (int step = 0; step < 30; ++step) {
                const auto *focused = desk.window().activeFocusItem();
                if (focused && focused == desk.byName(name, role))
                    return true;
                QTest::keyClick(&desk.window(), Qt::Key_Tab);
            }
            return false;
        };
        QTest::keyClick(&desk.window(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(desk.byName(QStringLiteral("Name"), QAccessible::EditableText));
        QTRY_COMPARE(desk.window().activeFocusItem(), desk.byName(QStringLiteral("Name"), QAccessible::EditableText));
        type(QStringLiteral("Zubeida Ansari"));
        QVERIFY(tabTo(QStringLiteral("Female"), QAccessible::Button));
        QTest::keyClick(&desk.window(), Qt::Key_Return);
        QVERIFY(tabTo(QStringLiteral("Age or birth date"), QAccessible::EditableText));
        type(QStringLiteral("61"));
        QSignalSpy saved(desk.app().registration(), &NewPatientController::saved);
        QTest::keyClick(&desk.window(), Qt::Key_Return);
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(desk.app().page(), QStringLiteral("patient"));
        QTRY_COMPARE(desk.app().patient()->patient().name, QStringLiteral("Zubeida Ansari"));
        QTest::keyClick(&desk.window(), Qt::Key_F2);
        QTRY_COMPARE(desk.app().page(), QStringLiteral("booking"));
    }

    void aWrongAbhaIsDetachedWithAReason()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().search()->search(QStringLiteral("Asha Kulkarni"));
        QTRY_VERIFY(desk.app().search()->answered());
        desk.app().openPatient(cell(desk.app().search()->hits(), 0, "patient").toString());
        QTRY_VERIFY(desk.app().patient()->loaded());
        desk.app().openIdentity();
        auto *identity = desk.app().identity();
        QTRY_VERIFY(identity->hasAbha());
        QTRY_VERIFY(desk.canPress(QStringLiteral("Detach a wrong ABHA")));
        desk.press(QStringLiteral("Detach a wrong ABHA"));
        QTRY_VERIFY(desk.byName(QStringLiteral("Detach")));
        QVERIFY(!desk.canPress(QStringLiteral("Detach")));
        desk.show(QStringLiteral("09-detach"));
        typeInto(desk, QStringLiteral("Reason"), QStringLiteral("mother's ABHA"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Detach")));
        desk.press(QStringLiteral("Detach"));
        QTRY_VERIFY(!identity->hasAbha());
        QTRY_VERIFY(desk.app().patient()->patient().abha.isEmpty());
    }

    void anAbhaItsOwnerRemovedIsForgottenAndTheFactStays() // B40
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().search()->search(QStringLiteral("Asha Kulkarni"));
        QTRY_VERIFY(desk.app().search()->answered());
        desk.app().openPatient(cell(desk.app().search()->hits(), 0, "patient").toString());
        QTRY_VERIFY(desk.app().patient()->loaded());
        desk.app().openIdentity();
        auto *identity = desk.app().identity();
        QTRY_VERIFY(identity->hasAbha());
        QTRY_VERIFY(desk.canPress(QStringLiteral("Removed by its owner")));
        desk.press(QStringLiteral("Removed by its owner"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Remove the ABHA")));
        desk.press(QStringLiteral("Remove the ABHA"));
        QTRY_VERIFY(!identity->hasAbha());
        QTRY_VERIFY(desk.app().patient()->patient().abha.isEmpty());
        QStringList remains;
        for (int row = 0; row < identity->identifiers()->count(); ++row)
            remains += cell(identity->identifiers(), row, "detail").toString();
        QVERIFY2(!remains.filter(QStringLiteral("removed"), Qt::CaseInsensitive).isEmpty(),
            qPrintable(remains.join(QStringLiteral(" | "))));
        desk.show(QStringLiteral("09-removed-by-owner"));
    }

    /// Refused because of the name: from the list to both names side by side, corrected, and on its way again.
    void aRefusedIdentityIsComparedCorrectedAndSentAgain()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().search()->search(QStringLiteral("Asha Kulkarni"));
        QTRY_VERIFY(desk.app().search()->answered());
        const PatientId asha(cell(desk.app().search()->hits(), 0, "patient").toString());
        keepAccount(desk, asha, QStringLiteral("Asha Vinod Kulkarni"));
        const auto delivery = refused(desk, asha);
        QVERIFY(!delivery.flow.isEmpty());
        desk.app().openAttention();
        QTRY_COMPARE(desk.app().attention()->rows()->count(), 1);
        QVERIFY(cell(desk.app().attention()->rows(), 0, "compares").toBool());
        const auto cause = cell(desk.app().attention()->rows(), 0, "sentence").toString();
        QTRY_VERIFY2(desk.byName(cause, QAccessible::StaticText), "the cause stands above its records");
        QVERIFY2(!desk.canPress(QStringLiteral("Send all again")), "it would only be refused again");
        QTRY_VERIFY(desk.canPress(QStringLiteral("Compare")));
        desk.press(QStringLiteral("Compare"));
        QTRY_COMPARE(desk.app().page(), QStringLiteral("repair"));
        auto *repair = desk.app().repair();
        QTRY_VERIFY(repair->loaded());
        QVERIFY(repair->accountKnown() && !repair->agrees());
        QCOMPARE(cell(repair->rows(), 0, "here").toString(), QStringLiteral("Asha Kulkarni"));
        QCOMPARE(cell(repair->rows(), 0, "there").toString(), QStringLiteral("Asha Vinod Kulkarni"));
        desk.show(QStringLiteral("09-repair"));
        QVERIFY(desk.canPress(QStringLiteral("Verify again")));

        repair->correct({{QStringLiteral("name"), QString()}, {QStringLiteral("gender"), QStringLiteral("F")},
            {QStringLiteral("birth"), QStringLiteral("1978")}});
        QTRY_VERIFY(repair->errors().contains(QStringLiteral("name")));
        QVERIFY2(toldToFlow(desk, delivery.flow).isEmpty(), "nothing is sent with what is missing");

        QSignalSpy corrected(repair, &RepairController::corrected);
        QTRY_VERIFY(desk.canPress(QStringLiteral("Take the account's values")));
        desk.press(QStringLiteral("Take the account's values"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Save and send again")));
        desk.press(QStringLiteral("Save and send again"));
        QTRY_COMPARE(corrected.size(), 1);
        QVERIFY(corrected[0][0].toBool());
        QCOMPARE(toldToFlow(desk, delivery.flow), QStringList{flow_event::patientVerified.toString()});
        QTRY_COMPARE(desk.app().page(), QStringLiteral("attention"));
        desk.app().openPatient(asha.value());
        QTRY_COMPARE(desk.app().patient()->patient().name, QStringLiteral("Asha Vinod Kulkarni"));
        QVERIFY(desk.app().patient()->needsComparison());
        desk.app().openRepair({});
        QTRY_VERIFY(repair->loaded() && repair->agrees());
        desk.app().back();
        QCOMPARE(desk.app().page(), QStringLiteral("patient"));
    }

    void whatWasNotConfirmedIsSentAgainWithOneKey()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        const auto found = [&desk](const QString &name) {
            desk.app().search()->search(name);
            [&] { QTRY_VERIFY_WITH_TIMEOUT(desk.app().search()->answered(), 30'000); }();
            return PatientId(cell(desk.app().search()->hits(), 0, "patient").toString());
        };
        const auto first = refused(desk, found(QStringLiteral("Devendra Pande")), QStringLiteral("NO-ANSWER"));
        const auto second = refused(desk, found(QStringLiteral("Asha Kulkarni")), QStringLiteral("NO-ANSWER"));
        QVERIFY(!first.record.isEmpty() && !second.record.isEmpty());
        desk.app().openAttention();
        QTRY_VERIFY_WITH_TIMEOUT(desk.canPress(QStringLiteral("Send again")), 30'000);
        desk.show(QStringLiteral("attention-send-again"));
        QSignalSpy sent(desk.app().attention(), &AttentionController::sentAgain);
        desk.press(QStringLiteral("Send again"));
        QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 30'000);
        QCOMPARE(sent[0][0].toInt(), 1);
        const QStringList again{flow_event::retry.toString()};
        QCOMPARE(toldToFlow(desk, first.flow) + toldToFlow(desk, second.flow), again);
        // All of one cause at once; the one that was told already is told once more and takes it once (flows).
        QTRY_VERIFY_WITH_TIMEOUT(desk.canPress(QStringLiteral("Send all again")), 30'000);
        desk.press(QStringLiteral("Send all again"));
        QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 2, 30'000);
        QCOMPARE(sent[1][0].toInt(), 2);
        QVERIFY(!toldToFlow(desk, first.flow).isEmpty() && !toldToFlow(desk, second.flow).isEmpty());
    }

    void everyClinicOfOursShowsItsNumberItsLinkAndItsLastVisit() // B36
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().search()->search(QStringLiteral("Devendra Pande"));
        QTRY_VERIFY(desk.app().search()->answered());
        desk.app().openPatient(cell(desk.app().search()->hits(), 0, "patient").toString());
        desk.app().openIdentity();
        auto *identity = desk.app().identity();
        QTRY_COMPARE(identity->memberships()->count(), 1);
        QCOMPARE(cell(identity->memberships(), 0, "facility").toString(), QStringLiteral("Kumbha Road clinic"));
        const auto detail = cell(identity->memberships(), 0, "detail").toString();
        QVERIFY2(detail.contains(QStringLiteral("KR-")) && detail.contains(QStringLiteral("last visit")),
            qPrintable(detail)); // he sits in the waiting room
        QTRY_VERIFY(desk.byName(QStringLiteral("Not linked yet"), QAccessible::StaticText));
        desk.show(QStringLiteral("09-at-our-clinics"));
    }

    void aFileThatChangedMeanwhileIsReadAgainBeforeItIsCorrected()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().search()->search(QStringLiteral("Asha Kulkarni"));
        QTRY_VERIFY(desk.app().search()->answered());
        const PatientId asha(cell(desk.app().search()->hits(), 0, "patient").toString());
        desk.app().openRepair(asha.value());
        auto *repair = desk.app().repair();
        QTRY_VERIFY(repair->loaded());
        auto saved = desk.desktop().store().run([asha, &desk](storage::Connection &db) -> Done {
            const auto demo = desktop::DemoClinic::describe();
            storage::PatientRepository patients(db);
            auto patient = patients.patient(asha, demo.facility.id);
            if (!patient)
                return failed(patient);
            patient->place = QStringLiteral("Nashik");
            return patients.update(*patient, demo.clerk, desk.clock.now());
        });
        saved.waitForFinished();
        QVERIFY(saved.result());
        const QVariantMap entries{{QStringLiteral("name"), QStringLiteral("Asha V Kulkarni")},
            {QStringLiteral("gender"), QStringLiteral("F")}, {QStringLiteral("birth"), QStringLiteral("1980")}};
        repair->correct(entries);
        QTRY_COMPARE(repair->problemCode(), QStringLiteral("DB-STALE"));
        QTRY_VERIFY(desk.canPress(QStringLiteral("Show the newest")));
        desk.press(QStringLiteral("Show the newest"));
        QTRY_VERIFY(repair->loaded() && repair->problem().isEmpty());
        QSignalSpy corrected(repair, &RepairController::corrected);
        repair->correct(entries);
        QTRY_COMPARE(corrected.size(), 1);
    }

    void whoIsNotFoundIsRegisteredWithAnAbha()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.window().requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
        QTest::keyClick(&desk.window(), Qt::Key_F3);
        for (const QChar c : QStringLiteral("Zenobia Quartermaine"))
            QTest::sendKeyEvent(QTest::Click, &desk.window(), Qt::Key_unknown, QString(c), Qt::NoModifier);
        QTRY_VERIFY(desk.app().search()->answered());
        QTRY_VERIFY(desk.canPress(QStringLiteral("Register with an ABHA")));
        desk.press(QStringLiteral("Register with an ABHA"));
        QTRY_COMPARE(desk.app().page(), QStringLiteral("abha"));
        QVERIFY(desk.app().abha()->newPerson());
    }

    void anotherHospitalsNumberFindsThePatient()
    {
        test::DeskWindow desk;
        QVERIFY(desk.isOpen());
        desk.app().search()->search(QStringLiteral("Kamala Devi"));
        QTRY_VERIFY(desk.app().search()->answered());
        desk.app().openPatient(cell(desk.app().search()->hits(), 0, "patient").toString());
        desk.app().openIdentity();
        auto *identity = desk.app().identity();
        QTRY_VERIFY(identity->identifiers()->count() >= 1);
        QSignalSpy told(identity, &IdentityController::told);
        identity->addNumber(QStringLiteral("City Hospital MRN"), QStringLiteral("CH-77120"));
        QTRY_COMPARE(told.size(), 1);
        desk.app().search()->search(QStringLiteral("CH-77120"));
        QTRY_VERIFY(desk.app().search()->answered());
        QCOMPARE(cell(desk.app().search()->hits(), 0, "name").toString(), QStringLiteral("Kamala Devi"));
    }
};

QTEST_MAIN(TstPeople)
#include "tst_people.moc"
