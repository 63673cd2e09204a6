#include "clinic/consents.h"
#include "people_clinic.h"
#include "storage/consent_register.h"
#include "storage/consent_repository.h"

#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What people read about consents: who asked, for what, until when, what left; and after the end only what is kept.
class TestClinicConsents : public QObject
{
    Q_OBJECT

private:
    test::Databases databases;
    test::PlainSealer sealer;

    static ConsentArtefact consent(const test::PeopleClinic &clinic, const QString &id, const QString &address)
    {
        ConsentArtefact artefact;
        artefact.id = ConsentId(id);
        artefact.status = ConsentStatus::Granted;
        artefact.hip = clinic.here;
        artefact.patientAddress = address;
        artefact.careContexts = {CareContextRef(u"RX-1"_s)};
        artefact.hiTypes = {u"Prescription"_s};
        artefact.purposeCode = u"CAREMGT"_s;
        artefact.from = clinic.clock.now() - 24h * 30;
        artefact.to = clinic.clock.now();
        artefact.dataEraseAt = clinic.clock.now() + 24h;
        artefact.createdAt = clinic.clock.now();
        artefact.requesterName = u"Dr Meera Nair"_s;
        artefact.hiuName = u"Lotus Clinic"_s;
        return artefact;
    }
    static QList<nadi::clinic::ConsentRow> read(test::PeopleClinic &clinic, const PatientId &patient = {})
    {
        auto work = clinic.work();
        return nadi::clinic::consentRegister(work, clinic.here, patient).value();
    }

private Q_SLOTS:

    void theRegisterOfAConsentFromItsGrantToItsEnd_data() { test::Databases::columns(); }
    void theRegisterOfAConsentFromItsGrantToItsEnd()
    {
        OPEN_DATABASE(databases, config, db);
        test::PeopleClinic clinic(db);
        storage::ConsentRepository consents(db);
        storage::ConsentRegister book(db);
        QVERIFY(read(clinic).isEmpty());

        const auto asha = clinic.person(u"Asha Kulkarni"_s);
        const auto other = clinic.person(u"Rehana Shaikh"_s);
        clinic.attach(asha, test::abhaOf({}, {u"asha.k@sbx"_s}));
        const auto mine = consent(clinic, u"c1"_s, u"Asha.K@sbx"_s);
        QVERIFY(consents.save(mine, "{}", clinic.clock.now()));
        clinic.clock.advance(1min);
        QVERIFY(consents.save(consent(clinic, u"c2"_s, u"nobody.here@sbx"_s), "{}", clinic.clock.now()));
        const auto leftAt = clinic.clock.now();
        for (int again = 0; again < 2; ++again) // a page that was pushed twice left once
            QVERIFY(book.left(
                mine.id, {mine.careContexts[0], RecordId(u"r1"_s), TransactionId(u"t1"_s), leftAt + again * 1s}));

        const auto all = read(clinic);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].artefact.id.value(), u"c2"_s); // newest change first
        QVERIFY(all[0].patient.isEmpty() && all[0].left.isEmpty());
        const auto row = read(clinic, asha.id).value(0);
        QCOMPARE(row.artefact.requesterName, mine.requesterName);
        QCOMPARE(row.artefact.hiuName, mine.hiuName);
        QCOMPARE(row.patientName, asha.name);
        QVERIFY(row.standing == nadi::clinic::ConsentStanding::InForce);
        QCOMPARE(row.left.size(), 1);
        QCOMPARE(row.left[0].at, leftAt);
        QVERIFY(read(clinic, other.id).isEmpty());

        // The clock ends it before anybody says so.
        clinic.clock.advance(24h);
        QVERIFY(read(clinic, asha.id)[0].standing == nadi::clinic::ConsentStanding::Ended);
        QCOMPARE(read(clinic, asha.id)[0].endedAt, mine.dataEraseAt);

        QVERIFY(consents.end(mine.id, ConsentStatus::Revoked, clinic.clock.now()));
        const auto ended = read(clinic, asha.id).value(0);
        QVERIFY(ended.standing == nadi::clinic::ConsentStanding::TakenBack);
        QCOMPARE(ended.endedAt, clinic.clock.now());
        QCOMPARE(ended.artefact.hiuName, mine.hiuName); // who asked is kept
        QCOMPARE(ended.artefact.purposeCode, mine.purposeCode);
        QVERIFY(ended.artefact.careContexts.isEmpty() && ended.artefact.hiTypes.isEmpty()); // the rest is not
        QCOMPARE(ended.left.size(), 1);

        // Who leaves ABDM leaves no trace in it.
        QVERIFY(consents.save(consent(clinic, u"c3"_s, u"asha.k@sbx"_s), "{}", clinic.clock.now()));
        QVERIFY(consents.endAllOf(*AbhaAddress::parse(u"asha.k@sbx"), ConsentStatus::Revoked, clinic.clock.now()));
        QVERIFY(read(clinic, asha.id).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClinicConsents)
#include "tst_clinic_consents.moc"
