#include "bridge/facts_loader.h"
#include "clinic/attach_abha.h"
#include "clinic/merge.h"
#include "runner_clinic.h"
#include "storage/patient_repository.h"

#include <QTest>

using namespace nadi;
using namespace nadi::test;

namespace
{

const QString first = QStringLiteral("asha.k@sbx");
const QString second = QStringLiteral("asha90@sbx");

flows::Facts factsFor(RunnerClinic &clinic, const storage::FlowRow &flow, const flows::Needs &needs)
{
    return bridge::loadFacts(
        *clinic.db, clinic.ids, {QStringLiteral("SBXID_1"), {}}, flow, needs, {clinic.clock.now(), {}}, 0.5)
        .value();
}

}

/// What the network was told about a file stays true after it was merged into another one.
class TestMergedPerson : public QObject
{
    Q_OBJECT

    static clinic::Work workIn(RunnerClinic &clinic)
    {
        return {*clinic.db, clinic.clock, clinic.ids, {UserId(QStringLiteral("clerk-1")), Role::Clerk}};
    }
    static Patient file(RunnerClinic &clinic, const PatientId &id)
    {
        return storage::PatientRepository(*clinic.db).asFiled(id, clinic.facility).value();
    }
    static storage::Merge merge(RunnerClinic &clinic, const PatientId &survivor, const PatientId &retired)
    {
        auto work = workIn(clinic);
        return clinic::mergePatients(work,
            {{survivor, retired, clinic.facility}, file(clinic, survivor).version, file(clinic, retired).version, {}})
            .value();
    }

private Q_SLOTS:
    void aDeliveryGoesOnUnderTheAddressItBeganWith()
    {
        RunnerClinic clinic;
        const auto retired = clinic.signedRecord(first);
        const auto survivor = clinic.signedRecord(second);
        merge(clinic, survivor.record.patient, retired.record.patient);
        flows::Needs needs;
        needs.patient = needs.linkToken = true;
        storage::FlowRepository flows(*clinic.db);
        const auto old = factsFor(clinic, flows.flow(retired.delivery.flow).value(), needs);
        QCOMPARE(old.patient->abhaAddress->value(), first);
        QCOMPARE(old.patient->id, retired.record.patient);
        const auto own = factsFor(clinic, flows.flow(survivor.delivery.flow).value(), needs);
        QCOMPARE(own.patient->abhaAddress->value(), second);
        QCOMPARE(own.patient->id, survivor.record.patient);
    }

    void aConsentOfEitherAddressOpensWhatThePersonHas()
    {
        RunnerClinic clinic;
        const auto retired = clinic.signedRecord(first);
        const auto survivor = clinic.signedRecord(second);
        merge(clinic, survivor.record.patient, retired.record.patient);
        ConsentArtefact consent;
        consent.id = ConsentId(QStringLiteral("c1"));
        consent.hip = clinic.facility;
        consent.status = ConsentStatus::Granted;
        consent.careContexts = {retired.record.careContext, survivor.record.careContext};
        flows::Needs needs;
        needs.consent = consent.id;
        const auto addresses = [&](const QString &asked) {
            consent.patientAddress = asked;
            [[maybe_unused]] const auto saved
                = storage::ConsentRepository(*clinic.db).save(consent, "{}", clinic.clock.now());
            storage::FlowRow flow;
            flow.facility = clinic.facility;
            QStringList out;
            for (const auto &held : factsFor(clinic, flow, needs).held)
                out << held.patientAddress;
            return out;
        };
        QCOMPARE(addresses(first), QStringList({first, first}));
        QCOMPARE(addresses(second), QStringList({second, second}));
        // Somebody else's consent finds the person's own address, which the gatekeeper refuses.
        QCOMPARE(addresses(QStringLiteral("usha@sbx")), QStringList({second, second}));

        // A wrong ABHA that was taken off opens nothing any more.
        auto work = workIn(clinic);
        QVERIFY(clinic::detachAbha(work, survivor.record.patient, file(clinic, survivor.record.patient).version,
            clinic.facility, QStringLiteral("not hers")));
        QCOMPARE(addresses(first), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestMergedPerson)
#include "tst_merged_person.moc"
