#include "../abdm/samples.h"
#include "callback_door.h"

#include <QTest>

#include <algorithm>

using namespace nadi;
using test::CallbackDoor;
using test::CallbackRequest;
using test::TokenMaker;

namespace
{

const TokenMaker &gateway()
{
    static const TokenMaker maker;
    return maker;
}

Result<QByteArray> gatewayKeys()
{
    return gateway().keySet();
}

CallbackRequest shareRequest(int number, const QByteArray &token)
{
    CallbackRequest request;
    request.path = "/api/v3/hip/patient/share";
    request.token = token;
    request.requestId = QByteArray("00000000-0000-4000-8000-") + QByteArray::number(number).rightJustified(12, '0');
    request.body = test::sampleBytes(QStringLiteral("patient_share_callback"));
    return request;
}

}

class TstShareIntake : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void sharesAreAcknowledgedFastAndStoredFirst()
    {
        CallbackDoor door(m_dir.filePath(QStringLiteral("fast.db")), gatewayKeys);
        const auto token = gateway().token();
        auto client = door.client();
        QVERIFY(client.ready());
        constexpr int count = 300;
        QList<qint64> micros;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer timer;
            timer.start();
            client.send(shareRequest(i, token).bytes());
            QCOMPARE(client.receive().status, 202);
            micros << timer.nsecsElapsed() / 1'000;
        }
        std::sort(micros.begin(), micros.end());
        const auto p99 = micros[count * 99 / 100];
        qInfo("share acknowledged: median %lld us, p99 %lld us, with full sync", micros[count / 2], p99);
        QVERIFY2(p99 < 250'000, qPrintable(QString::number(p99)));
        QCOMPARE(door.stored().size(), count);
        QCOMPARE(door.stored().first().facility, door.facility);
    }

    void theFacilityIsFoundInTheBodyAndMustAgreeWithTheHeader_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("quarantined");
        QTest::newRow("both") << QByteArray("IN0710000123") << false;
        QTest::newRow("body only") << QByteArray() << false;
        QTest::newRow("another facility of ours in the header") << QByteArray("IN0710000124") << true;
        QTest::newRow("a stranger's") << QByteArray("IN0710009999") << true;
    }
    void theFacilityIsFoundInTheBodyAndMustAgreeWithTheHeader()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, quarantined);
        CallbackDoor door(
            m_dir.filePath(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".db")), gatewayKeys);
        auto request = shareRequest(1, gateway().token());
        request.facility = header;
        auto client = door.client();
        client.send(request.bytes());
        QCOMPARE(client.receive().status, 202);
        QCOMPARE(door.stored(storage::InboxState::Quarantined).size(), quarantined ? 1 : 0);
        QCOMPARE(door.stored(storage::InboxState::New).size(), quarantined ? 0 : 1);
    }
};

QTEST_GUILESS_MAIN(TstShareIntake)
#include "tst_share_intake.moc"
