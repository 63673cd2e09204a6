#include "bridge/inbox_writer.h"
#include "common/utc_time.h"
#include "support/plain_sealer.h"
#include "support/postgres_server.h"

#include <QTest>

#include <future>

using namespace nadi;

class TestInboxWriter : public QObject
{
    Q_OBJECT

    static storage::InboxMessage callback(const char *request)
    {
        storage::InboxMessage message;
        message.source = QStringLiteral("gateway");
        message.route = QStringLiteral("/api/v3/hip/token/on-generate-token");
        message.request = RequestId(QString::fromLatin1(request));
        message.body = "{}";
        message.receivedAt = UtcTime::fromMs(1'795'200'000'000);
        return message;
    }
    static Result<storage::InboxPut> write(bridge::InboxWriter &writer, const char *request)
    {
        std::promise<Result<storage::InboxPut>> answer;
        writer.write(callback(request), [&](const auto &put) { answer.set_value(put); });
        return answer.get_future().get();
    }

private Q_SLOTS:
    void aServerThatComesBackIsWrittenToAgain()
    {
        const auto server = test::PostgresServer::start();
        if (!server)
            QSKIP("NOT TESTED: no PostgreSQL server programs (initdb) on this machine");
        test::PlainSealer sealer;
        storage::DatabaseConfig config;
        config.backend = storage::Backend::Postgres;
        config.location = server->createDatabase();
        QVERIFY(storage::Connection::open(config, sealer)); // the owner migrates
        config.location = server->location(server->lastDatabase(), QStringLiteral("nadi_test"));

        std::atomic<int> commits = 0;
        const auto writer = bridge::InboxWriter::start(config, sealer, [&] { ++commits; }).value();
        QCOMPARE(write(*writer, "before").value(), storage::InboxPut::Stored);
        server->restart();
        QCOMPARE(write(*writer, "after").value(), storage::InboxPut::Stored);
        QCOMPARE(write(*writer, "before").value(), storage::InboxPut::Repeat);
        QTRY_COMPARE(commits.load(), 2);
    }
};

QTEST_GUILESS_MAIN(TestInboxWriter)
#include "tst_inbox_writer.moc"
