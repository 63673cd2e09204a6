// From exec to the first frame of the real window, on a clinic with a day's appointments, as every morning. The
// reference of the same run is the smallest Qt Quick window (reference_window.cpp), turn by turn with ours so that both
// see the same noise. Goals under a virtual display: 450 ms and 120 MB.

#include "prepared_clinic.h"
#include "program.h"

#include <QCoreApplication>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

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

struct Starts
{
    std::vector<double> ms, rss, pss;

    /// False when there was no first frame.
    bool add(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
    {
        test::Program run(program, arguments, environment);
        const auto said = run.firstLine();
        if (said.isEmpty() || !run.endedWell())
            return false;
        ms.push_back(run.untilFirstLine().count());
        rss.push_back(said[u"rssMb"].toDouble());
        pss.push_back(said[u"pssMb"].toDouble());
        return true;
    }
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void describe(benchmark::State &state, const char *name, const Starts &starts)
{
    const std::string prefix(name);
    state.counters[prefix + "_ms"] = median(starts.ms);
    state.counters[prefix + "_rss_mb"] = median(starts.rss);
    state.counters[prefix + "_pss_mb"] = median(starts.pss);
}

void measure(benchmark::State &state, QProcessEnvironment environment)
{
    const auto wanted = std::max(2, qEnvironmentVariableIntValue("NADI_BENCH_STARTS"));
    const QString bin = QStringLiteral(NADI_BIN_DIR), bench = QCoreApplication::applicationDirPath();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    Starts nadi, reference;
    for (auto _ : state) {
        // One of each first, for the page cache and the QML cache: the first start after an installation is another
        // figure.
        for (int i = 0; i <= wanted; ++i) {
            const bool both = reference.add(bench + u"/reference_window"_s, {}, environment)
                && nadi.add(bin + u"/nadi"_s, {u"--self-test"_s}, environment);
            if (!both)
                return fail(state, "no first frame");
            if (i == 0)
                nadi = reference = {};
        }
    }
    describe(state, "nadi", nadi);
    describe(state, "reference", reference);
    state.counters["ratio"] = median(nadi.ms) / median(reference.ms);
}

/// With the renderer that the program chooses: its own without a graphics card. The reference chooses alike.
void firstFrameOnVirtualDisplay(benchmark::State &state)
{
    const test::VirtualDisplay display;
    if (!display.works())
        return state.SkipWithError("no Xvfb here");
    auto environment = display.environment(test::PreparedClinic::shared().environment());
    // OpenGL is drawn by a graphics card, or by the processor (Mesa's llvmpipe) where there is none.
    if (state.range(0) != 0)
        environment.insert(u"QSG_RHI_BACKEND"_s, u"opengl"_s);
    measure(state, environment);
}

void firstFrameOffscreen(benchmark::State &state)
{
    auto environment = test::PreparedClinic::shared().environment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"QT_QUICK_BACKEND"_s, u"software"_s);
    measure(state, environment);
}

BENCHMARK(firstFrameOnVirtualDisplay)->ArgName("opengl")->Arg(0)->Arg(1)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(firstFrameOffscreen)->Iterations(1)->Unit(benchmark::kSecond);

}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return wellDone ? 0 : 1;
}
