#include "crypto/digest.h"
#include "crypto/jwt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
constexpr auto urlOptions = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QSet<JwtAlgorithm> onlyRs256{JwtAlgorithm::RS256};
const UtcTime now = UtcTime::fromMs(1'770'888'200'000);

QByteArray part(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(urlOptions);
}

QJsonObject claims(qint64 expiresIn = 1200, qint64 notBeforeIn = -10)
{
    return {{QStringLiteral("exp"), double(now.ms() / 1000 + expiresIn)},
        {QStringLiteral("nbf"), double(now.ms() / 1000 + notBeforeIn)},
        {QStringLiteral("aud"), QStringLiteral("account")}};
}

KeySet keySet(const QJsonArray &keys)
{
    return KeySet::parse(QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson()).value();
}
}

class TstJwt : public QObject
{
    Q_OBJECT

    RsaPrivateKey m_gateway = RsaPrivateKey::generate().value();
    RsaPrivateKey m_attacker = RsaPrivateKey::generate().value();
    KeySet m_keys;

    QByteArray signedToken(const QJsonObject &body) const
    {
        return m_gateway.signJwt(body, QStringLiteral("k1"), JwtAlgorithm::RS256).value();
    }
    // A header of the attacker's choice over a good body; the signature is of the good token.
    QByteArray withHeader(QJsonObject header) const
    {
        const auto good = signedToken(claims());
        return part(header) + good.sliced(good.indexOf('.'));
    }

private Q_SLOTS:
    void initTestCase() { m_keys = keySet({m_gateway.publicKey().toJwk(QStringLiteral("k1"), JwtAlgorithm::RS256)}); }

    void aGoodTokenGivesItsClaims()
    {
        const auto token = signedToken(claims());
        QCOMPARE(jwtKid(token, onlyRs256).value(), QStringLiteral("k1"));
        QCOMPARE(verifyJwt(token, m_keys, onlyRs256, now).value(), claims());
    }

    void rs512IsTakenOnlyWhereAllowed()
    {
        const auto token = m_gateway.signJwt(claims(), QStringLiteral("k1"), JwtAlgorithm::RS512).value();
        QCOMPARE(verifyJwt(token, m_keys, onlyRs256, now).error().code, QStringLiteral("JWT-ALG"));
        QVERIFY(verifyJwt(token, m_keys, {JwtAlgorithm::RS256, JwtAlgorithm::RS512}, now));
    }

    void attacksAreRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &token, const char *code) {
            QTest::newRow(name) << token << QString::fromLatin1(code);
        };
        const auto alg = QStringLiteral("alg"), kid = QStringLiteral("kid");
        const auto rs256 = QStringLiteral("RS256"), k1 = QStringLiteral("k1");
        const auto good = signedToken(claims());
        const auto publicJwk = m_gateway.publicKey().toJwk(k1, JwtAlgorithm::RS256);

        row("empty", "", "JWT-FORM");
        row("two parts", "a.b", "JWT-FORM");
        row("four parts", good + ".x", "JWT-FORM");
        row("header is no JSON", "AAAA.AAAA.AAAA", "JWT-FORM");
        row("huge", QByteArray(1 << 20, 'A'), "JWT-FORM");
        row("padding", part({{alg, rs256}, {kid, k1}}) + "==" + good.sliced(good.indexOf('.')), "JWT-FORM");
        for (const char *name : {"none", "None", "NONE", "", "HS256", "HS512", "ES256", "PS256", "rs256"}) {
            const auto token = withHeader({{alg, QString::fromLatin1(name)}, {kid, k1}});
            QTest::addRow("algorithm '%s'", name) << token << QStringLiteral("JWT-ALG");
        }
        row("no algorithm", withHeader({{kid, k1}}), "JWT-ALG");
        row("none without signature", part({{alg, QStringLiteral("none")}, {kid, k1}}) + '.' + part(claims()) + '.',
            "JWT-ALG");

        const auto hs = part({{alg, QStringLiteral("HS256")}, {kid, k1}}) + '.' + part(claims());
        row("HS256 with the public key as secret",
            hs + '.' + hmacSha256(QJsonDocument(publicJwk).toJson(QJsonDocument::Compact), hs).toBase64(urlOptions),
            "JWT-ALG");
        row("no kid", withHeader({{alg, rs256}}), "JWT-KID");
        row("kid is a number", withHeader({{alg, rs256}, {kid, 1}}), "JWT-KID");
        row("critical extension", withHeader({{alg, rs256}, {kid, k1}, {QStringLiteral("crit"), QJsonArray{}}}),
            "JWT-FORM");
        row("unknown kid", m_gateway.signJwt(claims(), QStringLiteral("k2"), JwtAlgorithm::RS256).value(),
            "JWT-UNKNOWN-KEY");
        row("kid as a path", withHeader({{alg, rs256}, {kid, QStringLiteral("../../dev/null")}}), "JWT-UNKNOWN-KEY");
        row("foreign key under a known kid", m_attacker.signJwt(claims(), k1, JwtAlgorithm::RS256).value(),
            "JWT-SIGNATURE");
        for (const char *hint : {"jku", "x5u", "jwk", "x5c"}) {
            auto header = QJsonObject{{alg, rs256}, {kid, k1}};
            const auto attackerJwk = m_attacker.publicKey().toJwk(k1, JwtAlgorithm::RS256);
            header.insert(QLatin1String(hint),
                hint == QByteArrayView("jwk") ? QJsonValue(attackerJwk) : QStringLiteral("https://attacker.example"));
            const auto forged = m_attacker.signJwt(claims(), k1, JwtAlgorithm::RS256).value();
            QTest::addRow("key hint %s", hint)
                << part(header) + forged.sliced(forged.indexOf('.')) << QStringLiteral("JWT-SIGNATURE");
        }
        row("no signature", good.first(good.lastIndexOf('.') + 1), "JWT-SIGNATURE");
        row("signature of another token",
            good.first(good.lastIndexOf('.')) + signedToken(claims(99)).sliced(good.lastIndexOf('.')), "JWT-SIGNATURE");
    }
    void attacksAreRefused()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, code);
        const auto verdict = verifyJwt(token, m_keys, onlyRs256, now);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, code);
    }

    void everyChangedCharacterIsRefused()
    {
        const auto good = signedToken(claims());
        for (qsizetype at = 0; at < good.size(); ++at)
            for (const char c : {'A', 'B', 'Q', '_', '.', '='}) {
                auto changed = good;
                changed[at] = c;
                if (changed != good)
                    QVERIFY2(!verifyJwt(changed, m_keys, onlyRs256, now), qPrintable(QString::number(at)));
            }
    }

    void timesHaveAMinuteOfLeeway_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("expired 59 s ago") << claims(-59) << QString();
        QTest::newRow("expired 60 s ago") << claims(-60) << QStringLiteral("JWT-EXPIRED");
        QTest::newRow("expired long ago") << claims(-86400) << QStringLiteral("JWT-EXPIRED");
        QTest::newRow("early by 60 s") << claims(1200, 60) << QString();
        QTest::newRow("early by 61 s") << claims(1200, 61) << QStringLiteral("JWT-EARLY");
        auto body = claims();
        body.remove(u"nbf");
        QTest::newRow("no nbf") << body << QString();
        body.remove(u"exp");
        QTest::newRow("no exp") << body << QStringLiteral("JWT-FORM");
        body.insert(u"exp", QStringLiteral("9999999999"));
        QTest::newRow("exp is text") << body << QStringLiteral("JWT-FORM");
    }
    void timesHaveAMinuteOfLeeway()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        const auto verdict = verifyJwt(signedToken(body), m_keys, onlyRs256, now);
        QCOMPARE(verdict ? QString() : verdict.error().code, code);
    }

    void keySetsKeepOnlySignatureKeys()
    {
        const auto good = m_gateway.publicKey().toJwk(QStringLiteral("good"), JwtAlgorithm::RS256);
        const auto changed = [&](const char *kid, const char *name, const QJsonValue &value) {
            auto jwk = good;
            jwk.insert(u"kid", QLatin1String(kid));
            jwk.insert(QLatin1String(name), value);
            return jwk;
        };
        const auto set = keySet(
            {good, changed("enc", "use", QStringLiteral("enc")), changed("oaep", "alg", QStringLiteral("RSA-OAEP")),
                changed("ec", "kty", QStringLiteral("EC")), changed("short", "n", QStringLiteral("AQAB")),
                changed("even", "e", QStringLiteral("BA")), changed("one", "e", QStringLiteral("AQ")), QJsonValue(7)});
        QVERIFY(set.contains(QStringLiteral("good")));
        for (const auto *kid : {"enc", "oaep", "ec", "short", "even", "one"})
            QVERIFY2(!set.contains(QLatin1String(kid)), kid);
    }

    void aSecondKeyOfTheSameKidDoesNotReplaceTheFirst()
    {
        const auto set = keySet({m_gateway.publicKey().toJwk(QStringLiteral("k1"), JwtAlgorithm::RS256),
            m_attacker.publicKey().toJwk(QStringLiteral("k1"), JwtAlgorithm::RS256)});
        QVERIFY(verifyJwt(signedToken(claims()), set, onlyRs256, now));
    }

    void whatIsNoKeySetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no keys") << QByteArray("{}");
        QTest::newRow("keys is text") << QByteArray("{\"keys\":\"x\"}");
        QTest::newRow("too many") << QByteArray("{\"keys\":[" + QByteArray("1,").repeated(100) + "1]}");
        QTest::newRow("too long") << QByteArray("{\"keys\":[],\"x\":\"" + QByteArray(1 << 20, 'x') + "\"}");
    }
    void whatIsNoKeySetIsRefused()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(KeySet::parse(json).error().code, QStringLiteral("JWK-SET"));
    }

    void smallKeysAreRefused()
    {
        const auto small = RsaPrivateKey::generate(1024).value();
        const auto jwk = small.publicKey().toJwk(QStringLiteral("s"), JwtAlgorithm::RS256);
        QCOMPARE(RsaPublicKey::fromJwk(jwk).error().code, QStringLiteral("JWK-KEY"));
    }
};

QTEST_GUILESS_MAIN(TstJwt)
#include "tst_jwt.moc"
