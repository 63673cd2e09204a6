#include "databases.h"
#include "storage/consent_register.h"
#include "storage/consent_repository.h"
#include "storage/discovery_repository.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "values.h"

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

const QString address = QStringLiteral("asha.k@sbx");

DiscoveryCase question(const QString &reference, UtcTime at, const QString &outcome = QStringLiteral("found"))
{
    DiscoveryCase one;
    one.reference = reference;
    one.facility = kr;
    one.askedAt = at;
    one.outcome = outcome;
    one.abhaAddress = address;
    if (outcome == u"several") {
        one.name = QStringLiteral("Asha Kulkarni");
        one.mobile = QStringLiteral("9876543210");
        one.abhaNumber = QStringLiteral("91123456789012");
        one.yearOfBirth = 1990;
        one.files = {PatientId(QStringLiteral("patient-1")), PatientId(QStringLiteral("patient-2"))};
    }
    return one;
}

ConsentArtefact consent(const QString &id)
{
    ConsentArtefact artefact;
    artefact.id = ConsentId(id);
    artefact.status = ConsentStatus::Granted;
    artefact.hip = kr;
    artefact.patientAddress = address;
    artefact.careContexts = {CareContextRef(QStringLiteral("RX-2026-000001"))};
    artefact.dataEraseAt = morning + 24h;
    artefact.createdAt = morning;
    return artefact;
}

}

/// What a person's own linking and the consent register keep and look up; on both databases, for two tenants.
class TstStorageDiscovery : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    std::unique_ptr<Connection> otherTenant(DatabaseConfig config)
    {
        config.tenant = TenantId(QStringLiteral("clinic-b"));
        return Connection::open(config, sealer).value();
    }

private Q_SLOTS:
    void whoHasAnIdentifierIsFoundByItsHash_data() { Databases::columns(); }
    void whoHasAnIdentifierIsFoundByItsHash()
    {
        OPEN_DATABASE(databases, config, db);
        PatientRepository patients(db);
        GOOD(patients.add(asha(), kr, clerk, morning));
        const DiscoveryRepository discovery(db);
        const auto byAddress = discovery.holders(IdentifierSystem::AbhaAddress, address).value();
        QCOMPARE(byAddress.size(), 1);
        QCOMPARE(byAddress[0].patient, asha().id);
        QVERIFY(byAddress[0].proved);
        QCOMPARE(discovery.holders(IdentifierSystem::AbhaNumber, asha().abhaNumber->digits())->size(), 1);
        QCOMPARE(discovery.withMobile(asha().mobile).value(), QList{asha().id});
        for (const auto &nobodys : {QString(), QStringLiteral("-"), QStringLiteral("someone@sbx")}) {
            QVERIFY(discovery.holders(IdentifierSystem::AbhaAddress, nobodys)->isEmpty());
            QVERIFY(discovery.withMobile(nobodys)->isEmpty());
        }
        const auto other = otherTenant(config);
        QVERIFY(DiscoveryRepository(*other).holders(IdentifierSystem::AbhaAddress, address)->isEmpty());
        QVERIFY(DiscoveryRepository(*other).withMobile(asha().mobile)->isEmpty());
    }

    void aMobileOfManySaysNothing_data() { Databases::columns(); }
    void aMobileOfManySaysNothing()
    {
        OPEN_DATABASE(databases, config, db);
        PatientRepository patients(db);
        for (int i = 0; i < 51; ++i) {
            auto one = asha(QStringLiteral("patient-%1").arg(i + 2));
            one.abhaNumber.reset();
            one.abhaAddress.reset();
            one.abhaVerifiedAt = {};
            one.mobile = QStringLiteral("9999999999");
            GOOD(patients.add(one, kr, clerk, morning));
            QCOMPARE(DiscoveryRepository(db).withMobile(one.mobile)->size(), i < 50 ? i + 1 : 0);
        }
    }

    void onlySignedRecordsThatNoAppHasAreOffered_data() { Databases::columns(); }
    void onlySignedRecordsThatNoAppHasAreOffered()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const auto sign = [&](const QString &id, const char *context, UtcTime at, const QString &amends = {}) {
            auto record = draft(id);
            if (!amends.isEmpty())
                record.amends = RecordId(amends);
            GOOD(records.createDraft(record, clerk, at));
            GOOD(records.sign(
                record.id, records.record(record.id)->version, CareContextRef(QLatin1String(context)), clerk, at));
        };
        GOOD(records.createDraft(draft(QStringLiteral("still-a-draft")), clerk, morning));
        sign(QStringLiteral("r1"), "RX-1", morning);
        sign(QStringLiteral("r2"), "RX-2", morning + 1h);
        sign(QStringLiteral("r1b"), "RX-1", morning + 2h, QStringLiteral("r1"));
        const auto offered = DiscoveryRepository(db).unlinked(draft({}).patient, kr).value();
        QStringList ids;
        for (const auto &record : offered)
            ids << record.id.value();
        QCOMPARE(ids, (QStringList{QStringLiteral("r1b"), QStringLiteral("r2")})); // newest first, one edition
        QVERIFY(DiscoveryRepository(db).unlinked(draft({}).patient, FacilityId(QStringLiteral("IN2")))->isEmpty());
        const auto other = otherTenant(config);
        QVERIFY(DiscoveryRepository(*other).unlinked(draft({}).patient, kr)->isEmpty());
    }

    void questionsAndCodesAreCountedByAddress_data() { Databases::columns(); }
    void questionsAndCodesAreCountedByAddress()
    {
        OPEN_DATABASE(databases, config, db);
        DiscoveryRepository discovery(db);
        GOOD(discovery.note(question(QStringLiteral("q1"), morning)));
        GOOD(discovery.note(question(QStringLiteral("q2"), morning + 1h)));
        GOOD(discovery.note(question(QStringLiteral("q2"), morning + 1h))); // said again
        GOOD(discovery.noteCode(QStringLiteral("q2")));
        GOOD(discovery.noteCode(QStringLiteral("q2")));
        QCOMPARE(discovery.asksSince(kr, address, morning - 1ms).value(), 2);
        QCOMPARE(discovery.asksSince(kr, address, morning).value(), 1);
        QCOMPARE(discovery.codesSince(kr, address, morning - 1h).value(), 2);
        QCOMPARE(discovery.asksSince(kr, QStringLiteral("other@sbx"), {}).value(), 0);
        QCOMPARE(discovery.asksSince(FacilityId(QStringLiteral("IN2")), address, {}).value(), 0);
        const auto other = otherTenant(config);
        QCOMPARE(DiscoveryRepository(*other).asksSince(kr, address, {}).value(), 0);
        GOOD(DiscoveryRepository(*other).noteCode(QStringLiteral("q2"))); // nothing there
        QCOMPARE(discovery.codesSince(kr, address, {}).value(), 2);
        GOOD(DiscoveryRepository(*other).note(question(QStringLiteral("q1"), morning))); // the same reference
        QCOMPARE(DiscoveryRepository(*other).asksSince(kr, address, {}).value(), 1);
    }

    void whatWaitsForAPersonIsSettledOnce_data() { Databases::columns(); }
    void whatWaitsForAPersonIsSettledOnce()
    {
        OPEN_DATABASE(databases, config, db);
        DiscoveryRepository discovery(db);
        GOOD(discovery.note(question(QStringLiteral("q1"), morning, QStringLiteral("several"))));
        GOOD(discovery.note(question(QStringLiteral("q0"), morning)));
        const auto waiting = discovery.undecided(kr).value();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting[0].name, QStringLiteral("Asha Kulkarni"));
        QCOMPARE(waiting[0].files.size(), 2);
        QCOMPARE(waiting[0].yearOfBirth, std::optional(1990));
        const auto other = otherTenant(config);
        QVERIFY(DiscoveryRepository(*other).undecided(kr)->isEmpty());
        FAILS(DiscoveryRepository(*other).settle(waiting[0], {}, clerk, morning), "DB-STALE");
        GOOD(discovery.settle(waiting[0], QStringLiteral("two sisters"), clerk, morning + 1h));
        FAILS(discovery.settle(waiting[0], {}, clerk, morning + 1h), "DB-STALE");
        QVERIFY(discovery.undecided(kr)->isEmpty());
    }

    void oldQuestionsGoUndecidedOnesLater_data() { Databases::columns(); }
    void oldQuestionsGoUndecidedOnesLater()
    {
        OPEN_DATABASE(databases, config, db);
        DiscoveryRepository discovery(db);
        GOOD(discovery.note(question(QStringLiteral("old"), morning)));
        GOOD(discovery.note(question(QStringLiteral("old-undecided"), morning, QStringLiteral("several"))));
        GOOD(discovery.note(question(QStringLiteral("new"), morning + 48h)));
        const auto other = otherTenant(config);
        QCOMPARE(DiscoveryRepository(*other).purge(morning + 100h, morning + 100h).value(), 0);
        QCOMPARE(discovery.purge(morning + 24h, morning - 24h).value(), 1);
        QCOMPARE(discovery.undecided(kr)->size(), 1);
        QCOMPARE(discovery.purge(morning + 24h, morning + 24h).value(), 1);
        QCOMPARE(discovery.asksSince(kr, address, {}).value(), 1);
    }

    void whatWasAskedUnderARemovedAbhaIsForgotten_data() { Databases::columns(); }
    void whatWasAskedUnderARemovedAbhaIsForgotten() // B40
    {
        OPEN_DATABASE(databases, config, db);
        DiscoveryRepository discovery(db);
        GOOD(discovery.note(question(QStringLiteral("q1"), morning)));
        auto waiting = question(QStringLiteral("q2"), morning, QStringLiteral("several"));
        waiting.abhaAddress = QStringLiteral("second@sbx"); // the number in the details is hers all the same
        GOOD(discovery.note(waiting));
        auto stranger = question(QStringLiteral("q3"), morning, QStringLiteral("several"));
        stranger.abhaAddress = QStringLiteral("stranger@sbx");
        stranger.abhaNumber = QStringLiteral("91000000000000");
        GOOD(discovery.note(stranger));
        const QStringList removed{address, QStringLiteral("91123456789012"), QString()};
        const auto other = otherTenant(config);
        GOOD(DiscoveryRepository(*other).forgetAbha(removed));
        QCOMPARE(discovery.undecided(kr)->size(), 2);
        GOOD(discovery.forgetAbha(removed));
        QCOMPARE(discovery.asksSince(kr, address, {}).value(), 0);
        QCOMPARE(discovery.undecided(kr)->size(), 1);
        QCOMPARE(discovery.undecided(kr)->first().reference, QStringLiteral("q3"));
    }

    void theRegisterSaysWhoseConsentAndWhatLeft_data() { Databases::columns(); }
    void theRegisterSaysWhoseConsentAndWhatLeft()
    {
        OPEN_DATABASE(databases, config, db);
        GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
        ConsentRepository consents(db);
        ConsentRegister consentRegister(db);
        GOOD(consents.save(consent(QStringLiteral("c1")), "{}", morning));
        GOOD(consents.save(consent(QStringLiteral("c2")), "{}", morning + 1h));
        const auto c1 = ConsentId(QStringLiteral("c1"));
        const LeftRecord page{CareContextRef(QStringLiteral("RX-2026-000001")), RecordId(QStringLiteral("r1")),
            TransactionId(QStringLiteral("t1")), morning + 2h};
        GOOD(consentRegister.left(c1, page));
        GOOD(consentRegister.left(c1, page)); // said again
        QCOMPARE(consentRegister.leftUnder(c1)->size(), 1);
        QCOMPARE(consentRegister.leftUnder(c1)->first().record, page.record);
        QCOMPARE(consentRegister.ofPatient(kr, asha().id, 10)->size(), 2);
        QCOMPARE(consentRegister.ofFacility(kr, 10)->first().artefact.id, ConsentId(QStringLiteral("c2")));
        QCOMPARE(consentRegister.ofFacility(kr, 10)->first().patient, asha().id);
        // An ended one stays readable; it goes from the file when the person takes the ABHA away.
        GOOD(consents.end(c1, ConsentStatus::Revoked, morning + 3h));
        QCOMPARE(consentRegister.ofPatient(kr, asha().id, 10)->size(), 2);
        const auto other = otherTenant(config);
        QVERIFY(ConsentRegister(*other).ofFacility(kr, 10)->isEmpty());
        QVERIFY(ConsentRegister(*other).leftUnder(c1)->isEmpty());
        QCOMPARE(ConsentRepository(*other).endAllOf(*asha().abhaAddress, ConsentStatus::Revoked, morning).value(), 0);
        QCOMPARE(consentRegister.ofPatient(kr, asha().id, 10)->size(), 2);
        QCOMPARE(consents.endAllOf(*asha().abhaAddress, ConsentStatus::Revoked, morning + 4h).value(), 1);
        QVERIFY(consentRegister.ofPatient(kr, asha().id, 10)->isEmpty());
        QCOMPARE(consentRegister.ofFacility(kr, 10)->size(), 2);
    }
};

QTEST_GUILESS_MAIN(TstStorageDiscovery)
#include "tst_storage_discovery.moc"
