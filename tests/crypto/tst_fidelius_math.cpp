#include "crypto/fidelius.h"
#include "support/seeded_random.h"
#include "weierstrass_reference.h"

#include <QSet>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;
using nadi::test::SeededRandom;

namespace
{
const QByteArray nonce = QByteArray(32, 'n').toBase64();

QByteArray x(const QByteArray &point)
{
    return point.sliced(1, 32);
}

// n - d for a small d.
QByteArray orderMinus(int d)
{
    auto n = QByteArray::fromHex("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");
    n[31] = char(quint8(n[31]) - d); // the last byte is 0xed
    return n;
}
}

/// Properties against OpenSSL's generic curve code, which shares nothing with the X25519 way of core/crypto.
class TstFideliusMath : public QObject
{
    Q_OBJECT

    const test::WeierstrassReference m_reference;

private Q_SLOTS:
    void theCurveOfTheReferenceHolds() { QVERIFY(m_reference.generatorHolds()); }

    void generatedKeysAreExactMultiplesOfTheBasePoint()
    {
        SeededRandom random(1);
        for (int i = 0; i < 200; ++i) {
            const auto pair = KeyPair::generate(random).value();
            QCOMPARE(pair.publicKey().point(), m_reference.multiply(pair.privateKey().reveal()));
        }
    }

    void readKeysAreExactMultiplesOfTheBasePoint()
    {
        SeededRandom random(2);
        for (int i = 0; i < 200; ++i) {
            auto d = random.bytes(32);
            d[0] = char(d[0] & 0x0f); // below 2^252, so below n
            const auto pair = KeyPair::fromPrivate(d.toBase64(), nonce).value();
            QCOMPARE(pair.publicKey().point(), m_reference.multiply(d));
        }
    }

    void randomKeysAgreeBothWays()
    {
        SeededRandom random(3);
        for (int i = 0; i < 200; ++i) {
            const auto a = KeyPair::generate(random).value(), b = KeyPair::generate(random).value();
            const auto expected = x(m_reference.multiply(a.privateKey().reveal(), b.publicKey().point()));
            QCOMPARE(agree(a.privateKey(), b.publicKey()).value().reveal(), expected);
            QCOMPARE(agree(b.privateKey(), a.publicKey()).value().reveal(), expected);
        }
    }

    // No clamped form of these scalars exists for X25519: the generic path must take over.
    void smallAndLargeScalarsAgree_data()
    {
        QTest::addColumn<QByteArray>("d");
        for (const int small : {1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 24, 64, 128, 200}) {
            QTest::addRow("%d", small) << QByteArray(31, '\0') + char(small);
            QTest::addRow("n - %d", small) << orderMinus(small);
        }
        QTest::newRow("2^127") << QByteArray(16, '\0') + '\x80' + QByteArray(15, '\0');
        QTest::newRow("2^128") << QByteArray(15, '\0') + '\x01' + QByteArray(16, '\0');
        QTest::newRow("2^251") << '\x08' + QByteArray(31, '\0');
    }
    void smallAndLargeScalarsAgree()
    {
        QFETCH(QByteArray, d);
        SeededRandom random(4);
        const auto own = KeyPair::fromPrivate(d.toBase64(), nonce).value();
        const auto peer = KeyPair::generate(random).value();
        QCOMPARE(own.publicKey().point(), m_reference.multiply(d));
        const auto expected = x(m_reference.multiply(d, peer.publicKey().point()));
        QCOMPARE(agree(own.privateKey(), peer.publicKey()).value().reveal(), expected);
        QCOMPARE(agree(peer.privateKey(), own.publicKey()).value().reveal(), expected);
    }

    void theOtherSignOfThePeerGivesTheSameSecret()
    {
        SeededRandom random(5);
        const auto own = KeyPair::generate(random).value(), peer = KeyPair::generate(random).value();
        const auto n1 = orderMinus(1);
        const auto negated = m_reference.multiply(n1, peer.publicKey().point());
        const auto mirrored = PublicKey::parse(negated.toBase64()).value();
        QVERIFY(mirrored.point() != peer.publicKey().point());
        QCOMPARE(agree(own.privateKey(), mirrored).value().reveal(),
            agree(own.privateKey(), peer.publicKey()).value().reveal());
    }

    // Random points of the whole curve and all their mixtures with the points of small order.
    void pointsOutsideTheSubgroupAreToldApart()
    {
        SeededRandom random(6);
        const auto order = orderMinus(0);
        int inside = 0, outside = 0;
        for (int i = 0; i < 400; ++i) {
            auto candidate = random.bytes(32);
            candidate[0] = char(candidate[0] & 0x7f);
            const auto point = m_reference.pointWithX(candidate);
            if (point.isEmpty())
                continue;
            const auto key = PublicKey::parse(point.toBase64());
            QCOMPARE(bool(key), m_reference.hasPrimeOrder(point));
            if (key)
                ++inside;
            else
                QCOMPARE(key.error().code, QStringLiteral("FID-SUBGROUP"));
            outside += key ? 0 : 1;

            // n·Q is the part of small order; prime-order points plus it must be refused too.
            const auto torsion = m_reference.multiply(order, point);
            if (torsion.size() != 65)
                continue;
            const auto good = KeyPair::generate(random).value().publicKey().point();
            const auto mixed = m_reference.add(good, torsion);
            QCOMPARE(PublicKey::parse(mixed.toBase64()).error().code, QStringLiteral("FID-SUBGROUP"));
            QCOMPARE(PublicKey::parse(torsion.toBase64()).error().code, QStringLiteral("FID-SUBGROUP"));
        }
        QVERIFY(inside > 5);
        QVERIFY(outside > 50);
    }

    // Key and IV of a page depend only on keys and nonces: as many different ones as pages (S-X1).
    void noTwoPagesShareKeysAndNonces()
    {
        SystemRandom random;
        QSet<QByteArray> seen;
        constexpr int pages = 20'000;
        for (int i = 0; i < pages; ++i) {
            const auto pair = KeyPair::generate(random).value();
            seen.insert(pair.publicKey().point() + pair.nonce());
        }
        QCOMPARE(seen.size(), pages);
    }
};

QTEST_GUILESS_MAIN(TstFideliusMath)
#include "tst_fidelius_math.moc"
