#include "abdm/endpoint.h"
#include "bridge/restore_comparison.h"
#include "support/manual_clock.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using storage::CallbacksGo;

namespace
{

const UtcTime now = UtcTime::parse(QStringLiteral("2026-11-20T09:00:00Z")).value();

storage::OutboxMessage unsure(QStringView operation, UtcTime createdAt)
{
    storage::OutboxMessage message;
    message.operation = operation.toString();
    message.state = storage::OutboxState::Unknown;
    message.createdAt = createdAt;
    return message;
}

Facility clinicWithId(const char *id)
{
    Facility facility;
    facility.id = FacilityId(QString::fromLatin1(id));
    facility.registryId = facility.id.value();
    return facility;
}

}

class TstRestoreComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itTellsWhereCallbacksGo_data()
    {
        QTest::addColumn<QString>("registered");
        QTest::addColumn<CallbacksGo>("go");
        QTest::newRow("to us") << QStringLiteral("https://clinic.test") << CallbacksGo::Here;
        QTest::newRow("to the old machine") << QStringLiteral("https://old.test") << CallbacksGo::Elsewhere;
        QTest::newRow("to nobody") << QString() << CallbacksGo::Here;
    }
    void itTellsWhereCallbacksGo()
    {
        QFETCH(QString, registered);
        abdm::BridgeServices listing;
        listing.bridgeUrl = registered;
        const auto report = bridge::compared({}, listing, QStringLiteral("https://clinic.test"), {}, {}, now);
        QTEST(report.callbacks, "go");
        QCOMPARE(report.comparedAt, now);
    }

    void itNamesTheClinicsThatAreNotListedHere()
    {
        const auto hip = QStringLiteral("HIP");
        abdm::BridgeServices listing;
        listing.services = {{FacilityId(QStringLiteral("IN1")), {}, {hip}, true},
            {FacilityId(QStringLiteral("IN2")), {}, {hip}, false},
            {FacilityId(QStringLiteral("IN3")), {}, {QStringLiteral("HIU")}, true}};
        Facility unregistered;
        unregistered.id = FacilityId(QStringLiteral("camp"));
        storage::RestoreReport before;
        before.notListed = {QStringLiteral("IN1")}; // of an earlier look
        const auto report = bridge::compared(before, listing, {},
            {clinicWithId("IN1"), clinicWithId("IN2"), clinicWithId("IN3"), clinicWithId("IN4"), unregistered}, {},
            now);
        QCOMPARE(report.notListed, QStringList({QStringLiteral("IN2"), QStringLiteral("IN3"), QStringLiteral("IN4")}));
    }

    void itCountsWhatMayBeSentAgain()
    {
        using namespace abdm::operation;
        const auto report = bridge::compared({}, {}, {}, {},
            {unsure(linkCareContext, now - 24h), unsure(contextNotify, now - 24h), unsure(generateToken, now - 24h),
                unsure(generateToken, now - 10s)},
            now);
        QCOMPARE(report.unsure, 4);
        QCOMPARE(report.repeatable, 3); // an old token request would count towards the gateway's block
    }
};

QTEST_APPLESS_MAIN(TstRestoreComparison)
#include "tst_restore_comparison.moc"
