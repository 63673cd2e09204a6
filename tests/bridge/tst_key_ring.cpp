#include "callback_door.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using test::TokenMaker;

namespace
{

QString kidOf(int generation)
{
    return QStringLiteral("kid-%1").arg(generation);
}

QJsonArray keysOf(const TokenMaker &maker)
{
    return QJsonDocument::fromJson(maker.keySet())[u"keys"].toArray();
}

/// A gateway whose key server answers when the test says so. Like the real one it publishes two keys: the one it signs
/// with and the one before, whose callbacks may still be on their way.
struct KeyServer
{
    explicit KeyServer(const TokenMaker &maker)
        : signer(&maker)
    {
    }
    void rotateTo(const TokenMaker &maker) { before = std::exchange(signer, &maker); }
    bridge::KeyRing::Fetch fetch()
    {
        return [this](const bridge::KeyRing::Fetched &fetched) {
            ++fetches;
            if (holding)
                pending.push_back(fetched);
            else
                fetched(answer());
        };
    }
    Result<QByteArray> answer() const
    {
        if (!up)
            return fail(ErrorKind::Unavailable, QStringLiteral("GW-KEYS"));
        auto keys = keysOf(*signer);
        if (before)
            keys.append(keysOf(*before)[0]);
        return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson();
    }

    const TokenMaker *signer;
    const TokenMaker *before = nullptr;
    bool up = true;
    bool holding = false;
    int fetches = 0;
    std::vector<bridge::KeyRing::Fetched> pending;
};

/// An RSA key takes a tenth of a second: one for all rows.
template <int Number>
const TokenMaker &maker()
{
    static const TokenMaker made(kidOf(Number));
    return made;
}

/// A ring with its gateway, clock and the keys that rotate.
struct Bench
{
    QString verdict(const QByteArray &token)
    {
        QString out = QStringLiteral("waits");
        ring.verify(token,
            [&](const Result<QJsonObject> &claims) { out = claims ? QStringLiteral("good") : claims.error().code; });
        return out;
    }
    void rotate() { server.rotateTo(second); }

    const TokenMaker &first = maker<1>();
    const TokenMaker &second = maker<2>();
    const TokenMaker &stranger = maker<3>();
    test::ManualClock clock{test::wallClock()};
    KeyServer server{first};
    bridge::KeyRing ring{server.fetch(), clock, {crypto::JwtAlgorithm::RS256}};
};

}

/// S-C3: rotation loses nothing, and a flood of invented kids does not become our flood.
class TstKeyRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRotationRightAfterTheRegularFetchIsTakenAtOnce()
    {
        Bench b;
        b.ring.refresh(); // as the bridge does at start and hourly
        QCOMPARE(b.verdict(b.first.token()), QStringLiteral("good"));
        b.rotate();
        b.clock.advance(1s);
        QCOMPARE(b.verdict(b.second.token()), QStringLiteral("good"));
        QCOMPARE(b.server.fetches, 2);
        QCOMPARE(b.verdict(b.first.token()), QStringLiteral("good")); // still on its way when the keys rotated
        QCOMPARE(b.server.fetches, 2);
    }

    void aFloodOfInventedKidsIsOneFetchAMinute()
    {
        Bench b;
        QCOMPARE(b.verdict(b.first.token()), QStringLiteral("good"));
        constexpr int minutes = 10;
        const auto begin = b.server.fetches;
        const auto token = b.stranger.token();
        for (int i = 0; i < minutes * 1'000; ++i) {
            b.clock.advance(60ms);
            QVERIFY(b.verdict(token) != QStringLiteral("good"));
        }
        QVERIFY2(b.server.fetches - begin <= minutes, qPrintable(QString::number(b.server.fetches - begin)));
    }

    /// A kid that no fetch has asked for may be the gateway's newest: it hears "later", with a time, never "no".
    void behindAFloodARotatedKeyHearsLaterAndForAMinuteAtMost()
    {
        Bench b;
        b.ring.refresh();
        QCOMPARE(b.verdict(b.stranger.token()), QStringLiteral("JWT-UNKNOWN-KEY"));
        QCOMPARE(b.verdict(b.stranger.token()), QStringLiteral("JWT-UNKNOWN-KEY"));
        b.rotate();
        b.clock.advance(10s);
        QCOMPARE(b.verdict(b.second.token()), QStringLiteral("KEYS-LATER"));
        QCOMPARE(b.ring.fetchAgainIn(), milliseconds(50s));
        b.clock.advance(50s);
        QCOMPARE(b.verdict(b.second.token()), QStringLiteral("good"));
    }

    void callersOfOneFetchWaitTogether()
    {
        Bench b;
        b.server.holding = true;
        int good = 0;
        for (int i = 0; i < 20; ++i)
            b.ring.verify(b.first.token(), [&](const Result<QJsonObject> &claims) { good += claims ? 1 : 0; });
        QCOMPARE(b.server.pending.size(), 1u);
        QCOMPARE(good, 0);
        b.server.pending[0](b.first.keySet());
        QCOMPARE(good, 20);
    }

    /// The document under way may have left the gateway before its keys rotated.
    void aCallbackThatComesDuringAFetchIsNotJudgedByAnOlderDocument()
    {
        Bench b;
        b.server.holding = true;
        b.ring.refresh();
        QString word;
        b.ring.verify(b.second.token(),
            [&](const Result<QJsonObject> &claims) { word = claims ? QStringLiteral("good") : claims.error().code; });
        b.rotate();
        b.server.pending[0](b.first.keySet());
        QCOMPARE(word, QString());
        QCOMPARE(b.server.pending.size(), 2u);
        b.server.pending[1](b.second.keySet());
        QCOMPARE(word, QStringLiteral("good"));
    }

    void anOutageOfTheKeyServerKeepsTheKeysAndSaysLater()
    {
        Bench b;
        b.ring.refresh();
        b.server.rotateTo(b.second);
        b.server.up = false;
        QCOMPARE(b.verdict(b.second.token()), QStringLiteral("KEYS-LATER"));
        QCOMPARE(b.verdict(b.first.token()), QStringLiteral("good"));
        b.server.up = true;
        b.clock.advance(60s);
        QCOMPARE(b.verdict(b.second.token()), QStringLiteral("good"));
    }

    void withoutAnyKeyNobodyIsAStranger()
    {
        Bench b;
        b.server.up = false;
        b.ring.refresh();
        QCOMPARE(b.verdict(b.first.token()), QStringLiteral("KEYS-NONE"));
        QCOMPARE(b.verdict(b.stranger.token()), QStringLiteral("KEYS-NONE"));
    }

    /// Ten minutes of callbacks, one a second, while keys rotate and somebody invents kids.
    void rotationInTheMiddleOfTrafficLosesNothing_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("forgeryPercent");
        for (int seed = 1; seed <= 20; ++seed) {
            QTest::addRow("seed %d", seed) << seed << 0;
            QTest::addRow("seed %d, under attack", seed) << seed << 20;
        }
    }
    void rotationInTheMiddleOfTrafficLosesNothing();

private:
    std::vector<TokenMaker> m_makers;
    std::vector<QByteArray> m_tokens; ///< of each maker: a signature takes a millisecond, this sends 20,000
};

void TstKeyRing::rotationInTheMiddleOfTrafficLosesNothing()
{
    QFETCH(int, seed);
    QFETCH(int, forgeryPercent);
    constexpr int rotations = 5;
    constexpr int seconds = 600;
    constexpr auto slowestFetch = 3s;
    for (int i = int(m_makers.size()); i <= rotations; ++i)
        m_tokens.push_back(m_makers.emplace_back(kidOf(10 + i)).token());
    test::SeededRandom random{quint64(seed)};
    const auto below = [&](int limit) { return int(random.bytes(4).toHex().toUInt(nullptr, 16) % quint32(limit)); };

    Bench b;
    int generation = 0;
    b.server.signer = &m_makers[0];
    b.ring.refresh();
    b.server.holding = true;
    const auto invented = b.stranger.token();
    QSet<int> rotateAt;
    while (rotateAt.size() < rotations)
        rotateAt.insert(below(seconds));

    struct Waiting
    {
        milliseconds since;
        milliseconds tryAt;
    };
    std::vector<Waiting> unsent;
    std::vector<std::pair<milliseconds, bridge::KeyRing::Fetched>> fetches;
    int sent = 0;
    int accepted = 0;
    int refused = 0;
    milliseconds longest{0};
    const auto send = [&](milliseconds since) {
        b.ring.verify(m_tokens[size_t(generation)], [&, since](const Result<QJsonObject> &claims) {
            const auto now = b.clock.monotonic();
            if (claims) {
                ++accepted;
                longest = std::max(longest, now - since);
            } else if (claims.error().kind == ErrorKind::Unavailable) {
                unsent.push_back({since, now + std::max<milliseconds>(1s, b.ring.fetchAgainIn())}); // Retry-After
            } else {
                ++refused;
            }
        });
    };
    for (int second = 0; second < seconds + 120; ++second) {
        b.clock.advance(1s);
        const auto now = b.clock.monotonic();
        if (rotateAt.contains(second))
            b.server.rotateTo(m_makers[size_t(++generation)]);
        for (const auto &fetched : std::exchange(b.server.pending, {}))
            fetches.emplace_back(now + 1s * below(int(slowestFetch.count()) + 1), fetched);
        for (const auto &[at, fetched] : std::exchange(fetches, {}))
            if (at <= now)
                fetched(b.server.answer());
            else
                fetches.emplace_back(at, fetched);
        for (const auto &again : std::exchange(unsent, {}))
            if (again.tryAt <= now)
                send(again.since);
            else
                unsent.push_back(again);
        if (below(100) < forgeryPercent)
            b.verdict(invented);
        if (second >= seconds)
            continue;
        ++sent;
        send(now);
    }
    QCOMPARE(refused, 0);
    QCOMPARE(accepted, sent);
    // The stated bound: the rest of a minute, twice a fetch (one under way, then its own), and the second this test
    // counts in.
    QVERIFY2(longest <= 60s + 2 * slowestFetch + 2s, qPrintable(QString::number(longest.count())));
    QVERIFY2(b.server.fetches <= 1 + (seconds + 120) / 60 + 1, qPrintable(QString::number(b.server.fetches)));
}

QTEST_GUILESS_MAIN(TstKeyRing)
#include "tst_key_ring.moc"
