#include "clinic/setup.h"
#include "clinic_start.h"
#include "storage/audit_trail.h"
#include "support/manual_clock.h"
#include "support/plain_sealer.h"
#include "support/seeded_random.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

const QString text = u"AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ-KKKK-MMMM-NNNN-PPPP-QQQQ"_s;

/// One computer with an empty database; every start is a new program.
struct Computer
{
    QTemporaryDir dir;
    test::PlainSealer sealer;
    test::ManualClock clock{UtcTime::fromMs(1'795'147'800'000)};
    test::SeededRandom random{7};
    RandomIdSource ids{random};

    storage::DatabaseConfig database() const
    {
        return {
            storage::Backend::Sqlite, dir.filePath(u"clinic.db"_s), TenantId(u"t1"_s), storage::Durability::Relaxed};
    }
    desktop::DesktopParts parts()
    {
        return {Settings::load(QString(), QProcessEnvironment()).value(), database(), &sealer,
            QStringLiteral(NADI_BIN_DIR "/nadi-pages"), &clock, &ids};
    }
    /// Another program's work.
    template <class Use>
    auto elsewhere(Use use)
    {
        const auto db = storage::Connection::open(database(), sealer).value();
        clinic::Work work{*db, clock, ids, {UserId(u"it"_s), Role::Administrator}};
        return use(work);
    }
    bool import()
    {
        return elsewhere([](clinic::Work &work) {
            clinic::ClinicSetup setup;
            setup.facility.id = FacilityId(u"IN2710000456"_s);
            setup.facility.name = u"Koregaon Road Clinic"_s;
            return clinic::setUpClinic(work, setup).has_value();
        });
    }
    QStringList trail()
    {
        return elsewhere([](clinic::Work &work) {
            QStringList actions;
            const auto events = storage::AuditTrail(work.db).last(20).value();
            for (const auto &event : events)
                actions.prepend(event.action);
            return actions;
        });
    }
};

struct Start
{
    explicit Start(Computer &computer, const desktop::KeyFacts &key = {text, false})
        : desktop(computer.parts())
        , start(desktop, key, u"meera"_s)
    {
        desktop::prepareApplication(u"en"_s);
        start.begin();
    }
    QString page() { return start.controller().page(); }
    bool onTheDay() const { return desktop.app() != nullptr && desktop.window(); }
    void show(const QString &name)
    {
        if (const auto folder = qEnvironmentVariable("NADI_SCREENS"); !folder.isEmpty() && start.window()) {
            QTest::qWait(300);
            start.window()->grabWindow().save(folder + u'/' + name + u".png"_s);
        }
    }

    desktop::Desktop desktop;
    desktop::ClinicStart start;
};

}

class TstFirstStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyDatabaseIsExplainedAndTheImportIsFoundWithoutARestart()
    {
        Computer computer;
        Start first(computer, {});
        QTRY_COMPARE(first.page(), u"no-clinic"_s);
        QVERIFY(first.start.window() && first.start.window()->isVisible());
        QVERIFY(first.start.controller().command().startsWith(u"nadictl clinic import"));
        QVERIFY(!first.desktop.app());
        first.show(u"00-no-clinic"_s);
        QVERIFY(computer.import());
        QTRY_VERIFY_WITH_TIMEOUT(first.onTheDay(), 10'000);
        QCOMPARE(first.desktop.app()->facilityName(), u"Koregaon Road Clinic"_s);
        QTRY_VERIFY(!first.start.window());
    }

    void theRecoveryKeyIsWrittenDownBeforeTheFirstDayAndNeverAskedAgain()
    {
        Computer computer;
        QVERIFY(computer.import());
        {
            Start first(computer);
            QTRY_COMPARE(first.page(), u"recovery"_s);
            QVERIFY(!first.desktop.app());
            QCOMPARE(first.start.controller().groups().size(), 14);
            first.show(u"00-recovery"_s);
            first.start.controller().writtenDown(u"AAAA"_s);
            QVERIFY(first.start.controller().mistyped());
            QVERIFY(!first.desktop.app());
            first.start.controller().writtenDown(u" qqqq"_s);
            QTRY_VERIFY(first.onTheDay());
        }
        QCOMPARE(computer.trail(), (QStringList{u"facility.save"_s, u"recovery.show"_s, u"recovery.written-down"_s}));
        Start second(computer);
        QTRY_VERIFY(second.onTheDay());
        QVERIFY(!second.start.window());
        QCOMPARE(computer.trail().size(), 3);
    }

    void whoPutsItOffIsAskedAtTheNextStart()
    {
        Computer computer;
        QVERIFY(computer.import());
        {
            Start first(computer);
            QTRY_COMPARE(first.page(), u"recovery"_s);
            Q_EMIT first.start.controller().postponed();
            QTRY_VERIFY(first.onTheDay());
        }
        Start second(computer);
        QTRY_COMPARE(second.page(), u"recovery"_s);
    }

    void aDatabaseThatDoesNotOpenIsSaidInWordsAndTriedAgain()
    {
        Computer computer;
        QVERIFY(QDir(computer.dir.path()).mkdir(u"clinic.db"_s));
        Start first(computer, {});
        QTRY_COMPARE(first.page(), u"fault"_s);
        QVERIFY(!first.start.controller().problem().isEmpty());
        QVERIFY(first.start.controller().problemCode().startsWith(u"DB-"));
        first.show(u"00-fault"_s);
        QVERIFY(QDir(computer.dir.path()).rmdir(u"clinic.db"_s));
        Q_EMIT first.start.controller().retryAsked();
        QTRY_COMPARE(first.page(), u"no-clinic"_s);
    }

    void aKeyThatFellBackToAFileIsSaidInTheWindow_data()
    {
        QTest::addColumn<bool>("fellBack");
        QTest::newRow("secret store") << false;
        QTest::newRow("no secret store") << true;
    }
    void aKeyThatFellBackToAFileIsSaidInTheWindow()
    {
        QFETCH(bool, fellBack);
        Computer computer;
        QVERIFY(computer.import());
        Start first(computer, {{}, fellBack});
        QTRY_VERIFY(first.onTheDay());
        QCOMPARE(first.desktop.app()->keyInFile(), fellBack);
    }
};

QTEST_MAIN(TstFirstStart)
#include "tst_first_start.moc"
