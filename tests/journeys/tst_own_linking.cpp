#include "clinic/desk.h"
#include "journeys/clinic.h"
#include "storage/delivery_repository.h"
#include "storage/discovery_repository.h"
#include "storage/patient_repository.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int pacePercent = 1;
constexpr int answerMs = 60'000; // patience, not a promise
const QString asha = u"asha.kulkarni@sbx"_s;

/// Asha as a clerk wrote her down, before anybody asked for an ABHA.
Result<Patient> atTheDesk(test::Clinic &clinic, const QJsonObject &person)
{
    Patient patient;
    patient.name = person[u"name"].toString();
    patient.gender = genderFromWire(person[u"gender"].toString());
    patient.birth.year = person[u"yearOfBirth"].toInt();
    patient.mobile = person[u"mobile"].toString();
    auto work = clinic.work();
    return clinic::registerPatient(work, patient, clinic.facility);
}

QJsonObject personOf(test::Clinic &clinic)
{
    const auto people = clinic.control().read(u"people"_s).toArray();
    for (const auto &one : people)
        if (one[u"abhaAddress"].toString() == asha)
            return one.toObject();
    return {};
}

QJsonObject newest(test::Clinic &clinic)
{
    return clinic.control().read(u"searches"_s, asha).toArray()[0].toObject();
}

QString state(test::Clinic &clinic)
{
    return newest(clinic)[u"state"].toString();
}

QStringList found(test::Clinic &clinic)
{
    QStringList out;
    for (const auto &one : newest(clinic)[u"found"].toArray())
        out << one[u"careContext"].toString();
    return out;
}

QString codeOnThePhone(test::Clinic &clinic)
{
    const auto messages = clinic.control().read(u"messages"_s, asha).toArray();
    return messages.isEmpty() ? QString() : messages.last()[u"text"].toString().left(6);
}

bool answeredInBody(test::Clinic &clinic)
{
    return clinic.control().read(u"effects"_s).toObject().contains(u"answered-in-body:"_s + clinic.facility.value());
}

int answersByCall(test::Clinic &clinic)
{
    int count = 0;
    for (const auto &call : clinic.control().read(u"calls"_s).toArray())
        count += call[u"path"].toString().endsWith(u"/on-discover");
    return count;
}

bool look(test::Clinic &clinic, QJsonObject question = {})
{
    question.insert(u"person"_s, asha);
    question.insert(u"facility"_s, clinic.facility.value());
    return clinic.control().change(u"find-records"_s, question);
}

bool choose(test::Clinic &clinic, const QStringList &contexts)
{
    return clinic.control().change(u"choose-records"_s,
        {{u"search"_s, newest(clinic)[u"search"]}, {u"careContexts"_s, QJsonArray::fromStringList(contexts)}});
}

bool type(test::Clinic &clinic, const QString &code)
{
    return clinic.control().change(u"type-code"_s, {{u"search"_s, newest(clinic)[u"search"]}, {u"code"_s, code}});
}

}

/// USER_INIT_LINK_602 to 607: the real bridge, the sandbox's gateway and the patient's phone, over HTTPS.
class TestOwnLinking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonFindsAndAddsTheirRecords_data()
    {
        QTest::addColumn<QString>("answer");
        for (const auto &answer : {u"callback"_s, u"both"_s, u"body"_s})
            QTest::newRow(qPrintable(answer)) << answer;
    }
    void aPersonFindsAndAddsTheirRecords()
    {
        QFETCH(QString, answer);
        test::Clinic clinic;
        clinic.network().change(u"discovery.answer"_s, answer);
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent, {u"--body-answers"_s}));
        const auto person = personOf(clinic);
        const auto patient = atTheDesk(clinic, person);
        QVERIFY(patient.has_value());
        const auto one = clinic.signedRecord(*patient, {test::Clinic::page(1)});
        const auto two = clinic.signedRecord(*patient, {test::Clinic::page(2)});
        QVERIFY(one && two);

        QVERIFY(look(clinic));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"found"_s, answerMs);
        QCOMPARE(found(clinic).size(), 2);
        const auto context = one->record.careContext.value();
        QVERIFY(found(clinic).contains(context));
        QCOMPARE(answeredInBody(clinic), answer != u"callback");

        QVERIFY(choose(clinic, {context}));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"code"_s, answerMs);
        const auto mobile = person[u"mobile"].toString();
        QCOMPARE(newest(clinic)[u"hint"].toString(), u"OTP sent to ******"_s + mobile.right(4));
        const auto code = codeOnThePhone(clinic);
        QCOMPARE(code.size(), 6);

        // A wrong code first: an error, no patient, and another try.
        QVERIFY(type(clinic, code == u"000000" ? u"000001"_s : u"000000"_s));
        QTRY_COMPARE_WITH_TIMEOUT(newest(clinic)[u"code"].toString(), u"ABDM-1035"_s, answerMs);
        QCOMPARE(state(clinic), u"code"_s);
        QVERIFY(type(clinic, code));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"linked"_s, answerMs);
        // The desk sees it, and what the person's app then asks for arrives there.
        QTRY_VERIFY_WITH_TIMEOUT(clinic.delivery(one->record.id).linkedAt.isSet(), answerMs);
        QVERIFY(storage::PatientRepository(clinic.db()).patient(patient->id, clinic.facility)->abhaVerifiedAt.isSet());
        QTRY_VERIFY_WITH_TIMEOUT(clinic.delivery(one->record.id).openedAt.isSet(), answerMs);
        QCOMPARE(answersByCall(clinic), answer == u"body" ? 0 : 1);
    }

    void whatDoesNotFitIsNotFound_data()
    {
        QTest::addColumn<QJsonObject>("question");
        QTest::newRow("only unverified identifiers (606)")
            << QJsonObject{{u"vouched"_s, false}, {u"recordNumber"_s, u"KR-00001"_s}};
        QTest::newRow("wrong year of birth") << QJsonObject{{u"yearsOff"_s, 9}};
    }
    void whatDoesNotFitIsNotFound()
    {
        QFETCH(QJsonObject, question);
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto person = personOf(clinic);
        const auto patient = atTheDesk(clinic, person);
        QVERIFY(clinic.signedRecord(*patient, {test::Clinic::page(1)}));
        QVERIFY(look(clinic, question));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"failed"_s, answerMs);
        QCOMPARE(newest(clinic)[u"code"].toString(), u"ABDM-1010"_s);
        QVERIFY(found(clinic).isEmpty());
    }

    void twoFilesThatFitAreWorkForTheDesk()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto person = personOf(clinic);
        for (int file = 0; file < 2; ++file) {
            const auto patient = atTheDesk(clinic, person);
            QVERIFY(clinic.signedRecord(*patient, {test::Clinic::page(file)}));
        }
        QVERIFY(look(clinic));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"failed"_s, answerMs);
        QCOMPARE(newest(clinic)[u"code"].toString(), u"ABDM-1010"_s);
        QCOMPARE(storage::DiscoveryRepository(clinic.db()).undecided(clinic.facility).value().size(), 1);
    }

    void theBridgeDiesBetweenCodeAndTyping()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto person = personOf(clinic);
        const auto patient = atTheDesk(clinic, person);
        const auto record = clinic.signedRecord(*patient, {test::Clinic::page(1)});
        QVERIFY(look(clinic));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"found"_s, answerMs);
        QVERIFY(choose(clinic, found(clinic)));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"code"_s, answerMs);
        clinic.network().killBridge();
        QVERIFY(clinic.network().startBridge());
        QVERIFY(type(clinic, codeOnThePhone(clinic)));
        QTRY_COMPARE_WITH_TIMEOUT(state(clinic), u"linked"_s, answerMs);
        QTRY_VERIFY_WITH_TIMEOUT(clinic.delivery(record->record.id).linkedAt.isSet(), answerMs);
    }
};

QTEST_GUILESS_MAIN(TestOwnLinking)
#include "tst_own_linking.moc"
