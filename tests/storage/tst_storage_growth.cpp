#include "databases.h"
#include "storage/abha_repository.h"
#include "storage/appointment_repository.h"
#include "storage/connection_private.h"
#include "storage/facility_repository.h"
#include "storage/identifier_repository.h"
#include "storage/merge_repository.h"
#include "storage/patient_repository.h"
#include "values.h"

#include <QSqlDriver>

#include <sqlite3.h>

#include <functional>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

constexpr int small = 20;
constexpr int large = 600;

PatientId idOf(int number)
{
    return PatientId(QStringLiteral("patient-%1").arg(number));
}

Patient person(int number)
{
    auto out = asha(idOf(number).value());
    out.abhaNumber = *AbhaNumber::parse(QString::number(91'000'000'000'000 + qint64(number) * 7'919'337));
    out.abhaAddress = *AbhaAddress::parse(QStringLiteral("person.%1@sbx").arg(number));
    out.mobile = QString::number(9'000'000'000 + number);
    out.localNumber = QStringLiteral("KR-%1").arg(number, 5, 10, QLatin1Char('0'));
    return out;
}

Appointment visitOf(int number)
{
    auto out = appointment(QStringLiteral("visit-%1").arg(number), slotAt(morning + number * 15min));
    out.patient = idOf(number);
    return out;
}

/// A new person, with a booked slot.
Done addPerson(Connection &db, int number)
{
    Transaction transaction(db);
    if (const auto done = PatientRepository(db).add(person(number), kr, clerk, morning); !done)
        return done;
    AppointmentRepository appointments(db);
    const auto visit = visitOf(number);
    const auto hold
        = appointments.hold(HoldId(QStringLiteral("hold-%1").arg(number)), visit.slot, morning, morning + 10min);
    if (!hold)
        return failed(hold);
    if (const auto done = appointments.confirm(hold->id, visit, clerk, morning); !done)
        return done;
    AbhaRepository abha(db);
    if (const auto done = abha.addSnapshot({idOf(number), AbhaProof::AadhaarOtp, morning, {}, {}, {}}); !done)
        return done;
    if (const auto done = abha.addDecline(idOf(number), kr, clerk.user, morning); !done)
        return done;
    return transaction.commit();
}

/// What SQLite's virtual machine did for `work`: the same on every machine and under any load, and large as soon as one
/// statement walks through a table.
int stepsOf(Connection &db, const std::function<Done()> &work, Done &done)
{
    auto *handle = *static_cast<sqlite3 *const *>(db.internals().database.driver()->handle().constData());
    int steps = 0;
    const auto count = [](void *counter) { return ++*static_cast<int *>(counter), 0; };
    sqlite3_progress_handler(handle, 1, count, &steps);
    done = work();
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    return steps;
}

struct Operation
{
    const char *name;
    std::function<Done(Connection &, int newest)> run; ///< `newest`: number of the person who came last
};

template <class T>
Done plain(const Result<T> &result)
{
    return result ? Done() : failed(result);
}

const std::vector<Operation> operations{
    {"register a person and book", [](Connection &db, int newest) { return addPerson(db, newest + 1); }},
    {"correct a person",
        [](Connection &db, int newest) {
            auto changed = person(newest);
            changed.place = QStringLiteral("Nashik");
            return PatientRepository(db).update(changed, clerk, morning);
        }},
    {"another ABHA address",
        [](Connection &db, int newest) {
            Identifier more;
            more.patient = idOf(newest);
            more.system = IdentifierSystem::AbhaAddress;
            more.value = QStringLiteral("second.%1@sbx").arg(newest);
            more.addedAt = morning;
            return IdentifierRepository(db).add(more);
        }},
    {"identifiers of a person",
        [](Connection &db, int newest) { return plain(IdentifierRepository(db).ofPatient(idOf(newest))); }},
    {"who has an ABHA number",
        [](Connection &db, int newest) {
            return plain(
                IdentifierRepository(db).holder(IdentifierSystem::AbhaNumber, {}, person(newest).abhaNumber->digits()));
        }},
    {"by mobile",
        [](Connection &db, int newest) { return plain(PatientRepository(db).byMobile(person(newest).mobile)); }},
    {"by our number",
        [](Connection &db, int newest) {
            return plain(PatientRepository(db).byLocalNumber(person(newest).localNumber, kr));
        }},
    {"what the search index has missed",
        [](Connection &db, int) {
            const PatientRepository patients(db);
            return plain(patients.changedSince(*patients.mark() - 1, kr, [](const Patient &) { }));
        }},
    {"newest ABHA snapshot",
        [](Connection &db, int newest) { return plain(AbhaRepository(db).newestSnapshot(idOf(newest))); }},
    {"last decline", [](Connection &db, int newest) { return plain(AbhaRepository(db).lastDecline(idOf(newest))); }},
    {"what a merge would move",
        [](Connection &db, int newest) { return plain(MergeRepository(db).preview(idOf(newest), idOf(newest - 1))); }},
    {"ABHA out of merged files",
        [](Connection &db, int newest) { return PatientRepository(db).forgetAbhaOfMerged(idOf(newest)); }},
    {"visits of a person",
        [](Connection &db, int newest) { return plain(AppointmentRepository(db).ofPatient(idOf(newest))); }},
    {"visits of an hour",
        [](Connection &db, int newest) {
            const auto last = visitOf(newest).slot.start;
            return plain(AppointmentRepository(db).between(kr, last - 1h, last));
        }},
    {"arrive",
        [](Connection &db, int newest) {
            return plain(AppointmentRepository(db).arrive(visitOf(newest).id, 1, QDate(2026, 11, 21), clerk, morning));
        }},
};

}

/// A clinic of 100,000 people is as quick at the desk as a new one: no ordinary operation reads more of the database
/// because more people are in it.
class TstStorageGrowth : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

private Q_SLOTS:
    void theWorkDoesNotGrowWithTheClinic_data()
    {
        QTest::addColumn<int>("operation");
        for (size_t i = 0; i < operations.size(); ++i)
            QTest::newRow(operations[i].name) << int(i);
    }
    void theWorkDoesNotGrowWithTheClinic()
    {
        QFETCH(int, operation);
        const auto opened = Connection::open(databases.fresh(false), sealer);
        GOOD(opened);
        auto &db = **opened;
        GOOD(FacilityRepository(db).save(krishnaRoad()));
        const auto stepsAmong = [&](int from, int people, Done &done) {
            Transaction transaction(db);
            for (int i = from; i < people && done; ++i)
                done = addPerson(db, i);
            if (done)
                done = transaction.commit();
            if (!done)
                return 0;
            return stepsOf(db, [&] { return operations[size_t(operation)].run(db, people - 1); }, done);
        };
        Done done;
        const int among = stepsAmong(0, small, done);
        GOOD(done);
        const int amongMany = stepsAmong(small + 1, large, done);
        GOOD(done);
        QVERIFY(among > 0);
        QVERIFY2(amongMany <= among * 3 / 2,
            qPrintable(QStringLiteral("%1 steps among %2 people, %3 among %4")
                    .arg(among)
                    .arg(small)
                    .arg(amongMany)
                    .arg(large)));
    }
};

QTEST_GUILESS_MAIN(TstStorageGrowth)
#include "tst_storage_growth.moc"
