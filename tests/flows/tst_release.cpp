#include "release_world.h"

#include <QTest>

using namespace nadi::test;

/// Whatever is granted, narrowed, revoked, expired, asked, repeated, reordered, lost or interrupted, and however the
/// clock jumps: no byte leaves without a consent that covers it at that moment.
class TstRelease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noByteLeavesWithoutAConsentThatCoversIt()
    {
        int storiesWithPages = 0;
        int pages = 0;
        int stopped = 0;
        int refused = 0;
        constexpr int stories = 10'000;
        for (quint64 seed = 0; seed < stories; ++seed) {
            ReleaseWorld world(seed);
            world.live(60);
            QVERIFY2(world.violations.isEmpty(),
                qPrintable(QString::number(seed) + QStringLiteral(" ") + world.violations.join(u'\n')));
            storiesWithPages += world.pagesOut > 0;
            pages += world.pagesOut;
            stopped += world.pagesStopped;
            refused += world.refusals;
        }
        qInfo("%d stories: %d pages out in %d of them, %d stopped at the last moment, %d requests refused", stories,
            pages, storiesWithPages, stopped, refused);
        // The property is worth something only where much is let out and much is stopped.
        QVERIFY(storiesWithPages > stories / 5);
        QVERIFY(stopped > 100);
        QVERIFY(refused > stories / 5);
    }
};

QTEST_GUILESS_MAIN(TstRelease)
#include "tst_release.moc"
