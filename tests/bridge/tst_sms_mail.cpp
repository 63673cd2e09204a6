#include "bridge/sms_setup.h"
#include "common/clock.h"
#include "crypto/tls_identity.h"
#include "support/smtp_peer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::SmtpFate;
using test::SmtpPeer;

namespace
{

constexpr int patienceMs = 60'000;
const bridge::SmsMessage message{u"9000000001"_s, Secret("123456 is your OTP")};

crypto::PemIdentity makeIdentity()
{
    return crypto::makeServerIdentity({u"localhost"_s, u"127.0.0.1"_s}, SystemClock().now(), 2).value();
}

bridge::SmsMailConfig configFor(const QUrl &server, const QByteArray &issuer)
{
    bridge::SmsMailConfig config;
    config.server = server;
    config.from = u"clinic@example.in"_s;
    config.to = u"91{number}@sms.example.in"_s;
    config.user = u"clinic"_s;
    config.secret = Secret("provider-secret");
    config.subject = u"NADICL"_s;
    config.caPem = issuer;
    config.timeout = 30s;
    return config;
}

/// What a provider said, once it has.
struct Word
{
    int times = 0;
    QString code;

    bridge::SmsProvider::Taken listen()
    {
        return [this](const Done &taken) {
            ++times;
            code = taken ? QString() : taken.error().code;
        };
    }
};

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged << text;
}

}

/// A provider that takes mail: real TLS, real SMTP on loopback.
class TstSmsMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerSays_data()
    {
        QTest::addColumn<int>("tls");
        QTest::addColumn<int>("fate");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("mails");
        using enum SmtpFate;
        for (const auto tls : {SmtpPeer::Tls::AtOnce, SmtpPeer::Tls::ByStartTls}) {
            const auto row = [tls](const char *name, SmtpFate fate, const QString &code, int mails) {
                QTest::addRow("%s, %s", tls == SmtpPeer::Tls::AtOnce ? "smtps" : "starttls", name)
                    << int(tls) << int(fate) << code << mails;
            };
            row("taken", Take, {}, 1);
            row("login refused", RefuseLogin, u"SMS-REFUSED"_s, 0);
            row("recipient refused", RefuseRecipient, u"SMS-REFUSED"_s, 0);
            row("text refused", RefuseText, u"SMS-REFUSED"_s, 1);
            row("hangs up after the text", HangUpAfterText, u"SMS-NO-ANSWER"_s, 1);
            row("says nothing", Silence, u"SMS-NO-ANSWER"_s, 0);
        }
        QTest::newRow("starttls, not offered")
            << int(SmtpPeer::Tls::ByStartTls) << int(NoTls) << u"SMS-NO-ANSWER"_s << 0;
    }
    void whatTheServerSays()
    {
        QFETCH(int, tls);
        QFETCH(int, fate);
        QFETCH(QString, code);
        QFETCH(int, mails);
        const auto identity = makeIdentity();
        SmtpPeer peer(identity.certificatePem, identity.keyPem, SmtpPeer::Tls(tls), SmtpFate(fate));
        auto config = configFor(peer.url(), identity.issuerPem);
        if (fate == int(SmtpFate::Silence))
            config.timeout = 300ms;
        SystemClock clock;
        const auto provider = bridge::makeSmsProvider({{}, config}, clock).value();
        Word word;
        logged.clear();
        const auto usual = qInstallMessageHandler(&keepLog);
        provider->send(message, word.listen());
        QCOMPARE(word.times, 0); // this thread does not wait for a mail server
        const bool said = QTest::qWaitFor([&] { return word.times > 0; }, patienceMs);
        qInstallMessageHandler(usual);
        QVERIFY(said);
        QCOMPARE(word.code, code);
        QCOMPARE(word.times, 1);
        QCOMPARE(peer.connections, 1); // never a second mail
        QCOMPARE(peer.mails.size(), mails);
        QVERIFY(!peer.heardInTheClear);
        for (const auto *secret : {"123456", "9000000001", "provider-secret"})
            QVERIFY2(!logged.join(u'\n').contains(QLatin1String(secret)), secret);
    }

    void theMailSaysToWhomAndWhat()
    {
        const auto identity = makeIdentity();
        SmtpPeer peer(identity.certificatePem, identity.keyPem, SmtpPeer::Tls::AtOnce, SmtpFate::Take);
        SystemClock clock;
        const auto provider = bridge::makeSmsProvider({{}, configFor(peer.url(), identity.issuerPem)}, clock).value();
        Word word;
        provider->send(message, word.listen());
        QTRY_COMPARE_WITH_TIMEOUT(word.times, 1, patienceMs);
        QVERIFY(peer.commands.contains("MAIL FROM:<clinic@example.in>"));
        QVERIFY(peer.commands.contains("RCPT TO:<919000000001@sms.example.in>"));
        QCOMPARE(peer.mails.size(), 1);
        const auto end = peer.mails[0].indexOf("\r\n\r\n");
        const auto head = peer.mails[0].left(end);
        QCOMPARE(peer.mails[0].mid(end + 4), QByteArray("123456 is your OTP\r\n"));
        for (const auto *line : {"From: <clinic@example.in>", "To: <919000000001@sms.example.in>", "Subject: NADICL",
                 "Content-Type: text/plain; charset=us-ascii"})
            QVERIFY2(head.contains(line), line);
    }

    void aServerThatNobodyVouchesForGetsNothing()
    {
        const auto identity = makeIdentity();
        SmtpPeer peer(identity.certificatePem, identity.keyPem, SmtpPeer::Tls::AtOnce, SmtpFate::Take);
        SystemClock clock;
        const auto provider
            = bridge::makeSmsProvider({{}, configFor(peer.url(), makeIdentity().issuerPem)}, clock).value();
        Word word;
        provider->send(message, word.listen());
        QTRY_COMPARE_WITH_TIMEOUT(word.times, 1, patienceMs);
        QCOMPARE(word.code, u"SMS-NO-ANSWER"_s);
        QVERIFY(peer.commands.isEmpty());
    }

    void nobodyWritesTheirOwnLines_data()
    {
        QTest::addColumn<QString>("mobile");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &mobile, const QByteArray &text, const char *code) {
            QTest::newRow(name) << mobile << text << QString::fromLatin1(code);
        };
        row("a line end in the number", u"9000000001>\r\nRCPT TO:<x@y.in"_s, "hello", "SMS-NUMBER");
        row("a mailbox for a number", u"x@evil.in"_s, "hello", "SMS-NUMBER");
        row("no number", {}, "hello", "SMS-NUMBER");
        row("other digits", u"९०००००००००१"_s, "hello", "SMS-NUMBER");
        row("a line end in the text", u"9000000001"_s, "hello\r\n.\r\nMAIL FROM:<x@y.in>", "SMS-TEXT");
        row("a bare line feed", u"9000000001"_s, "hello\n.", "SMS-TEXT");
        row("a NUL", u"9000000001"_s, QByteArray("hello\0there", 11), "SMS-TEXT");
        row("a novel", u"9000000001"_s, QByteArray(2'000, 'x'), "SMS-TEXT");
    }
    void nobodyWritesTheirOwnLines()
    {
        QFETCH(QString, mobile);
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const auto identity = makeIdentity();
        SmtpPeer peer(identity.certificatePem, identity.keyPem, SmtpPeer::Tls::AtOnce, SmtpFate::Take);
        SystemClock clock;
        const auto provider = bridge::makeSmsProvider({{}, configFor(peer.url(), identity.issuerPem)}, clock).value();
        Word word;
        provider->send({mobile, Secret(text)}, word.listen());
        QCOMPARE(word.times, 1);
        QCOMPARE(word.code, code);
        QCOMPARE(peer.connections, 0);
    }

    void whatMustNotStandInTheSettings_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("wrong"); // the setting; empty: all is well
        const QString url = u"smtps://mail.example.in:465"_s;
        const QString from = u"clinic@example.in"_s;
        const QString to = u"{number}@sms.example.in"_s;
        QTest::newRow("good") << url << from << to << QString();
        QTest::newRow("starttls") << u"smtp://mail.example.in:587"_s << from << to << QString();
        QTest::newRow("another protocol") << u"http://mail.example.in"_s << from << to << u"sms.smtpUrl"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << from << to << u"sms.smtpUrl"_s;
        QTest::newRow("no host") << u"smtps://"_s << from << to << u"sms.smtpUrl"_s;
        QTest::newRow("a login in it") << u"smtps://me:secret@mail.example.in"_s << from << to << u"sms.smtpUrl"_s;
        QTest::newRow("a path") << u"smtps://mail.example.in/me%0d%0aX"_s << from << to << u"sms.smtpUrl"_s;
        QTest::newRow("line end in from") << url << u"clinic@example.in\r\nBcc: x@y.in"_s << to << u"sms.smtpFrom"_s;
        QTest::newRow("no mailbox") << url << u"clinic"_s << to << u"sms.smtpFrom"_s;
        QTest::newRow("no place for the number") << url << from << u"all@sms.example.in"_s << u"sms.smtpTo"_s;
        QTest::newRow("two places") << url << from << u"{number}@{number}.in"_s << u"sms.smtpTo"_s;
        QTest::newRow("line end in to") << url << from << u"{number}@sms.example.in>\r\nRCPT TO:<x@y.in"_s
                                        << u"sms.smtpTo"_s;
    }
    void whatMustNotStandInTheSettings()
    {
        QFETCH(QString, url);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, wrong);
        auto config = configFor(QUrl(url), {});
        config.from = from;
        config.to = to;
        SystemClock clock;
        const auto provider = bridge::makeSmsProvider({{}, config}, clock);
        QCOMPARE(provider.has_value(), wrong.isEmpty());
        if (!provider) {
            QCOMPARE(provider.error().code, u"SMS-SMTP"_s);
            QCOMPARE(provider.error().detail, wrong);
        }
    }

    void aCodeDoesNotGoTwoWays()
    {
        bridge::SmsSetup both{{}, configFor(QUrl(u"smtps://mail.example.in"_s), {})};
        both.webhook.url = QUrl(u"https://sms.example.in/send"_s);
        SystemClock clock;
        QCOMPARE(bridge::makeSmsProvider(both, clock).error().code, u"SMS-BOTH"_s);
    }

    void anOpenConversationEndsWithTheProvider()
    {
        const auto identity = makeIdentity();
        SmtpPeer peer(identity.certificatePem, identity.keyPem, SmtpPeer::Tls::ByStartTls, SmtpFate::Silence);
        auto config = configFor(peer.url(), identity.issuerPem);
        config.timeout = 10min;
        SystemClock clock;
        auto provider = bridge::makeSmsProvider({{}, config}, clock).value();
        Word word;
        provider->send(message, word.listen());
        QTRY_COMPARE_WITH_TIMEOUT(peer.connections, 1, patienceMs);
        QElapsedTimer timer;
        timer.start();
        provider.reset();
        QVERIFY2(timer.elapsed() < patienceMs, qPrintable(QString::number(timer.elapsed())));
        QCoreApplication::processEvents();
        QCOMPARE(word.times, 0);
    }
};

QTEST_GUILESS_MAIN(TstSmsMail)
#include "tst_sms_mail.moc"
