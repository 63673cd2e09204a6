#include "abdm/abha/device_xml.h"
#include "abdm/abha/registered_device.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm::abha;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// A maker's RD service on this computer: a real local server that answers by verb.
class Maker
{
public:
    QList<QByteArray> heard; ///< verb and path of every request
    QByteArray options; ///< body of the last CAPTURE
    QByteArray status = "<RDService status=\"READY\" info=\"Maker\"><Interface id=\"DEVICEINFO\" path=\"/rd/info\"/>"
                        "<Interface id=\"CAPTURE\" path=\"/rd/capture\"/></RDService>";
    QByteArray capture = "<PidData><Resp errCode=\"0\" errInfo=\"\"/><Data type=\"X\">AAAA</Data></PidData>";
    int httpStatus = 200;
    bool silent = false;

    explicit Maker(quint16 port = 0)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (auto *socket = m_server.nextPendingConnection())
                serve(socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost, port))
            qFatal("no port");
    }
    int port() const { return m_server.serverPort(); }

private:
    void serve(QTcpSocket *socket)
    {
        auto bytes = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, bytes] {
            *bytes += socket->readAll();
            const auto head = bytes->indexOf("\r\n\r\n");
            if (head < 0)
                return;
            const auto at = bytes->toLower().indexOf("content-length:");
            const auto length = at < 0 ? 0 : bytes->mid(at + 15, bytes->indexOf('\r', at) - at - 15).trimmed().toInt();
            if (bytes->size() < head + 4 + length)
                return;
            const auto start = bytes->left(bytes->indexOf('\r')).split(' ');
            heard += start[0] + ' ' + start[1];
            if (silent)
                return;
            if (start[0] == "CAPTURE")
                options = bytes->mid(head + 4);
            const auto body = start[0] == "CAPTURE" ? capture : status;
            socket->write("HTTP/1.1 " + QByteArray::number(httpStatus)
                + " -\r\nContent-Type: text/xml\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\nConnection: close\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    }

    QTcpServer m_server;
};

}

/// The RD service of a registered device as UIDAI's specification 2.0 has it: who is asked, what is sent, and that what
/// comes back passes through unread and never counts as more than it is.
class TestRegisteredDevice : public QObject
{
    Q_OBJECT

    static DeviceConfig at(const Maker &maker)
    {
        DeviceConfig config;
        config.base = QUrl(u"http://127.0.0.1"_s);
        config.firstPort = config.lastPort = maker.port();
        config.environment = u"P"_s;
        return config;
    }
    static Answer<Capture> taken(RegisteredDevice &device, Biometric kind)
    {
        auto future = device.capture(kind);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 30'000); }();
        return future.result();
    }
    static QString refusalOf(DeviceConfig config)
    {
        RegisteredDevice device(std::move(config));
        const auto answer = taken(device, Biometric::Fingerprint);
        return answer ? QString() : answer.error().code;
    }

private Q_SLOTS:
    void aFingerIsCapturedAndPassedOnUnread()
    {
        Maker maker;
        RegisteredDevice device(at(maker));
        const auto answer = taken(device, Biometric::Fingerprint);
        QVERIFY(answer);
        QCOMPARE(maker.heard, (QList<QByteArray>{"RDSERVICE /", "CAPTURE /rd/capture"}));
        QCOMPARE(QByteArray::fromBase64(answer->pid.reveal()), maker.capture);
        for (const auto *said : {"fCount=\"1\"", "iCount=\"0\"", "pidVer=\"2.0\"", "format=\"0\"", "env=\"P\"",
                 "wadh=\"RZ+k4w9ySTzOibQdDHPzCFqrKScZ74b3EibKYy1WyGw=\""})
            QVERIFY2(maker.options.contains(said), said);
    }

    void anIrisIsAskedForByItself()
    {
        Maker maker;
        auto config = at(maker);
        config.wadh = "b3duCg==";
        RegisteredDevice device(config);
        QVERIFY(taken(device, Biometric::Iris));
        for (const auto *said : {"fCount=\"0\"", "iCount=\"1\"", "wadh=\"b3duCg==\""})
            QVERIFY2(maker.options.contains(said), said);
    }

    void theFirstReadyOneOfTheRangeTakesIt()
    {
        Maker first;
        Maker second(quint16(first.port() + 1));
        first.status.replace("READY", "NOTREADY");
        auto config = at(first);
        config.lastPort = second.port();
        RegisteredDevice device(config);
        QVERIFY(taken(device, Biometric::Fingerprint));
        QCOMPARE(first.heard.size(), 1);
        QCOMPARE(second.heard.size(), 2);
    }

    void aHostInThePathIsLeftOut()
    {
        Maker maker;
        maker.status.replace("/rd/capture", "/127.0.0.1:" + QByteArray::number(maker.port()) + "/capture");
        RegisteredDevice device(at(maker));
        QVERIFY(taken(device, Biometric::Fingerprint));
        QCOMPARE(maker.heard.last(), "CAPTURE /capture");
    }

    void itSaysWhyThereIsNoCapture_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("capture");
        QTest::addColumn<QString>("code");
        const QByteArray ready = Maker().status;
        const QByteArray good = Maker().capture;
        const auto with
            = [](QByteArray text, const char *old, const QByteArray &other) { return text.replace(old, other); };
        QTest::newRow("not ready") << with(ready, "READY", "NOTREADY") << good << u"DEVICE-BUSY"_s;
        QTest::newRow("in use") << with(ready, "READY", "USED") << good << u"DEVICE-BUSY"_s;
        QTest::newRow("no capture") << with(ready, "CAPTURE", "INFO") << good << u"DEVICE-BUSY"_s;
        QTest::newRow("elsewhere") << with(ready, "/rd/capture", "//evil.example/x") << good << u"DEVICE-BUSY"_s;
        QTest::newRow("not XML") << QByteArray("hello") << good << u"DEVICE-NONE"_s;
        QTest::newRow("document type") << QByteArray("<!DOCTYPE a><RDService status=\"READY\"/>") << good
                                       << u"DEVICE-NONE"_s;
        QTest::newRow("timed out") << ready << with(good, "errCode=\"0\"", "errCode=\"700\"") << u"DEVICE-CAPTURE"_s;
        QTest::newRow("no data") << ready << with(good, "Data", "Date") << u"DEVICE-XML"_s;
        QTest::newRow("no verdict") << ready << with(good, "Resp", "Rest") << u"DEVICE-XML"_s;
        QTest::newRow("half") << ready << good.chopped(10) << u"DEVICE-XML"_s;
        QTest::newRow("deep") << ready << QByteArray("<a>").repeated(100) << u"DEVICE-XML"_s;
        QTest::newRow("huge") << ready << with(good, "AAAA", QByteArray(300 * 1024, 'A')) << u"DEVICE-XML"_s;
    }
    void itSaysWhyThereIsNoCapture()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, capture);
        QFETCH(QString, code);
        Maker maker;
        maker.status = status;
        maker.capture = capture;
        QCOMPARE(refusalOf(at(maker)), code);
    }

    void nobodyAnswersIsNoDevice()
    {
        Maker refusing;
        refusing.httpStatus = 404;
        QCOMPARE(refusalOf(at(refusing)), u"DEVICE-NONE"_s);
        Maker mute;
        mute.silent = true;
        auto config = at(mute);
        config.probeTimeout = 100ms;
        QCOMPARE(refusalOf(config), u"DEVICE-NONE"_s);
    }

    void onlyThisComputerIsAsked_data()
    {
        QTest::addColumn<QString>("base");
        for (const auto &base : {u"http://192.0.2.1"_s, u"http://example.org"_s, u"ftp://127.0.0.1"_s, QString()})
            QTest::newRow(qPrintable(base)) << base;
    }
    void onlyThisComputerIsAsked()
    {
        QFETCH(QString, base);
        Maker maker;
        auto config = at(maker);
        config.base = QUrl(base);
        QCOMPARE(refusalOf(config), u"DEVICE-NONE"_s);
        QVERIFY(maker.heard.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRegisteredDevice)
#include "tst_registered_device.moc"
