// Processor time of the window and of the bridge while nobody does anything, with a local network as the other end.
// Goal: 0.1 % of one core each. The reference of the same run, at the same time: an event loop that only waits.

#include "local_network.h"
#include "prepared_clinic.h"
#include "program.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <thread>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

bool wellDone = true; // ctest sees it

void fail(benchmark::State &state, const char *why)
{
    wellDone = false;
    state.SkipWithError(why);
}

// What follows a start (listings, caches, the first look at everything) is not idling.
constexpr std::chrono::seconds settling{5};

void idle(benchmark::State &state)
{
    const std::chrono::seconds time(std::max(1, qEnvironmentVariableIntValue("NADI_BENCH_IDLE_SECONDS")));
    const QString bin = QStringLiteral(NADI_BIN_DIR);
    const auto &clinic = test::PreparedClinic::shared();
    auto environment = clinic.environment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);

    test::Program sandbox(bin + u"/nadi-sandbox"_s, {u"--dir"_s, clinic.path(u"network"_s)}, environment);
    const auto network = sandbox.firstLine();
    test::Program bridge(
        bin + u"/nadi-bridge"_s, {u"--with-parent"_s}, desktop::bridgeEnvironment(environment, network));
    if (network.isEmpty() || bridge.firstLine().isEmpty())
        return fail(state, "no local network");
    const test::VirtualDisplay display;
    if (!display.works())
        return state.SkipWithError("no Xvfb here");
    test::Program nadi(bin + u"/nadi"_s, {}, display.environment(environment));
    test::Program reference(QCoreApplication::applicationDirPath() + u"/reference_idle"_s, {}, environment);
    std::this_thread::sleep_for(settling);

    const std::pair<const char *, test::Program *> programs[]
        = {{"nadi_percent", &nadi}, {"bridge_percent", &bridge}, {"reference_percent", &reference}};
    for (auto _ : state) {
        std::vector<std::chrono::nanoseconds> before;
        for (const auto &[name, program] : programs)
            before.push_back(program->processorTime());
        std::this_thread::sleep_for(time);
        for (std::size_t i = 0; i < std::size(programs); ++i) {
            const auto &[name, program] = programs[i];
            if (!program->running())
                return fail(state, "a program ended");
            state.counters[name] = 100 * std::chrono::duration<double>(program->processorTime() - before[i])
                / std::chrono::duration<double>(time);
        }
    }
}
BENCHMARK(idle)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return wellDone ? 0 : 1;
}
