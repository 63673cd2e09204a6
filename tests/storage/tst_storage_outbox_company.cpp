#include "databases.h"
#include "storage/outbox.h"
#include "values.h"

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// Several messages of one order in one call, under one REQUEST-ID, on both databases.
class TstOutboxCompany : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    static constexpr int most = 10;

    static OutboxMessage call(int number, const QString &operation = QStringLiteral("link.carecontext"))
    {
        OutboxMessage message;
        message.businessKey = QStringLiteral("link:r%1").arg(number);
        message.flow = FlowId(QStringLiteral("flow-%1").arg(number));
        message.facility = kr;
        message.orderKey = QStringLiteral("kr/p1");
        message.operation = operation;
        message.dueAt = morning;
        message.deadline = morning + 48h;
        message.createdAt = morning;
        return message;
    }
    static QString keys(const Result<QList<OutboxMessage>> &messages)
    {
        QStringList out;
        for (const auto &message : messages.value())
            out << message.businessKey.mid(5);
        return out.join(u' ');
    }
    static OutboxMessage taken(Outbox &outbox, UtcTime now) { return outbox.lease(now, now + 30s)->value(); }

    /// The first with everybody behind it, as the courier does: leased, and the attempt written.
    static QList<OutboxMessage> leave(Outbox &outbox, const QString &request, UtcTime now)
    {
        const auto head = taken(outbox, now);
        QList<OutboxMessage> all{head};
        const auto behind = outbox.company(head, most, now).value();
        for (const auto &next : behind)
            all << outbox.leaseWith(head, next, now).value();
        for (const auto &message : all)
            if (!outbox.beginAttempt(message, RequestId(request), now))
                return {};
        return all;
    }

private Q_SLOTS:
    void whatWaitsRightBehindMayGoWithTheFirst_data() { Databases::columns(); }
    void whatWaitsRightBehindMayGoWithTheFirst()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        for (int i = 1; i <= 4; ++i)
            GOOD(outbox.put(call(i)));
        GOOD(outbox.put(call(5, QStringLiteral("link.generate-token"))));
        GOOD(outbox.put(call(6)));
        auto other = call(7);
        other.orderKey = QStringLiteral("kr/p2");
        GOOD(outbox.put(other));
        GOOD(outbox.conclude(QStringLiteral("link:r3"), OutboxState::Refused, QStringLiteral("WITHDRAWN"), morning));
        const auto head = taken(outbox, morning);
        QCOMPARE(keys(outbox.company(head, most, morning)), QStringLiteral("r2 r4"));
        QCOMPARE(keys(outbox.company(head, 1, morning)), QStringLiteral("r2"));
    }

    void whatIsNotDueYetStays_data() { Databases::columns(); }
    void whatIsNotDueYetStays()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        GOOD(outbox.put(call(1)));
        auto later = call(2);
        later.dueAt = morning + 1h;
        GOOD(outbox.put(later));
        QCOMPARE(keys(outbox.company(taken(outbox, morning), most, morning)), QString());
    }

    void oneAnswerFindsThemAll_data() { Databases::columns(); }
    void oneAnswerFindsThemAll()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        for (int i = 1; i <= 3; ++i)
            GOOD(outbox.put(call(i)));
        leave(outbox, QStringLiteral("q1"), morning);
        QCOMPARE(keys(outbox.together(RequestId(QStringLiteral("q1")))), QStringLiteral("r1 r2 r3"));
        QCOMPARE(outbox.byRequest(RequestId(QStringLiteral("q1")))->businessKey, QStringLiteral("link:r1"));
        QCOMPARE(keys(outbox.together(RequestId(QStringLiteral("q2")))), QString());
    }

    /// The gateway tells a repeat by its content (8.4): the same leave together again, and nobody joins them.
    void aRepeatHasTheSameCompany_data() { Databases::columns(); }
    void aRepeatHasTheSameCompany()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        for (int i = 1; i <= 3; ++i)
            GOOD(outbox.put(call(i)));
        for (const auto &message : leave(outbox, QStringLiteral("q1"), morning))
            GOOD(outbox.settle(message, OutboxState::Pending, QStringLiteral("ANSWER-UNKNOWN"), morning + 1s, morning));
        GOOD(outbox.put(call(4)));
        QCOMPARE(keys(outbox.company(taken(outbox, morning + 1s), most, morning + 1s)), QStringLiteral("r2 r3"));
    }

    void aCrashBeforeTheAnswerKeepsThemTogether_data() { Databases::columns(); }
    void aCrashBeforeTheAnswerKeepsThemTogether()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        for (int i = 1; i <= 3; ++i)
            GOOD(outbox.put(call(i)));
        leave(outbox, QStringLiteral("q1"), morning);
        QCOMPARE(*outbox.recoverLeases(morning + 30s), 3);
        QCOMPARE(outbox.counts()->value(QStringLiteral("unknown")), 3); // its bytes may have left, for all of them
        for (int i = 1; i <= 3; ++i)
            GOOD(outbox.requeue(QStringLiteral("link:r%1").arg(i), morning + 31s, morning + 31s));
        // Somebody withdrew the first: the others repeat without it.
        GOOD(outbox.conclude(QStringLiteral("link:r1"), OutboxState::Refused, QStringLiteral("WITHDRAWN"), morning));
        const auto again = leave(outbox, QStringLiteral("q2"), morning + 31s);
        QCOMPARE(keys(again), QStringLiteral("r2 r3"));
        QCOMPARE(keys(outbox.together(RequestId(QStringLiteral("q1")))), QStringLiteral("r1 r2 r3"));
        QCOMPARE(keys(outbox.together(RequestId(QStringLiteral("q2")))), QStringLiteral("r2 r3"));
    }

    void whoSomebodyElseDecidedIsNotTakenAlong_data() { Databases::columns(); }
    void whoSomebodyElseDecidedIsNotTakenAlong()
    {
        OPEN_DATABASE(databases, config, db);
        Outbox outbox(db);
        GOOD(outbox.put(call(1)));
        GOOD(outbox.put(call(2)));
        const auto head = taken(outbox, morning);
        const auto waiting = outbox.company(head, most, morning).value();
        GOOD(outbox.conclude(QStringLiteral("link:r2"), OutboxState::Refused, QStringLiteral("WITHDRAWN"), morning));
        FAILS(outbox.leaseWith(head, waiting.first(), morning), "DB-FENCE");
    }
};

QTEST_GUILESS_MAIN(TstOutboxCompany)
#include "tst_storage_outbox_company.moc"
