#include "abdm/endpoint.h"
#include "runner_clinic.h"
#include "storage/audit_trail.h"
#include "storage/identifier_repository.h"
#include "storage/patient_repository.h"

#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using storage::OutboxState;
using test::RunnerClinic;

namespace
{

constexpr auto path = "/api/v3/patients/status/notify";
const QString first = u"asha.k@sbx"_s;
const QString second = u"asha90@sbx"_s;

QJsonObject ended(const QString &address)
{
    return {
        {u"notification"_s, QJsonObject{{u"status"_s, u"DEACTIVATED"_s}, {u"abhaAddress"_s, address}}},
    };
}

/// Asha with a record, a second proved address, and a link token and a consent for each.
class Ended : public RunnerClinic
{
public:
    Ended()
        : patient(signedRecord().record.patient)
    {
        Identifier other;
        other.id = IdentifierId(u"i-2"_s);
        other.patient = patient;
        other.system = IdentifierSystem::AbhaAddress;
        other.value = second;
        other.addedAt = other.verifiedAt = clock.now();
        [[maybe_unused]] auto done = storage::IdentifierRepository(*db).add(other);
        for (const auto &address : {first, second}) {
            done = storage::ConsentRepository(*db).saveLinkToken(
                {*AbhaAddress::parse(address), facility, clock.now(), clock.now() + std::chrono::hours(24)},
                Secret("token"), u"share"_s);
            ConsentArtefact consent;
            consent.id = ConsentId(u"consent-"_s + address);
            consent.hip = facility;
            consent.status = ConsentStatus::Granted;
            consent.patientAddress = address;
            done = storage::ConsentRepository(*db).save(consent, "{}", clock.now());
        }
    }
    void hear(const QString &address, const QString &request = u"q-1"_s)
    {
        callback(path, ended(address), request, facility);
        drain();
    }
    Patient file() const { return storage::PatientRepository(*db).patient(patient, facility).value(); }
    ConsentStatus consentOf(const QString &address) const
    {
        return storage::ConsentRepository(*db).artefact(ConsentId(u"consent-"_s + address))->status;
    }
    bool hasToken(const QString &address) const
    {
        return storage::ConsentRepository(*db).revealLinkToken(facility, *AbhaAddress::parse(address)).has_value();
    }
    qsizetype audited(const QString &action) const
    {
        const auto events = storage::AuditTrail(*db).last(1'000).value();
        return std::count_if(events.begin(), events.end(), [&](const auto &event) { return event.action == action; });
    }

    const PatientId patient;
};

}

class TstEndedAbha : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSharedUnderAnEndedAbhaAndTheRecordStays()
    {
        Ended clinic;
        clinic.hear(first);
        QVERIFY(!clinic.file().abhaAddress);
        QVERIFY(!clinic.file().abhaVerifiedAt.isSet());
        for (const auto &address : {first, second}) {
            QVERIFY(!clinic.hasToken(address));
            QCOMPARE(clinic.consentOf(address), ConsentStatus::Revoked);
        }
        QCOMPARE(storage::RecordRepository(*clinic.db).ofPatient(clinic.patient)->size(), 1);
        QCOMPARE(clinic.audited(u"abha.removed"_s), 1);
        QCOMPARE(clinic.audited(u"patient-status.ended"_s), 1);
        const auto waiting = storage::Outbox(*clinic.db).inState(OutboxState::Pending, 100).value();
        QVERIFY(std::any_of(waiting.begin(), waiting.end(),
            [](const auto &call) { return call.operation == abdm::operation::patientOnStatus; }));
        QVERIFY(clinic.rung.contains(storage::Topic::Patients));
    }

    void aSecondAddressGoesAlone()
    {
        Ended clinic;
        clinic.hear(second);
        QCOMPARE(clinic.file().abhaAddress->value(), first);
        QVERIFY(clinic.file().abhaVerifiedAt.isSet());
        QVERIFY(clinic.hasToken(first));
        QVERIFY(!clinic.hasToken(second));
        QCOMPARE(clinic.consentOf(first), ConsentStatus::Granted);
        QCOMPARE(clinic.consentOf(second), ConsentStatus::Revoked);
    }

    void consentsOfAnAddressThatNoFileHasEndToo()
    {
        Ended clinic;
        const auto stray = u"stray@sbx"_s;
        ConsentArtefact consent;
        consent.id = ConsentId(u"consent-"_s + stray);
        consent.hip = clinic.facility;
        consent.status = ConsentStatus::Granted;
        consent.patientAddress = stray;
        QVERIFY(storage::ConsentRepository(*clinic.db).save(consent, "{}", clinic.clock.now()));
        clinic.hear(stray);
        QCOMPARE(clinic.consentOf(stray), ConsentStatus::Revoked);
        QCOMPARE(clinic.consentOf(first), ConsentStatus::Granted);
        QCOMPARE(clinic.file().abhaAddress->value(), first);
    }

    void hearingItAgainChangesNothing()
    {
        Ended clinic;
        clinic.hear(first);
        const auto version = clinic.file().version;
        clinic.hear(first, u"q-1"_s);
        clinic.hear(first, u"q-2"_s);
        QCOMPARE(clinic.file().version, version);
        QCOMPARE(clinic.audited(u"abha.removed"_s), 1);
    }

    void aFailureAtAnyWriteChangesNothing()
    {
        Ended clinic;
        clinic.callback(path, ended(first), u"q-1"_s, clinic.facility);
        const int injected = clinic.failAtEveryWrite([&] {
            QVERIFY(clinic.file().abhaAddress.has_value());
            QCOMPARE(clinic.consentOf(first), ConsentStatus::Granted);
        });
        QVERIFY2(injected >= 1, qPrintable(QString::number(injected)));
        clinic.drain();
        QVERIFY(!clinic.file().abhaAddress);
    }
};

QTEST_GUILESS_MAIN(TstEndedAbha)
#include "tst_ended_abha.moc"
