#include "abdm/endpoint.h"
#include "bridge/token_watch.h"
#include "runner_clinic.h"
#include "storage/appointment_repository.h"

#include <QTest>

using namespace nadi;
using namespace std::chrono_literals;
using storage::OutboxState;
using test::RunnerClinic;

namespace
{

const AbhaAddress address = AbhaAddress::parse(u"asha.k@sbx").value();

/// A patient with a token of this remaining life, and a visit so far from now.
struct Case
{
    explicit Case(std::chrono::milliseconds tokenLife, std::chrono::milliseconds visitIn)
    {
        const auto now = clinic.clock.now();
        auto saved = storage::ConsentRepository(*clinic.db)
                         .saveLinkToken({address, clinic.facility, now - 24h * 170, now + tokenLife},
                             Secret("old-token"), QStringLiteral("generated"));
        record = clinic.signedRecord(address.value());
        Appointment visit;
        visit.id = AppointmentId(QStringLiteral("a1"));
        visit.slot = {clinic.facility, DoctorId(QStringLiteral("d1")), now + visitIn, now + visitIn + 15min};
        visit.patient = record->record.patient;
        storage::AppointmentRepository appointments(*clinic.db);
        const HoldId hold(QStringLiteral("h1"));
        [[maybe_unused]] auto held = appointments.hold(hold, visit.slot, now, now + 5min);
        booked = appointments.confirm(hold, visit, {UserId(QStringLiteral("clerk-1")), Role::Clerk}, now).has_value();
        clinic.drain();
    }
    int begin() { return bridge::beginTokenRenewals(*clinic.db, clinic.clock, clinic.ids).value_or(-1); }
    int tokenRequests()
    {
        const auto calls = storage::Outbox(*clinic.db).inState(OutboxState::Pending, 100).value();
        return int(std::count_if(calls.begin(), calls.end(),
            [](const auto &call) { return call.operation == abdm::operation::generateToken.toString(); }));
    }

    RunnerClinic clinic;
    std::optional<clinic::Signed> record;
    bool booked = false;
};

}

/// B10: what decides that a link token is renewed now.
class TestTokenWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenIsRenewedInItsLastWeekWhileAVisitIsOpen_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("life");
        QTest::addColumn<std::chrono::milliseconds>("visit");
        QTest::addColumn<int>("renewals");
        const auto row = [](const char *name, std::chrono::milliseconds life, std::chrono::milliseconds visit, int n) {
            QTest::newRow(name) << life << visit << n;
        };
        row("six days left, visit today", 24h * 6, 1h, 1);
        row("six days left, visit in five days", 24h * 6, 24h * 5, 1);
        row("visit of yesterday evening still open", 24h * 6, -20h, 1);
        row("eight days left", 24h * 8, 1h, 0);
        row("visit in nine days", 24h * 6, 24h * 9, 0);
        row("visit long over", 24h * 6, -24h * 3, 0);
        row("token dead already: the next delivery asks", -1h, 1h, 0);
    }
    void aTokenIsRenewedInItsLastWeekWhileAVisitIsOpen()
    {
        QFETCH(std::chrono::milliseconds, life);
        QFETCH(std::chrono::milliseconds, visit);
        QFETCH(int, renewals);
        Case c(life, visit);
        QVERIFY(c.booked);
        const int before = c.tokenRequests();
        QCOMPARE(c.begin(), renewals);
        c.clinic.drain();
        QCOMPARE(c.tokenRequests(), before + renewals);
    }

    void lookingAgainBeginsNothingTwice()
    {
        Case c(24h * 6, 1h);
        QCOMPARE(c.begin(), 1);
        QCOMPARE(c.begin(), 0);
        c.clinic.drain();
        QCOMPARE(c.begin(), 0);
        QCOMPARE(c.tokenRequests(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTokenWatch)
#include "tst_token_watch.moc"
