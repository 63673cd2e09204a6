#include "callback_door.h"
#include "support/seeded_random.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace nadi;
using test::CallbackDoor;
using test::CallbackRequest;
using test::TokenMaker;

namespace
{

/// The child: a door on the given file. Says port, issuer and a token, then waits to be killed.
int beTheDoor(const QString &file)
{
    const TokenMaker gateway;
    CallbackDoor door(file, [&]() -> Result<QByteArray> { return gateway.keySet(); });
    const QJsonObject line{{QStringLiteral("port"), door.server->port()},
        {QStringLiteral("issuer"), QString::fromLatin1(door.pem.issuerPem)},
        {QStringLiteral("token"), QString::fromLatin1(gateway.token())}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}

}

/// 202 means "safe with us": also when the process dies at the very next moment (S-C8).
class TestIntakeCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallbackAnswered202SurvivesAKill()
    {
        constexpr int kills = 50;
        QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("inbox.db"));
        test::SeededRandom random(20'261'120);
        QSet<QString> promised;
        for (int round = 0; round < kills; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--door"), file});
            while (!child.canReadLine())
                QVERIFY(child.waitForReadyRead(20'000));
            const auto line = QJsonDocument::fromJson(child.readLine()).object();
            test::TlsClient client(quint16(line[u"port"].toInt()), line[u"issuer"].toString().toLatin1());
            QVERIFY(client.ready());
            const int callbacks = 1 + int(random.next() % 4);
            for (int i = 0; i < callbacks; ++i) {
                const QByteArray id = "round-" + QByteArray::number(round) + '-' + QByteArray::number(i);
                client.send(CallbackRequest{.token = line[u"token"].toString().toLatin1(), .requestId = id}.bytes());
                QCOMPARE(client.receive().status, 202);
                promised.insert(QString::fromLatin1(id));
            }
            // One more is on its way when the end comes: it may be there or not, but never half.
            client.send(CallbackRequest{
                .token = line[u"token"].toString().toLatin1(), .requestId = "unanswered-" + QByteArray::number(round)}
                    .bytes());
            ::kill(pid_t(child.processId()), SIGKILL);
            QVERIFY(child.waitForFinished(5'000));
        }
        const auto db = storage::Connection::open(
            {storage::Backend::Sqlite, file, TenantId(QStringLiteral("t1")), storage::Durability::Full},
            CallbackDoor::plain())
                            .value();
        storage::Inbox inbox(*db);
        QSet<QString> processed;
        for (auto message = inbox.next(test::wallClock()).value(); message;
            message = inbox.next(test::wallClock()).value()) {
            QVERIFY(!processed.contains(message->request.value()));
            QVERIFY(!message->body.isEmpty());
            processed.insert(message->request.value());
            QVERIFY(inbox.finish(message->sequence, storage::InboxState::Done, {}, test::wallClock()));
        }
        QCOMPARE(promised - processed, QSet<QString>());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QStringLiteral("--door"))
        return beTheDoor(arguments[2]);
    TestIntakeCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_intake_crash.moc"
