#include "abdm/transport.h"
#include "crypto/tls_identity.h"
#include "support/tls_peer.h"

#include <QTest>

using namespace nadi;
using namespace nadi::abdm;
using namespace std::chrono_literals;
using test::PeerReply;
using test::PeerRequest;

Q_DECLARE_METATYPE(PeerReply::Fate)

namespace
{
constexpr int patienceMs = 60'000;
constexpr auto longTimeout = 2h; // what waits for this one has failed
}

class TestTransport : public QObject
{
    Q_OBJECT

    crypto::PemIdentity m_identity;
    SystemClock m_clock;

private Q_SLOTS:
    void initTestCase()
    {
        const auto made
            = crypto::makeServerIdentity({QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}, m_clock.now(), 2);
        QVERIFY(made);
        m_identity = *made;
    }

    void lettingGoOfACall_data()
    {
        QTest::addColumn<PeerReply::Fate>("fate");
        QTest::addColumn<std::chrono::milliseconds>("timeout");
        QTest::addColumn<bool>("answered");
        QTest::newRow("answered") << PeerReply::Fate::Answer << std::chrono::milliseconds(longTimeout) << true;
        QTest::newRow("dropped") << PeerReply::Fate::Drop << std::chrono::milliseconds(longTimeout) << false;
        QTest::newRow("too slow") << PeerReply::Fate::Silence << std::chrono::milliseconds(100ms) << false;
    }

    /// What a caller's `done` holds may be an Aadhaar number or a token (docs/cryptography.md).
    void lettingGoOfACall()
    {
        QFETCH(const PeerReply::Fate, fate);
        QFETCH(const std::chrono::milliseconds, timeout);
        QFETCH(const bool, answered);
        test::TlsPeer peer(m_identity.certificatePem, m_identity.keyPem,
            [fate](const PeerRequest &) { return PeerReply{202, {}, {}, fate}; });
        Transport transport(m_identity.issuerPem, timeout, m_clock);
        auto held = std::make_shared<int>();
        const std::weak_ptr<int> watched = held;
        int times = 0;
        bool wasAnswered = false;
        HttpCall call;
        call.url = peer.url();
        transport.send(call, [held = std::move(held), &times, &wasAnswered](const HttpAnswer &answer) {
            ++times;
            wasAnswered = answer.answered;
        });
        QVERIFY(!watched.expired());
        QTRY_VERIFY_WITH_TIMEOUT(watched.expired(), patienceMs);
        QCOMPARE(times, 1);
        QCOMPARE(wasAnswered, answered);
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
