// Durable callback intake: real TLS, real token verification, real SQLite with full sync, over keep-alive connections
// as the gateway's. The reference in the same run answers 202 without the commit; docs/performance.md states the ratio.

#include "../bridge/callback_door.h"

#include <benchmark/benchmark.h>

#include <thread>

using namespace nadi;
using test::CallbackDoor;
using test::CallbackRequest;
using test::TlsClient;
using test::TokenMaker;

namespace
{

constexpr int connections = 16;
constexpr int perConnection = 50;

const TokenMaker &gateway()
{
    static const TokenMaker maker;
    return maker;
}

/// One round of callbacks over all connections; the time each took, in milliseconds.
std::vector<double> sendRound(
    const std::function<TlsClient()> &connect, const QByteArray &token, const QByteArray &name)
{
    std::vector<std::vector<double>> times(connections);
    std::vector<std::thread> senders;
    for (int c = 0; c < connections; ++c)
        senders.emplace_back([&, c] {
            auto client = connect();
            for (int i = 0; i < perConnection; ++i) {
                const QByteArray id = name + '-' + QByteArray::number(c) + '-' + QByteArray::number(i);
                QElapsedTimer timer;
                timer.start();
                client.send(CallbackRequest{.token = token, .requestId = id}.bytes());
                if (client.receive().status != 202)
                    std::abort();
                times[std::size_t(c)].push_back(double(timer.nsecsElapsed()) / 1e6);
            }
        });
    for (auto &sender : senders)
        sender.join();
    std::vector<double> all;
    for (const auto &one : times)
        all.insert(all.end(), one.begin(), one.end());
    return all;
}

void report(benchmark::State &state, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    state.counters["p50_ms"] = times[times.size() / 2];
    state.counters["p99_ms"] = times[times.size() * 99 / 100];
    state.counters["per_second"] = benchmark::Counter(double(times.size()), benchmark::Counter::kIsRate);
}

void durableIntake(benchmark::State &state)
{
    QTemporaryDir dir;
    CallbackDoor door(
        dir.filePath(QStringLiteral("inbox.db")), []() -> Result<QByteArray> { return gateway().keySet(); });
    const QByteArray token = gateway().token();
    std::vector<double> times;
    int round = 0;
    for ([[maybe_unused]] auto _ : state) {
        const auto took = sendRound([&] { return door.client(); }, token, "round-" + QByteArray::number(round++));
        times.insert(times.end(), took.begin(), took.end());
    }
    report(state, std::move(times));
    state.counters["commits"] = door.commits.load();
}
BENCHMARK(durableIntake)->UseRealTime()->Unit(benchmark::kMillisecond);

void answerWithoutCommit(benchmark::State &state)
{
    const auto pem
        = crypto::makeServerIdentity({QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}, test::wallClock(), 30)
              .value();
    bridge::HttpHandler handler;
    handler.handle
        = [](const bridge::HttpRequest &, const std::function<void(bridge::HttpResponse)> &respond) { respond({}); };
    const auto server
        = bridge::HttpsServer::start({.certificatePem = pem.certificatePem, .keyPem = pem.keyPem}, {}, handler, 2)
              .value();
    const QByteArray token = gateway().token();
    std::vector<double> times;
    for ([[maybe_unused]] auto _ : state) {
        const auto took = sendRound([&] { return TlsClient(server->port(), pem.issuerPem); }, token, "plain");
        times.insert(times.end(), took.begin(), took.end());
    }
    report(state, std::move(times));
}
BENCHMARK(answerWithoutCommit)->UseRealTime()->Unit(benchmark::kMillisecond);

}

BENCHMARK_MAIN();
