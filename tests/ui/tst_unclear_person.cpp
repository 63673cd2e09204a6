#include "clinic/desk.h"
#include "clinic/merge.h"
#include "clinic/unclear_person.h"
#include "desk_window.h"
#include "storage/discovery_repository.h"
#include "storage/patient_repository.h"
#include "ui/session/row_model.h"

using namespace nadi;
using namespace nadi::ui;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 30'000;

/// The window of a clinic with two files that fit one app's person, and the question that nobody answered.
struct Asked
{
    Asked()
    {
        auto answer = desk.desktop().store().run([this](storage::Connection &db) -> Result<QList<Patient>> {
            test::SeededRandom random(41);
            RandomIdSource ids(random);
            const auto demo = desktop::DemoClinic::describe();
            clinic::Work work{db, desk.clock, ids, demo.clerk};
            QList<Patient> made;
            for (const auto &name : {u"Sunita Deshpande"_s, u"Suneeta Deshpande"_s}) {
                Patient person;
                person.name = name;
                person.mobile = u"9000000077"_s;
                person.gender = Gender::Female;
                person.birth.year = 1984;
                auto file = clinic::registerPatient(work, person, demo.facility.id);
                if (!file)
                    return failed(file);
                made << *file;
            }
            storage::DiscoveryCase asked;
            asked.reference = u"02007da2-d9d7-5954-a59e-fe8ec6648cad"_s;
            asked.facility = demo.facility.id;
            asked.askedAt = desk.clock.now() - std::chrono::minutes(12);
            asked.outcome = u"several"_s;
            asked.abhaAddress = u"sunita.d@sbx"_s;
            asked.mobile = u"9000000077"_s;
            asked.name = u"Sunita Deshpande"_s;
            asked.gender = Gender::Female;
            asked.yearOfBirth = 1984;
            asked.files = {made[0].id, made[1].id};
            if (const auto noted = storage::DiscoveryRepository(db).note(asked); !noted)
                return failed(noted);
            return made;
        });
        answer.waitForFinished();
        files = answer.result().value_or(QList<Patient>());
        desk.app().openAttention();
    }

    RowModel *rows() { return desk.app().attention()->rows(); }
    QString cell(int row, const char *role)
    {
        return rows()->data(rows()->index(row), rows()->roleNames().key(role)).toString();
    }
    qsizetype undecided()
    {
        auto found = desk.desktop().store().run([](storage::Connection &db) {
            return storage::DiscoveryRepository(db).undecided(desktop::DemoClinic::describe().facility.id);
        });
        found.waitForFinished();
        return found.result().value_or(QList<storage::DiscoveryCase>()).size();
    }

    test::DeskWindow desk;
    QList<Patient> files;
};

}

/// Several files fit the person of an app: "not found" to the network, a line of work for the desk (5.2, rule 5).
class TstUnclearPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLineSaysWhoWasMeantAndWhichFiles()
    {
        Asked asked;
        QVERIFY(asked.desk.isOpen() && asked.files.size() == 2);
        QTRY_COMPARE_WITH_TIMEOUT(asked.rows()->count(), 1, patience);
        QCOMPARE(asked.cell(0, "name"), u"Sunita Deshpande"_s);
        for (const auto &file : std::as_const(asked.files)) {
            QVERIFY(asked.cell(0, "detail").contains(file.name));
            QVERIFY(asked.cell(0, "detail").contains(file.localNumber));
        }
        const auto sentence = asked.cell(0, "sentence");
        QTRY_VERIFY2_WITH_TIMEOUT(
            asked.desk.byName(sentence, QAccessible::StaticText), "the cause stands above its line", patience);
        // What the app said stays with the app: neither its address nor the mobile is on the screen.
        for (const auto &secret : {u"sunita.d@sbx"_s, u"9000000077"_s})
            QVERIFY(!asked.cell(0, "detail").contains(secret) && !sentence.contains(secret));
        QVERIFY2(!asked.desk.canPress(u"Send all again"_s), "there is nothing to send");
        QTRY_VERIFY_WITH_TIMEOUT(asked.desk.canPress(u"Different people"_s), patience);
        asked.desk.show(u"unclear-person"_s);
        asked.desk.app().goHome();
        QTRY_COMPARE_WITH_TIMEOUT(asked.desk.app().board()->attentionCount(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(asked.desk.canPress(u"Open list"_s), patience);
        asked.desk.show(u"unclear-person-home"_s);
    }

    void differentPeopleIsSaidOnceAndTheLineGoes()
    {
        Asked asked;
        QTRY_VERIFY_WITH_TIMEOUT(asked.desk.canPress(u"Different people"_s), patience);
        asked.desk.press(u"Different people"_s);
        QTRY_COMPARE_WITH_TIMEOUT(asked.rows()->count(), 0, patience);
        QCOMPARE(asked.undecided(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(asked.desk.byName(u"Nothing needs you."_s, QAccessible::StaticText), patience);
        asked.desk.show(u"unclear-person-settled"_s);
    }

    void theLineOpensAFile()
    {
        Asked asked;
        QTRY_COMPARE_WITH_TIMEOUT(asked.rows()->count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(asked.desk.byName(u"Sunita Deshpande"_s), patience);
        asked.desk.press(u"Sunita Deshpande"_s);
        QTRY_COMPARE_WITH_TIMEOUT(asked.desk.app().page(), u"patient"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(asked.desk.app().patient()->patient().id, asked.files.first().id.value(), patience);
        QCOMPARE(asked.undecided(), 1); // looking decides nothing
    }

    void mergingTheFilesSettlesItToo()
    {
        Asked asked;
        QTRY_COMPARE_WITH_TIMEOUT(asked.rows()->count(), 1, patience);
        auto merged = asked.desk.desktop().store().run([&asked](storage::Connection &db) {
            test::SeededRandom random(42);
            RandomIdSource ids(random);
            const auto demo = desktop::DemoClinic::describe();
            clinic::Work work{db, asked.desk.clock, ids, demo.clerk};
            const auto &files = asked.files;
            return clinic::mergePatients(
                work, {{files[0].id, files[1].id, demo.facility.id}, files[0].version, files[1].version, {}});
        });
        merged.waitForFinished();
        QVERIFY(merged.result());
        asked.desk.app().attention()->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(asked.rows()->count(), 0, patience);
    }
};

QTEST_MAIN(TstUnclearPerson)
#include "tst_unclear_person.moc"
