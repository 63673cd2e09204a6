#include "clinic/merge.h"
#include "clinic/unclear_person.h"
#include "discovery_clinic.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
namespace operation = abdm::operation;

namespace
{

QStringList contextsIn(const QJsonObject &body)
{
    QStringList out;
    for (const auto &patient : body[u"patient"].toArray())
        for (const auto &context : patient[u"careContexts"].toArray())
            out << context[u"referenceNumber"].toString();
    return out;
}

QSet<QString> setOf(const QStringList &list)
{
    return {list.begin(), list.end()};
}

QString errorIn(const QJsonObject &body)
{
    return body[u"error"][u"code"].toString();
}

}

class TstDiscoveryRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheQuestionToTheLinkedRecord() // USER_INIT_LINK_602 to 605, 607
    {
        DiscoveryClinic clinic;
        const auto asha = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto first = clinic.recordOf(asha);
        const auto second = clinic.recordOf(asha);
        clinic.drain();
        clinic.discover();
        QCOMPARE(setOf(contextsIn(clinic.body(operation::onDiscover))),
            (QSet<QString>{first.careContext.value(), second.careContext.value()}));
        clinic.answersAreTaken();
        clinic.choose({first.careContext});
        QVERIFY(clinic.body(operation::onLinkInit).isEmpty());
        QVERIFY(clinic.sendCode());
        QCOMPARE(clinic.phone.mobiles, QStringList{u"9000000001"_s});
        QVERIFY2(clinic.phone.texts.first().contains(u"Kumbha Road"), qPrintable(clinic.phone.texts.first()));
        QCOMPARE(clinic.body(operation::onLinkInit)[u"link"][u"meta"][u"communicationHint"].toString(),
            u"OTP sent to ******0001"_s);
        clinic.answersAreTaken();
        clinic.type(clinic.phone.code());
        QCOMPARE(contextsIn(clinic.body(operation::onLinkConfirm)), QStringList{first.careContext.value()});
        clinic.answersAreTaken();
        QCOMPARE(clinic.deliveryOf(first), DeliveryState::Linked);
        QVERIFY(clinic.deliveryOf(second) != DeliveryState::Linked);
        // The proved ABHA is on the file now: consents for it release these records, and the next record links itself.
        const auto file = storage::PatientRepository(*clinic.db).patient(asha, clinic.facility).value();
        QCOMPARE(file.abhaAddress->value(), u"asha.verma1990@sbx"_s);
        QVERIFY(file.abhaVerifiedAt.isSet());
        QVERIFY(storage::IdentifierRepository(*clinic.db).holdsVerified(asha, *file.abhaAddress).value());
    }

    void whatIsLinkedIsNotOfferedAgain()
    {
        DiscoveryClinic clinic;
        const auto asha = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto record = clinic.recordOf(asha);
        clinic.discover();
        clinic.choose({record.careContext});
        clinic.sendCode();
        clinic.type(clinic.phone.code());
        clinic.answersAreTaken();
        QCOMPARE(clinic.deliveryOf(record), DeliveryState::Linked);
        auto again = DiscoveryClinic::asks();
        again.insert(u"transactionId"_s, u"another"_s);
        clinic.discover(again, u"q-9"_s);
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
    }

    void nobodyIsAnsweredAsNotFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("mobile");
        QTest::addColumn<int>("year");
        QTest::newRow("another mobile") << u"Asha Verma"_s << u"9000000002"_s << 1990;
        QTest::newRow("another name") << u"Meena Shah"_s << u"9000000001"_s << 1990;
        QTest::newRow("another year") << u"Asha Verma"_s << u"9000000001"_s << 1987;
    }
    void nobodyIsAnsweredAsNotFound()
    {
        QFETCH(QString, name);
        QFETCH(QString, mobile);
        QFETCH(int, year);
        DiscoveryClinic clinic;
        clinic.recordOf(clinic.person(name, mobile, year));
        clinic.discover();
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
        QVERIFY(storage::DiscoveryRepository(*clinic.db).undecided(clinic.facility).value().isEmpty());
    }

    void severalFilesAreAPersonsWork()
    {
        DiscoveryClinic clinic;
        const auto one = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto two = clinic.person(u"Aasha Verma"_s, u"9000000001"_s, 1991);
        clinic.recordOf(one);
        clinic.recordOf(two);
        clinic.rung.clear();
        clinic.discover();
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
        QVERIFY(clinic.rung.contains(storage::Topic::Deliveries));
        storage::DiscoveryRepository discoveries(*clinic.db);
        const auto waiting = discoveries.undecided(clinic.facility).value();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(QSet<PatientId>(waiting[0].files.begin(), waiting[0].files.end()), (QSet<PatientId>{one, two}));
        QCOMPARE(waiting[0].name, u"Asha Verma"_s);
        QCOMPARE(waiting[0].mobile, u"9000000001"_s);
        const Actor clerk{UserId(u"clerk-1"_s), Role::Clerk};
        QVERIFY(discoveries.settle(waiting[0], u"Two sisters"_s, clerk, clinic.clock.now()));
        QVERIFY(discoveries.undecided(clinic.facility).value().isEmpty());
        QCOMPARE(discoveries.settle(waiting[0], {}, clerk, clinic.clock.now()).error().code, u"DB-STALE"_s);
        QCOMPARE(storage::AuditTrail(*clinic.db).last(1).value().first().action, u"discovery.settle"_s);
    }

    void theDeskSaysThatTheyAreDifferentPeople()
    {
        DiscoveryClinic clinic;
        clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        clinic.recordOf(clinic.person(u"Aasha Verma"_s, u"9000000001"_s, 1991));
        clinic.discover();
        clinic::Work work{*clinic.db, clinic.clock, clinic.ids, {UserId(u"clerk-1"_s), Role::Clerk}};
        const auto waiting = clinic::unclearPeople(work, clinic.facility).value();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0].files.size(), 2);
        QVERIFY(clinic::keepFilesApart(work, clinic.facility, waiting[0].asked.reference));
        QVERIFY(clinic::unclearPeople(work, clinic.facility)->isEmpty());
        QCOMPARE(clinic::keepFilesApart(work, clinic.facility, waiting[0].asked.reference).error().code, u"DB-STALE"_s);
    }

    void mergingTheFilesDecidesItToo()
    {
        DiscoveryClinic clinic;
        const auto one = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto two = clinic.person(u"Aasha Verma"_s, u"9000000001"_s, 1991);
        const auto record = clinic.recordOf(one);
        clinic.discover();
        clinic::Work work{*clinic.db, clinic.clock, clinic.ids, {UserId(u"clerk-1"_s), Role::Clerk}};
        QCOMPARE(clinic::unclearPeople(work, clinic.facility)->size(), 1);
        storage::PatientRepository patients(*clinic.db);
        QVERIFY(clinic::mergePatients(work,
            {{one, two, clinic.facility}, patients.asFiled(one, clinic.facility)->version,
                patients.asFiled(two, clinic.facility)->version, {}}));
        QVERIFY(clinic::unclearPeople(work, clinic.facility)->isEmpty());
        clinic.discover(
            DiscoveryClinic::asks(u"9000000001"_s, u"Asha Verma"_s, u"asha.verma1990@sbx"_s, u"again"_s), u"q-again"_s);
        QCOMPARE(contextsIn(clinic.body(operation::onDiscover)), QStringList{record.careContext.value()});
    }

    void anotherFacilitysPatientsAreNobody()
    {
        DiscoveryClinic clinic;
        const auto asha = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        clinic.recordOf(asha);
        Facility other{FacilityId(u"IN0710000999"_s), u"Other Clinic"_s, u"Other"_s, u"IN0710000999"_s, u"Pune"_s,
            u"Asia/Kolkata"_s};
        QVERIFY(storage::FacilityRepository(*clinic.db).save(other));
        clinic.callback(discoverPath, DiscoveryClinic::asks(), u"q-1"_s, other.id);
        clinic.drain();
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
    }

    void aMobileThatHalfTheTownHasSaysNothing()
    {
        DiscoveryClinic clinic;
        clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9999999999"_s));
        for (int i = 0; i < 60; ++i)
            clinic.person(u"Patient %1"_s.arg(QChar(u'A' + i % 26)), u"9999999999"_s, 1950 + i);
        clinic.discover(DiscoveryClinic::asks(u"9999999999"_s));
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
    }

    void theAnswerLeavesAtItsTimeAndNotBefore()
    {
        DiscoveryClinic clinic;
        clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        for (const auto &name : {u"Asha Verma"_s, u"Meena Shah"_s}) {
            clinic.callback(
                discoverPath, DiscoveryClinic::asks(u"9000000001"_s, name, u"a@sbx"_s, name), name, clinic.facility);
            clinic.drain();
        }
        const auto answers = clinic.answers(operation::onDiscover);
        QCOMPARE(answers.size(), 2);
        for (const auto &answer : answers)
            QCOMPARE(answer.dueAt, clinic.steady.now() + 500ms);
    }

    void whoAsksTooOftenWaitsAnHour()
    {
        DiscoveryClinic clinic;
        for (int i = 0; i < 21; ++i)
            clinic.discover(DiscoveryClinic::asks(u"9000000001"_s, u"Asha Verma"_s, u"asha@sbx"_s, u"t-%1"_s.arg(i)),
                u"q-%1"_s.arg(i));
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1022"_s);
        clinic.discover(DiscoveryClinic::asks(u"9000000001"_s, u"Ravi"_s, u"ravi@sbx"_s, u"t-r"_s), u"q-r"_s);
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
        clinic.clock.advance(61min);
        clinic.discover(DiscoveryClinic::asks(u"9000000001"_s, u"Asha"_s, u"asha@sbx"_s, u"t-l"_s), u"q-l"_s);
        QCOMPARE(errorIn(clinic.body(operation::onDiscover)), u"ABDM-1010"_s);
    }

    void theSameCallbackOnceMoreHasNoEffect()
    {
        DiscoveryClinic clinic;
        const auto record = clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        for (int i = 0; i < 3; ++i) {
            clinic.makeRunner(); // a restart between any two
            clinic.discover();
            clinic.choose({record.careContext});
        }
        QCOMPARE(clinic.answers(operation::onDiscover).size(), 1);
        QVERIFY(clinic.sendCode());
        QVERIFY(!clinic.sendCode());
        for (int i = 0; i < 3; ++i)
            clinic.type(clinic.phone.code());
        QCOMPARE(clinic.answers(operation::onLinkConfirm).size(), 1);
    }

    void aFailureAtAnyWriteIsWorkedOnAgain()
    {
        DiscoveryClinic clinic;
        const auto record = clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        clinic.drain();
        clinic.callback(discoverPath, DiscoveryClinic::asks(), u"q-1"_s, clinic.facility);
        const int injected = clinic.failAtEveryWrite([&] { QVERIFY(clinic.answers(operation::onDiscover).isEmpty()); });
        QVERIFY2(injected >= 3, qPrintable(QString::number(injected)));
        QCOMPARE(contextsIn(clinic.body(operation::onDiscover)), QStringList{record.careContext.value()});
    }

    void theDatabaseNeverHoldsTheDigits() // S-N10
    {
        DiscoveryClinic clinic; // its sealer does not hide what it seals
        const auto record = clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        clinic.discover();
        clinic.choose({record.careContext});
        clinic.sendCode();
        const auto code = clinic.phone.code();
        QCOMPARE(code.size(), 6);
        clinic.type(code);
        clinic.answersAreTaken();
        QCOMPARE(clinic.deliveryOf(record), DeliveryState::Linked);
        clinic.runner.reset();
        clinic.db.reset(); // folds the journal into the file
        QFile file(clinic.config.location);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(bytes.contains("Asha Verma"));
        for (const auto &form : {'"' + code.toLatin1() + '"', ' ' + code.toLatin1() + ' ', ':' + code.toLatin1()})
            QVERIFY(!bytes.contains(form));
    }

    void withoutAProviderThePersonIsToldSo()
    {
        DiscoveryClinic clinic;
        const auto record = clinic.recordOf(clinic.person(u"Asha Verma"_s, u"9000000001"_s));
        clinic.discover();
        clinic.choose({record.careContext});
        clinic.phone.refuses = true;
        clinic.sendCode();
        QCOMPARE(errorIn(clinic.body(operation::onLinkInit)), u"ABDM-1004"_s);
    }

    void anAbhaOnAnotherFileStaysThere()
    {
        DiscoveryClinic clinic;
        const auto other
            = clinic.person(u"Somebody Else"_s, u"9000000009"_s, 1960, Gender::Male, u"asha.verma1990@sbx"_s);
        const auto asha = clinic.person(u"Asha Verma"_s, u"9000000001"_s);
        const auto record = clinic.recordOf(asha);
        clinic.discover(); // the typed address on the other file does not agree with anything
        clinic.choose({record.careContext});
        clinic.sendCode();
        clinic.type(clinic.phone.code());
        clinic.answersAreTaken();
        QCOMPARE(clinic.deliveryOf(record), DeliveryState::Linked);
        storage::PatientRepository patients(*clinic.db);
        QVERIFY(!patients.patient(asha, clinic.facility)->abhaAddress);
        QVERIFY(patients.patient(other, clinic.facility)->abhaAddress);
    }
};

QTEST_GUILESS_MAIN(TstDiscoveryRunner)
#include "tst_discovery_runner.moc"
