#include "simulated_linking.h"
#include "support/story_count.h"

using namespace nadi;
using namespace nadi::test;

/// People's own linking in any order: two apps at once, callbacks twice and late, wrong, old and expired codes,
/// somebody else's reference, answers that are refused or whose word is lost, restarts (S-N9, S-N10, B41).
class TstLinkingSimulation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whateverHappensNobodyGetsWhatIsNotTheirs()
    {
        const int stories = storiesOf(5'000);
        LinkingOracle sum;
        for (int seed = 0; seed < stories; ++seed) {
            SimulatedLinking story{quint64(seed)};
            QVERIFY2(story.run(), qPrintable(u"seed %1 does not end"_s.arg(seed)));
            QVERIFY2(story.allEnded(), qPrintable(u"seed %1: a conversation stays open"_s.arg(seed)));
            const auto &oracle = story.oracle();
            QVERIFY2(oracle.defects.isEmpty(), qPrintable(u"seed %1: "_s.arg(seed) + oracle.defects.join(u"; "_s)));
            sum.links += oracle.links;
            sum.refusedCodes += oracle.refusedCodes;
            sum.deadCodes += oracle.deadCodes;
            sum.expiredCodes += oracle.expiredCodes;
            sum.rightAgain += oracle.rightAgain;
            sum.found += oracle.found;
            sum.ambiguous += oracle.ambiguous;
            sum.unknown += oracle.unknown;
            sum.restarts += oracle.restarts;
        }
        qInfo("%d stories: %d found, %d ambiguous, %d unknown; %d linked; codes: %d refused, %d expired, %d dead, %d "
              "right "
              "again; %d restarts",
            stories, sum.found, sum.ambiguous, sum.unknown, sum.links, sum.refusedCodes, sum.expiredCodes,
            sum.deadCodes, sum.rightAgain, sum.restarts);
        // Everything the stories are about happens often enough to mean something.
        for (const int often : {sum.links, sum.refusedCodes, sum.found, sum.restarts})
            QVERIFY(often > stories / 2);
        for (const int rare : {sum.ambiguous, sum.unknown, sum.expiredCodes, sum.deadCodes, sum.rightAgain})
            QVERIFY(rare > stories / 50);
    }

    void theSameSeedTellsTheSameStory()
    {
        for (quint64 seed = 0; seed < 20; ++seed) {
            SimulatedLinking first(seed);
            SimulatedLinking second(seed);
            QVERIFY(first.run() && second.run());
            QCOMPARE(first.trace(), second.trace());
            QVERIFY(!first.trace().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TstLinkingSimulation)
#include "tst_linking_simulation.moc"
