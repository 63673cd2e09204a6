#include "mutants.h"

#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace nadi;
using namespace nadi::test;

namespace
{

/// Changes that cannot be seen from outside, with the reason. One that a row notices is no equivalent: the test fails.
struct Equivalent
{
    const char *change;
    const char *source;
    const char *reason;
};
constexpr Equivalent equivalents[]{
    {"'<' becomes '<='", "std::tie(b.issuedAt, a.careContext, a.record)",
        "what is equal in all three is one record, listed once"},
};

bool isEquivalent(const Mutant &mutant)
{
    return std::any_of(std::begin(equivalents), std::end(equivalents), [&](const Equivalent &known) {
        return mutant.change == known.change && mutant.source.find(known.source) != std::string::npos;
    });
}

bool passesEveryRow(Decide decide, const QList<ReleaseRow> &table)
{
    return std::all_of(
        table.begin(), table.end(), [&](const ReleaseRow &row) { return answerOf(decide, row.given) == row.expected; });
}

/// In a process of its own: a mutant may read what is not there.
bool survives(const Mutant &mutant, const QList<ReleaseRow> &table)
{
    const pid_t child = fork();
    if (child == 0) {
        for (const int number : {SIGSEGV, SIGABRT, SIGBUS, SIGALRM})
            std::signal(number, SIG_DFL);
        const rlimit none{0, 0};
        setrlimit(RLIMIT_CORE, &none);
        alarm(60);
        _exit(passesEveryRow(mutant.decide, table) ? 0 : 1);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}

/// Every condition of the gatekeeper is needed by some row of its truth table: whichever one is changed, a row fails.
class TstGatekeeperMutants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGatekeeperItselfPasses()
    {
        QVERIFY(gatekeeperTable().size() >= 200);
        for (const auto &row : gatekeeperTable())
            QVERIFY2(answerOf(&flows::decide, row.given) == row.expected, qPrintable(row.name));
    }

    void noMutantSurvives()
    {
        const auto table = gatekeeperTable();
        const auto &mutants = gatekeeperMutants();
        QVERIFY(mutants.size() >= 100);
        QStringList alive;
        for (const auto &mutant : mutants)
            if (survives(mutant, table) != isEquivalent(mutant))
                alive << QString::number(mutant.line) + QStringLiteral(": ") + QString::fromStdString(mutant.change)
                        + QStringLiteral(" in ") + QString::fromStdString(mutant.source);
        qInfo("%d mutants, %d rows", int(mutants.size()), int(table.size()));
        QVERIFY2(alive.isEmpty(), qPrintable(alive.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TstGatekeeperMutants)
#include "tst_gatekeeper_mutants.moc"
