#include "abdm/endpoint.h"
#include "bridge/parked_callbacks.h"
#include "runner_clinic.h"

#include <QTest>

using namespace nadi;
using storage::InboxState;
using storage::OutboxState;
using test::RunnerClinic;

namespace
{

constexpr auto onToken = "/api/v3/hip/token/on-generate-token";

/// A callback as the intake parks it: under the id it named.
bool park(RunnerClinic &clinic, const RequestId &answered, const QString &named)
{
    storage::InboxMessage message;
    message.source = QStringLiteral("gateway");
    message.route = QString::fromLatin1(onToken);
    message.request = RequestId(QStringLiteral("cb-") + named);
    message.facility = FacilityId(named);
    message.body = QJsonDocument(clinic.tokenBody(answered)).toJson();
    message.receivedAt = clinic.clock.now();
    message.state = InboxState::Quarantined;
    message.errorCode = bridge::facilityUnknown;
    return storage::Inbox(*clinic.db).put(message).has_value();
}

}

/// Callbacks that came before their facility was set up (B28).
class TstParkedCallbacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreWorkedOnWhenTheirFacilityAppears()
    {
        RunnerClinic clinic;
        clinic.signedRecord();
        clinic.drain();
        const RequestId request(QStringLiteral("r-1"));
        clinic.attempt(request);
        QVERIFY(park(clinic, request, QStringLiteral("IN0710000999")));
        QVERIFY(park(clinic, request, QStringLiteral("in0710000999"))); // ids are exact (S-C10)
        QCOMPARE(bridge::replayParked(*clinic.db, {}).value(), 0);
        QCOMPARE(clinic.inboxCount(InboxState::Quarantined), 2);

        const bridge::FacilityDirectory directory{{QStringLiteral("IN0710000999"), clinic.facility}};
        QCOMPARE(bridge::replayParked(*clinic.db, directory).value(), 1);
        QCOMPARE(bridge::replayParked(*clinic.db, directory).value(), 0);
        QCOMPARE(clinic.drain(), 1);
        QCOMPARE(clinic.inboxCount(InboxState::Quarantined), 1);
        QCOMPARE(storage::Outbox(*clinic.db).inState(OutboxState::Pending, 10)->first().operation,
            abdm::operation::linkCareContext.toString());
    }

    void anotherReasonIsNotReplayed()
    {
        RunnerClinic clinic;
        storage::InboxMessage message;
        message.source = QStringLiteral("gateway");
        message.route = QString::fromLatin1(onToken);
        message.request = RequestId(QStringLiteral("cb-1"));
        message.facility = FacilityId(QStringLiteral("IN0710000999"));
        message.state = InboxState::Quarantined;
        message.errorCode = QStringLiteral("CB-FACILITY-MISMATCH");
        QVERIFY(storage::Inbox(*clinic.db).put(message));
        QCOMPARE(bridge::replayParked(*clinic.db, {{QStringLiteral("IN0710000999"), clinic.facility}}).value(), 0);
    }
};

QTEST_GUILESS_MAIN(TstParkedCallbacks)
#include "tst_parked_callbacks.moc"
