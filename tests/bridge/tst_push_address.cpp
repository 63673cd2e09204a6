#include "bridge/push_address.h"

#include <QTest>

using namespace nadi;
using bridge::PushAddressRules;

/// The requester chooses where we connect to, and our server stands inside a hospital (S-N3).
class TestPushAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesUrlsThatAreNotAPlainPublicHttpsName_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"http://hiu.example.in/push", "ftp://hiu.example.in/", "file:///etc/passwd",
                 "gopher://hiu.example.in/", "https://user@hiu.example.in/", "https://user:secret@hiu.example.in/",
                 "https://hiu.example.in@10.0.0.1/", "https://hiu.example.in:8443/", "https://hiu.example.in:22/",
                 "https://hiu.example.in:0/", "https://127.0.0.1/", "https://127.1/", "https://2130706433/",
                 "https://0x7f000001/", "https://0177.0.0.1/", "https://10.0.0.5/", "https://192.168.1.1/",
                 "https://169.254.169.254/latest/meta-data", "https://[::1]/", "https://[::ffff:10.0.0.1]/",
                 "https://[fd00::1]/", "https://[fe80::1%25eth0]/", "https://0/", "https:///push",
                 "https:/hiu.example.in", "//hiu.example.in/push", "hiu.example.in", "", "https://8.8.8.8/",
                 "https://hiu example.in/"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void refusesUrlsThatAreNotAPlainPublicHttpsName()
    {
        QFETCH(QString, url);
        const auto checked = bridge::checkPushUrl(url, {});
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, QStringLiteral("PUSH-URL"));
    }

    void takesAPlainPublicName()
    {
        QVERIFY(bridge::checkPushUrl(QStringLiteral("https://bridge.lotus.example.in/abdm/hiu/data/6f1e?x=1"), {}));
        QVERIFY(bridge::checkPushUrl(QStringLiteral("https://bridge.lotus.example.in:443/push"), {}));
    }

    void refusesNamesThatLeadInside_data()
    {
        QTest::addColumn<QStringList>("addresses");
        const auto row = [](const char *name, const QStringList &addresses) { QTest::newRow(name) << addresses; };
        for (const char *address : {"127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
                 "192.168.0.1", "169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1",
                 "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1",
                 "::ffff:10.0.0.1", "::ffff:8.8.8.8", "64:ff9b::a00:1", "2002:a00:1::1", "2001::1", "2001:db8::1"})
            row(address, {QString::fromLatin1(address)});
        row("one private among public", {QStringLiteral("8.8.8.8"), QStringLiteral("10.0.0.1")});
        row("rebinding pair", {QStringLiteral("93.184.216.34"), QStringLiteral("127.0.0.1")});
        row("too many",
            {QStringLiteral("8.8.8.8"), QStringLiteral("8.8.4.4"), QStringLiteral("1.1.1.1"),
                QStringLiteral("1.0.0.1")});
        row("unresolved", {});
    }
    void refusesNamesThatLeadInside()
    {
        QFETCH(QStringList, addresses);
        QList<QHostAddress> resolved;
        for (const auto &address : addresses)
            resolved << QHostAddress(address);
        const auto pinned = bridge::pinAddress(QUrl(QStringLiteral("https://hiu.example.in/")), resolved, {});
        QVERIFY(!pinned);
        QCOMPARE(pinned.error().code, QStringLiteral("PUSH-ADDRESS"));
    }

    void pinsOnePublicAddressPreferringIPv4()
    {
        const QUrl url(QStringLiteral("https://hiu.example.in/"));
        const QList<QHostAddress> both{
            QHostAddress(QStringLiteral("2606:2800:220:1::1")), QHostAddress(QStringLiteral("93.184.216.34"))};
        QCOMPARE(bridge::pinAddress(url, both, {}).value(), both[1]);
        QCOMPARE(bridge::pinAddress(url, {both[0]}, {}).value(), both[0]);
    }

    void sandboxMayReachItselfAndOnlyThere()
    {
        const PushAddressRules loopback{.allowLoopback = true, .allowedPeers = {}};
        const QUrl url = bridge::checkPushUrl(QStringLiteral("https://localhost:4567/push/x"), loopback).value();
        QVERIFY(bridge::pinAddress(url, {QHostAddress(QHostAddress::LocalHost)}, loopback));
        QVERIFY(!bridge::pinAddress(url, {QHostAddress(QStringLiteral("10.0.0.1"))}, loopback));
    }

    void productionIgnoresTheSandboxSettings()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("NADI_APP_MODE"), QStringLiteral("production"));
        environment.insert(QStringLiteral("NADI_BRIDGE_PUSH_PRIVATE_HOSTS"), QStringLiteral("true"));
        environment.insert(QStringLiteral("NADI_BRIDGE_PEER_URLS"), QStringLiteral("https://10.0.0.1:9000"));
        const auto rules = PushAddressRules::fromSettings(Settings::load({}, environment).value());
        QVERIFY(!rules.allowLoopback);
        QVERIFY(rules.allowedPeers.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPushAddress)
#include "tst_push_address.moc"
