// A discovery from its callback in the inbox to the stored answer: look-ups by keyed hash, decision, outbox, audit, one
// durable commit. Asked 100 times a second, open loop: what is late counts as waiting. The reference in the same run is
// the same clinic with a thousand patients; docs/performance.md states the ratio.

#include "../bridge/discovery_clinic.h"
#include "storage/sql.h"

#include <QElapsedTimer>

#include <benchmark/benchmark.h>

#include <thread>

using namespace nadi;
using namespace std::chrono_literals;
using test::DiscoveryClinic;

namespace
{

constexpr int knownPeople = 200; // with a record each; half of the questions are about them
constexpr auto apart = 10ms; // 100 a second

/// Rows as the other patients of a large clinic leave them: nobody asks about them, but they stand in every index.
Done addOthers(storage::Connection &db, const FacilityId &facility, int count)
{
    using storage::execute;
    const auto tenant = db.tenant().value();
    storage::Transaction transaction(db);
    if (!transaction.begun())
        return transaction.begun();
    return execute(db,
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        u" INSERT INTO patient (tenant, id, mobile_index, abha_number_index, abha_address_index, abha_verified_at,"
        u" created_at, mark, version, sealed) SELECT ?, 'other-' || i, randomblob(32), randomblob(32), randomblob(32),"
        u" 0, 1, i + 1000000, 1, randomblob(300) FROM n",
        {count, tenant})
        .and_then([&] {
            return execute(db,
                u"INSERT INTO patient_local (tenant, facility, patient, number_index, sealed)"
                u" SELECT tenant, ?, id, randomblob(32), randomblob(40) FROM patient WHERE id LIKE 'other-%'",
                {facility.value()});
        })
        .and_then([&] {
            return execute(db,
                u"INSERT INTO identifier (tenant, id, patient, system, status, value_index, added_at, verified_at,"
                u" ended_at, sealed) SELECT tenant, 'i-' || id, id, 'abha-address', 'active', abha_address_index, 1, 1,"
                u" 0, randomblob(120) FROM patient WHERE id LIKE 'other-%'");
        })
        .and_then([&] { return transaction.commit(); });
}

int patients()
{
    const auto wanted = qEnvironmentVariableIntValue("NADI_BENCH_DISCOVERY_PATIENTS");
    return wanted > 0 ? wanted : 5'000; // ./nadi bench sets 1,000,000
}

int questions()
{
    return patients() >= 100'000 ? 2'000 : 60;
}

QString mobileOf(int person)
{
    return QString::number(9'000'000'000 + person);
}

std::unique_ptr<DiscoveryClinic> clinicOf(int people)
{
    auto clinic = std::make_unique<DiscoveryClinic>(storage::Durability::Full);
    for (int i = 0; i < knownPeople; ++i)
        clinic->recordOf(clinic->person(QStringLiteral("Asha Verma"), mobileOf(i)));
    clinic->drain();
    if (!addOthers(*clinic->db, clinic->facility, people))
        std::abort();
    return clinic;
}

void ask(DiscoveryClinic &clinic, int number)
{
    const auto id = QStringLiteral("question-%1").arg(number);
    const int person = number % (2 * knownPeople); // the second half is nobody's
    clinic.callback(test::discoverPath,
        DiscoveryClinic::asks(mobileOf(person), QStringLiteral("Asha Verma"), id + QStringLiteral("@sbx"), id), id,
        clinic.facility);
    if (!clinic.runner->workOnce().value_or(false))
        std::abort();
}

void answerQuestions(benchmark::State &state, int people)
{
    const auto clinic = clinicOf(people);
    std::vector<double> times;
    int number = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < questions(); ++i) {
            const auto due = start + apart * i;
            std::this_thread::sleep_until(due);
            ask(*clinic, number++);
            times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - due).count());
        }
    }
    std::sort(times.begin(), times.end());
    state.counters["patients"] = people + knownPeople;
    state.counters["p50_ms"] = times[times.size() / 2];
    state.counters["p99_ms"] = times[times.size() * 99 / 100];
    state.counters["max_ms"] = times.back();
}

void discovery(benchmark::State &state)
{
    answerQuestions(state, patients());
}
BENCHMARK(discovery)->Iterations(1)->UseRealTime()->Unit(benchmark::kMillisecond);

void discoveryInASmallClinic(benchmark::State &state)
{
    answerQuestions(state, 1'000);
}
BENCHMARK(discoveryInASmallClinic)->Iterations(1)->UseRealTime()->Unit(benchmark::kMillisecond);

}

BENCHMARK_MAIN();
