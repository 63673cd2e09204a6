// A discovery from its arrival to the stored answer ("answer"): the door's writer, look-ups by keyed hash, decision,
// outbox, audit, two durable commits, each shared by what waits at the time. Asked 100 times a second, open loop: what
// is late counts as waiting. The references, in the same file at the same pace right before: the look-ups and the
// decision without writing ("index"), and one durable commit of one row ("commit"). docs/performance.md has the ratios.

#include "../bridge/bridge_network.h"
#include "../bridge/discovery_clinic.h"
#include "bridge/facts_loader.h"
#include "bridge/inbox_writer.h"
#include "storage/meta.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <semaphore>
#include <thread>

using namespace nadi;
using namespace std::chrono_literals;
using test::DiscoveryClinic;

namespace
{

constexpr int knownPeople = 200; // with a record each; half of the questions are about them
constexpr auto apart = 10ms; // 100 a second
constexpr int mostInACommit = 16; // as the engine
constexpr int senderCount = 8;
constexpr auto onDiscover = "/api/hiecm/user-initiated-linking/v3/patient/care-context/on-discover";

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
    // As after a night: what making the people left in the journal is in the file before anybody measures.
    clinic->runner.reset();
    clinic->db.reset();
    clinic->db = storage::Connection::open(clinic->config, clinic->sealer).value();
    clinic->makeRunner();
    return clinic;
}

storage::InboxMessage question(const FacilityId &facility, int number, UtcTime now)
{
    const auto id = QStringLiteral("question-%1").arg(number);
    const int person = number % (2 * knownPeople); // the second half is nobody's
    storage::InboxMessage message;
    message.source = QStringLiteral("gateway");
    message.route = QString::fromLatin1(test::discoverPath);
    message.request = RequestId(id);
    message.facility = facility;
    message.body = QJsonDocument(
        DiscoveryClinic::asks(mobileOf(person), QStringLiteral("Asha Verma"), id + QStringLiteral("@sbx"), id))
                       .toJson(QJsonDocument::Compact);
    message.receivedAt = now;
    return message;
}

using Moment = std::chrono::steady_clock::time_point;

double millisecondsSince(Moment due)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - due).count();
}

struct Times
{
    double p50 = 0;
    double p99 = 0;
    double max = 0;
};

Times report(benchmark::State &state, const std::string &what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    const Times out{times[times.size() / 2], times[times.size() * 99 / 100], times.back()};
    state.counters[what + "_p50_ms"] = out.p50;
    state.counters[what + "_p99_ms"] = out.p99;
    state.counters[what + "_max_ms"] = out.max;
    return out;
}

/// Calls `work(i)` a hundred times a second, late or not; how long after its time each was done.
template <class Work>
std::vector<double> atPace(Work work)
{
    std::vector<double> times;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < questions(); ++i) {
        std::this_thread::sleep_until(start + apart * i);
        work(i);
        times.push_back(millisecondsSince(start + apart * i));
    }
    return times;
}

/// Reference: what the index costs, the step's look-ups and its decision without any writing.
std::vector<double> fromTheIndex(DiscoveryClinic &clinic, int &found)
{
    storage::FlowRow row;
    row.kind = flow_kind::discovery.toString();
    row.facility = clinic.facility;
    row.state = flows::discoveryStart();
    return atPace([&](int i) {
        const auto message = question(clinic.facility, i, clinic.clock.now());
        const flows::CallbackArrived event{abdm::CallbackKind::Discover,
            abdm::parseCallback(abdm::CallbackKind::Discover, message.body).value(), message.request, {}, {}};
        const auto needs = flows::needs(row.kind, row.state, event);
        const auto facts
            = bridge::loadFacts(*clinic.db, clinic.ids, {}, row, needs, {clinic.clock.now(), {}}, 0.5).value();
        const auto step = flows::stepFunction(row.kind)(row.state, event, facts).value();
        found += step.state[u"phase"].toString() == u"offered" ? 1 : 0;
    });
}

/// Reference: the least that a durable answer costs here, one small row and one commit in the same file.
std::vector<double> commitAlone(DiscoveryClinic &clinic)
{
    storage::Meta meta(*clinic.db);
    return atPace([&](int i) {
        if (!meta.set(QStringLiteral("bench"), QString::number(i)))
            std::abort();
    });
}

/// As in the bridge: the door's writer stores the callbacks, the engine's connection works on them in their order.
std::vector<double> answered(DiscoveryClinic &clinic, int &commits)
{
    const test::PlainSealer sealer; // the runner has one of its own
    std::counting_semaphore<> stored(0);
    auto writer = bridge::InboxWriter::start(clinic.config, sealer, [&] { stored.release(); }).value();
    std::vector<double> times;
    const auto start = std::chrono::steady_clock::now() + 50ms;
    std::thread gateway([&] {
        for (int i = 0; i < questions(); ++i) {
            std::this_thread::sleep_until(start + apart * i);
            writer->write(question(clinic.facility, i, clinic.clock.now()), [](const auto &put) {
                if (!put)
                    std::abort();
            });
        }
    });
    while (int(times.size()) < questions()) {
        stored.acquire(); // one word may stand for several callbacks
        while (const int together = clinic.runner->workTogether(mostInACommit).value_or(0)) {
            ++commits;
            for (int i = 0; i < together; ++i)
                times.push_back(millisecondsSince(start + apart * int(times.size())));
        }
    }
    gateway.join();
    return times;
}

void discovery(benchmark::State &state)
{
    const auto clinic = clinicOf(patients());
    state.counters["patients"] = patients() + knownPeople;
    for ([[maybe_unused]] auto _ : state) {
        std::array<double, 3> load{};
        getloadavg(load.data(), 1);
        state.counters["load_before"] = load[0];
        int found = 0;
        int commits = 0;
        const auto index = report(state, "index", fromTheIndex(*clinic, found));
        const auto commit = report(state, "commit", commitAlone(*clinic));
        const auto answer = report(state, "answer", answered(*clinic, commits));
        state.counters["found"] = found;
        state.counters["answers_per_commit"] = double(questions()) / commits;
        state.counters["answer_p99_over_commit_p99"] = answer.p99 / commit.p99;
        state.counters["answer_p99_over_index_p99"] = answer.p99 / index.p99;
    }
}
BENCHMARK(discovery)->Iterations(1)->UseRealTime()->Unit(benchmark::kMillisecond);

/// The whole bridge: asked over TLS, answered by the courier's call. Later than the 500 ms that every answer waits.
void throughTheBridge(benchmark::State &state)
{
    const auto clinic = clinicOf(patients());
    state.counters["patients"] = patients() + knownPeople;
    // What the records of the known people want to tell the network is not what is measured.
    storage::Outbox outbox(*clinic->db);
    const auto others = outbox.inState(storage::OutboxState::Pending, 10 * knownPeople).value();
    for (const auto &call : others)
        if (!outbox.conclude(call.businessKey, storage::OutboxState::Cancelled, {}, clinic->clock.now()))
            std::abort();
    clinic->runner.reset();
    clinic->db.reset();
    const test::PlainSealer sealer;
    test::BridgeNetwork network(
        clinic->config, sealer, {{QStringLiteral("bridge.ratePerPath"), QStringLiteral("1000")}});
    while (!network.knowsKeys())
        std::this_thread::sleep_for(10ms);
    for ([[maybe_unused]] auto _ : state) {
        const auto start = std::chrono::steady_clock::now() + 100ms;
        std::vector<std::thread> senders;
        for (int sender = 0; sender < senderCount; ++sender)
            senders.emplace_back([&, sender] {
                auto client = network.client();
                for (int i = sender; i < questions(); i += senderCount) {
                    const auto message = question(clinic->facility, i, clinic->clock.now());
                    std::this_thread::sleep_until(start + apart * i);
                    client.send(test::CallbackRequest{.path = test::discoverPath,
                        .token = network.token(),
                        .requestId = message.request.value().toLatin1(),
                        .facility = clinic->facility.value().toLatin1(),
                        .body = message.body}
                            .bytes());
                    if (client.receive(60'000).status != 202)
                        std::abort();
                }
            });
        for (auto &sender : senders)
            sender.join();
        while (network.heard(onDiscover).size() < questions())
            std::this_thread::sleep_for(50ms);
        std::vector<double> times;
        for (const auto &answer : network.heard(onDiscover)) {
            const int number = answer.body[u"transactionId"].toString().section(u'-', 1).toInt();
            times.push_back(
                std::chrono::duration<double, std::milli>(answer.at - (start + apart * number) - 500ms).count());
        }
        report(state, "sent", std::move(times));
    }
}
BENCHMARK(throughTheBridge)->Iterations(1)->UseRealTime()->Unit(benchmark::kMillisecond);

}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
