// Storage against SQLite's C interface on the same table in the same process: what Qt SQL, the tenant and the sealing
// cost. Each pair (nadi…, reference…) makes one ratio of docs/performance.md.

#include "common/random.h"
#include "sealing/box_sealer.h"
#include "storage/inbox.h"
#include "storage/patient_repository.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>
#include <sqlite3.h>

using namespace nadi;
using namespace nadi::storage;

namespace
{

constexpr int rowsPerTransaction = 1000;
constexpr int patientCount = 10'000;
const QByteArray body(1200, 'b'); // a usual callback

struct Clinic
{
    QTemporaryDir folder;
    SystemRandom random;
    std::unique_ptr<sealing::SealedBoxSealer> sealer
        = std::move(*sealing::SealedBoxSealer::withKey(Secret(random.bytes(32)), random));
    DatabaseConfig config{.backend = Backend::Sqlite, .location = folder.filePath(QStringLiteral("clinic.db"))};
    std::unique_ptr<Connection> db = std::move(*Connection::open(config, *sealer));
    int next = 0;

    InboxMessage message()
    {
        InboxMessage out;
        out.source = QStringLiteral("gateway");
        out.route = QStringLiteral("/api/v3/link/on_carecontext");
        out.request = RequestId(QString::number(++next));
        out.body = body;
        out.receivedAt = UtcTime::fromMs(1);
        return out;
    }
};

/// The same file by the C interface, prepared once.
class Reference
{
public:
    explicit Reference(const Clinic &clinic)
    {
        sqlite3_open(clinic.config.location.toUtf8().constData(), &m_db);
        command("PRAGMA synchronous = FULL");
        m_insert = prepared(
            "INSERT INTO inbox (tenant, source, route, request, facility, flow, received_at, finished_at, state,"
            " attempts, error_code, sealed) VALUES ('reference', 'gateway', '/r', ?, '', '', 1, 0, 'new', 0, '', ?)");
        m_find = prepared("SELECT id FROM patient WHERE tenant = 'default' AND mobile_index = ?");
    }
    ~Reference()
    {
        sqlite3_finalize(m_insert);
        sqlite3_finalize(m_find);
        sqlite3_close(m_db);
    }
    void command(const char *sql) { sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr); }
    void insert()
    {
        const auto request = QByteArray::number(++m_next);
        sqlite3_bind_text(m_insert, 1, request.constData(), int(request.size()), nullptr);
        sqlite3_bind_blob(m_insert, 2, body.constData(), int(body.size()), nullptr);
        sqlite3_step(m_insert);
        sqlite3_reset(m_insert);
    }
    bool find(const QByteArray &index)
    {
        sqlite3_bind_blob(m_find, 1, index.constData(), int(index.size()), nullptr);
        const bool there = sqlite3_step(m_find) == SQLITE_ROW && sqlite3_column_bytes(m_find, 0) > 0;
        sqlite3_reset(m_find);
        return there;
    }

private:
    sqlite3_stmt *prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_db, sql, -1, &statement, nullptr);
        return statement;
    }
    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_insert = nullptr;
    sqlite3_stmt *m_find = nullptr;
    int m_next = 0;
};

Patient person(int n)
{
    Patient patient;
    patient.id = PatientId(QStringLiteral("patient-%1").arg(n));
    patient.name = QStringLiteral("Asha Kulkarni %1").arg(n);
    patient.mobile = QString::number(9'000'000'000 + n);
    patient.localNumber = QStringLiteral("KR-%1").arg(n);
    return patient;
}

const FacilityId facility{QStringLiteral("IN0710000123")};

/// One clinic with patients for all readers; made once.
Clinic &filled()
{
    static Clinic clinic;
    if (clinic.next == 0) {
        Transaction transaction(*clinic.db);
        for (; clinic.next < patientCount; ++clinic.next)
            if (!PatientRepository(*clinic.db).add(person(clinic.next), facility, {}, UtcTime::fromMs(1)))
                std::abort();
        if (!transaction.commit())
            std::abort();
    }
    return clinic;
}

void nadiInsertBatch(benchmark::State &state)
{
    Clinic clinic;
    for (auto _ : state) {
        Transaction transaction(*clinic.db);
        for (int i = 0; i < rowsPerTransaction; ++i)
            benchmark::DoNotOptimize(Inbox(*clinic.db).put(clinic.message()));
        if (!transaction.commit())
            state.SkipWithError("commit");
    }
    state.SetItemsProcessed(state.iterations() * rowsPerTransaction);
}

void referenceInsertBatch(benchmark::State &state)
{
    Clinic clinic;
    Reference reference(clinic);
    for (auto _ : state) {
        reference.command("BEGIN IMMEDIATE");
        for (int i = 0; i < rowsPerTransaction; ++i)
            reference.insert();
        reference.command("COMMIT");
    }
    state.SetItemsProcessed(state.iterations() * rowsPerTransaction);
}

void nadiDurablePut(benchmark::State &state)
{
    Clinic clinic;
    for (auto _ : state)
        if (!Inbox(*clinic.db).put(clinic.message()))
            state.SkipWithError("put");
    state.SetItemsProcessed(state.iterations());
}

void referenceDurablePut(benchmark::State &state)
{
    Clinic clinic;
    Reference reference(clinic);
    for (auto _ : state)
        reference.insert(); // its own transaction, synchronous FULL
    state.SetItemsProcessed(state.iterations());
}

void nadiFind(benchmark::State &state)
{
    auto &clinic = filled();
    int n = 0;
    for (auto _ : state) {
        const auto found = PatientRepository(*clinic.db).byMobile(person(n++ % patientCount).mobile);
        if (!found || found->size() != 1)
            state.SkipWithError("find");
    }
    state.SetItemsProcessed(state.iterations());
}

void referenceFind(benchmark::State &state)
{
    auto &clinic = filled();
    Reference reference(clinic);
    int n = 0;
    for (auto _ : state)
        if (!reference.find(clinic.sealer->blindIndex("mobile", person(n++ % patientCount).mobile.toUtf8())))
            state.SkipWithError("find");
    state.SetItemsProcessed(state.iterations());
}

/// Filling the search index after unlock: 100,000 patients are 100,000 divided by items per second.
void nadiOpenEveryPatient(benchmark::State &state)
{
    auto &clinic = filled();
    for (auto _ : state) {
        int seen = 0;
        if (!PatientRepository(*clinic.db).forEach(facility, [&](const Patient &) { ++seen; }) || seen != patientCount)
            state.SkipWithError("forEach");
    }
    state.SetItemsProcessed(state.iterations() * patientCount);
}

BENCHMARK(nadiInsertBatch)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(referenceInsertBatch)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(nadiDurablePut)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(referenceDurablePut)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(nadiFind)->Unit(benchmark::kMicrosecond);
BENCHMARK(referenceFind)->Unit(benchmark::kMicrosecond);
BENCHMARK(nadiOpenEveryPatient)->Unit(benchmark::kMillisecond);

}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
