#include "common/clock.h"
#include "crypto/tls_identity.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

using namespace nadi;
using namespace nadi::crypto;

namespace
{
class TlsServer final : public QTcpServer
{
public:
    explicit TlsServer(const PemIdentity &identity)
        : m_certificate(identity.certificatePem, QSsl::Pem)
        , m_key(identity.keyPem, QSsl::Ec, QSsl::Pem)
    {
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        socket->setLocalCertificate(m_certificate);
        socket->setPrivateKey(m_key);
        socket->startServerEncryption();
    }

private:
    QSslCertificate m_certificate;
    QSslKey m_key;
};

const QStringList loopback{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
}

class TstTlsIdentity : public QObject
{
    Q_OBJECT

    // Whether a client that trusts only `issuer` accepts the server under the name.
    static bool connects(const PemIdentity &identity, const QByteArray &issuer, const QString &name)
    {
        TlsServer server(identity);
        if (!server.listen(QHostAddress::LocalHost))
            return false;
        QSslSocket client;
        auto trust = QSslConfiguration::defaultConfiguration();
        trust.setCaCertificates(QSslCertificate::fromData(issuer));
        client.setSslConfiguration(trust);
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort(), name);
        QSignalSpy done(&client, &QSslSocket::encrypted), gone(&client, &QAbstractSocket::disconnected);
        [&] { QTRY_VERIFY(done.count() || gone.count()); }();
        return done.count() > 0;
    }

private Q_SLOTS:
    void aClientThatTrustsTheAuthorityConnects_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("ok");
        QTest::newRow("address") << QStringLiteral("127.0.0.1") << true;
        QTest::newRow("name") << QStringLiteral("localhost") << true;
        QTest::newRow("another name") << QStringLiteral("gateway.example") << false;
    }
    void aClientThatTrustsTheAuthorityConnects()
    {
        QFETCH(QString, name);
        QFETCH(bool, ok);
        const auto identity = makeServerIdentity(loopback, SystemClock().now(), 2).value();
        QCOMPARE(connects(identity, identity.issuerPem, name), ok);
    }

    void anotherAuthorityIsNotTrusted()
    {
        const auto now = SystemClock().now();
        const auto identity = makeServerIdentity(loopback, now, 2).value();
        const auto other = makeServerIdentity(loopback, now, 2).value();
        QVERIFY(!connects(identity, other.issuerPem, QStringLiteral("127.0.0.1")));
    }

    void namesAndTimesAreInTheCertificate()
    {
        const auto now = UtcTime::fromMs(1'795'200'000'000);
        const auto identity = makeServerIdentity(loopback, now, 30).value();
        const QSslCertificate certificate(identity.certificatePem, QSsl::Pem);
        const auto names = certificate.subjectAlternativeNames();
        QCOMPARE(names.values(QSsl::DnsEntry), QStringList{QStringLiteral("localhost")});
        QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
        QCOMPARE(certificate.expiryDate(), now.toDateTime().addDays(30));
        QVERIFY(certificate.effectiveDate() < now.toDateTime());
    }

    void hostsThatAreNoHostsAreRefused_data()
    {
        QTest::addColumn<QStringList>("hosts");
        QTest::newRow("none") << QStringList();
        QTest::newRow("empty") << QStringList{QString()};
        QTest::newRow("extension language") << QStringList{QStringLiteral("a,email:copy")};
        QTest::newRow("blank") << QStringList{QStringLiteral("two words")};
    }
    void hostsThatAreNoHostsAreRefused()
    {
        QFETCH(QStringList, hosts);
        QCOMPARE(makeServerIdentity(hosts, SystemClock().now(), 1).error().code, QStringLiteral("TLS-HOSTS"));
    }
};

QTEST_GUILESS_MAIN(TstTlsIdentity)
#include "tst_tls_identity.moc"
