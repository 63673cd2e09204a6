#include "bridge/sms_setup.h"
#include "common/clock.h"
#include "crypto/tls_identity.h"
#include "support/tls_peer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patienceMs = 60'000;
const bridge::SmsMessage message{u"9000000001"_s, Secret("123456 is your OTP")};

}

class TstSmsWebhook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheProviderSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("fate");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, int status, test::PeerReply::Fate fate, const QString &code) {
            QTest::newRow(name) << status << int(fate) << code;
        };
        using enum test::PeerReply::Fate;
        row("taken", 200, Answer, {});
        row("taken, later", 202, Answer, {});
        row("refused", 403, Answer, u"SMS-REFUSED"_s);
        row("broken", 500, Answer, u"SMS-REFUSED"_s);
        row("elsewhere", 302, Answer, u"SMS-REFUSED"_s);
        row("hangs up", 0, Drop, u"SMS-NO-ANSWER"_s);
        row("says nothing", 0, Silence, u"SMS-NO-ANSWER"_s);
    }
    void whatTheProviderSays()
    {
        QFETCH(int, status);
        QFETCH(int, fate);
        QFETCH(QString, code);
        SystemClock clock;
        const auto identity = crypto::makeServerIdentity({u"localhost"_s, u"127.0.0.1"_s}, clock.now(), 2).value();
        test::TlsPeer peer(identity.certificatePem, identity.keyPem, [&](const test::PeerRequest &) {
            return test::PeerReply{.status = status, .body = {}, .headers = {}, .fate = test::PeerReply::Fate(fate)};
        });
        bridge::SmsWebhookConfig config;
        config.url = peer.url();
        config.url.setPath(u"/messages"_s);
        config.secret = Secret("provider-secret");
        config.sender = u"NADICL"_s;
        config.caPem = identity.issuerPem;
        config.timeout = fate == int(test::PeerReply::Fate::Silence) ? 300ms : 30'000ms;
        const auto provider = bridge::makeSmsProvider({config, {}}, clock).value();
        QList<QString> said;
        provider->send(message, [&](const Done &taken) { said << (taken ? QString() : taken.error().code); });
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patienceMs);
        QCOMPARE(said.first(), code);
        QCOMPARE(peer.requests().size(), 1); // never a second message
        const auto &request = peer.requests().first();
        QCOMPARE(request.path, QByteArray("/messages"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer provider-secret"));
        QCOMPARE(QJsonDocument::fromJson(request.body).object(),
            (QJsonObject{
                {u"to"_s, u"+919000000001"_s}, {u"text"_s, u"123456 is your OTP"_s}, {u"sender"_s, u"NADICL"_s}}));
    }

    void onlyHttpsOrNobody_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("plain http") << u"http://sms.example.in/send"_s << u"SMS-URL"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << u"SMS-URL"_s;
        QTest::newRow("no host") << u"https:///send"_s << u"SMS-URL"_s;
        QTest::newRow("https") << u"https://sms.example.in/send"_s << QString();
        QTest::newRow("none") << QString() << QString();
    }
    void onlyHttpsOrNobody()
    {
        QFETCH(QString, url);
        QFETCH(QString, code);
        SystemClock clock;
        bridge::SmsWebhookConfig config;
        config.url = QUrl(url);
        const auto provider = bridge::makeSmsProvider({config, {}}, clock);
        QCOMPARE(provider ? QString() : provider.error().code, code);
    }

    void withoutAContractNothingIsSent()
    {
        SystemClock clock;
        const auto provider = bridge::makeSmsProvider({}, clock).value();
        QString said;
        provider->send(message, [&](const Done &taken) { said = taken.error().code; });
        QCOMPARE(said, u"SMS-NOT-SET-UP"_s);
    }
};

QTEST_GUILESS_MAIN(TstSmsWebhook)
#include "tst_sms_webhook.moc"
