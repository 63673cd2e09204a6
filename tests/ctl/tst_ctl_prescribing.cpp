#include "nadictl.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace nadi;
using namespace Qt::StringLiterals;
using nadi::test::Answer;

namespace
{

constexpr int refused = 1;
constexpr int wrongUse = 2;

QByteArray clinicJson()
{
    return "{\"facility\": {\"id\": \"IN2710000456\", \"name\": \"Koregaon Road Clinic\", \"hipName\": \"Koregaon "
           "Road\","
           " \"registryId\": \"IN2710000456\", \"city\": \"Pune\", \"timeZone\": \"Asia/Kolkata\"},"
           " \"doctors\": [{\"id\": \"iravati\", \"name\": \"Dr Iravati Joshi\", \"registration\": \"MH-1\","
           " \"days\": [1], \"blocks\": [[\"09:00\", \"13:00\", 15]]}]}";
}

/// One clinic with one doctor, and files beside it.
class Machine
{
public:
    Machine() { made = run({u"clinic"_s, u"import"_s, file("clinic.json", clinicJson())}).exit == 0; }
    QString file(const char *name, const QByteArray &content) const
    {
        const auto path = m_dir.filePath(QLatin1String(name));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    Answer run(const QStringList &arguments) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NADI_DATABASE_LOCATION"_s, m_dir.filePath(u"clinic.db"_s));
        environment.insert(u"NADI_KEYS_FILE"_s, m_dir.filePath(u"nadi.key"_s));
        return test::nadictl(arguments, {}, environment);
    }
    Answer prescribing(const QStringList &arguments) const { return run(QStringList{u"prescribing"_s} + arguments); }

    bool made = false;

private:
    QTemporaryDir m_dir;
};

QByteArray list(const QByteArray &version, const QByteArray &asOf, const QByteArray &source, const QByteArray &rows)
{
    const auto member = [](const QByteArray &name, const QByteArray &text) {
        return text.isEmpty() ? QByteArray() : '"' + name + "\": \"" + text + "\", ";
    };
    return '{' + member("version", version) + member("asOf", asOf) + member("source", source) + "\"rows\": [" + rows
        + "]}";
}
QByteArray row(const QByteArray &ingredient, const QByteArray &where, const QByteArray &source, const QByteArray &asOf)
{
    return "{\"ingredient\": \"" + ingredient + "\", \"list\": \"" + where + "\", \"source\": \"" + source
        + "\", \"asOf\": \"" + asOf + "\"}";
}
QByteArray ours()
{
    return row("tizanidine", "B", "our pharmacist", "2026-11-20");
}
QByteArray ourList(const QByteArray &rows = ours())
{
    return list("2026-12", "2026-11-21", "our pharmacist", rows);
}

}

/// The real program: what judges, what a file would change, and taking it in.
class TestCtlPrescribing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramsListsJudgeUntilTheClinicHasItsOwn()
    {
        const Machine machine;
        QVERIFY(machine.made);
        const auto before = machine.prescribing({u"list"_s});
        QCOMPARE(before.exit, 0);
        QCOMPARE(before.json()["inForce"_L1]["number"_L1].toInt(), 0);
        QVERIFY(before.json()["rows"_L1].toArray().size() > 80);

        const auto path = machine.file("list.json", ourList());
        const auto checked = machine.prescribing({u"check"_s, path});
        QCOMPARE(checked.exit, 0);
        QCOMPARE(checked.json()["added"_L1].toInt(), 1);
        QVERIFY(checked.json()["left"_L1].toArray().contains(u"paracetamol"_s));
        QVERIFY(checked.json()["keptProhibited"_L1].toArray().contains(u"morphine"_s));
        QCOMPARE(machine.prescribing({u"list"_s}).out, before.out); // looking changes nothing

        const auto taken = machine.prescribing({u"import"_s, path, u"--doctor"_s, u"iravati"_s});
        QCOMPARE(taken.exit, 0);
        const auto now = machine.prescribing({u"list"_s}).json();
        const auto inForce = now["inForce"_L1];
        QCOMPARE(inForce["number"_L1].toInt(), 1);
        QCOMPARE(inForce["version"_L1].toString(), u"2026-12"_s);
        QCOMPARE(inForce["source"_L1].toString(), u"our pharmacist"_s);
        QCOMPARE(inForce["responsible"_L1].toString(), u"Dr Iravati Joshi"_s);
        QVERIFY(!inForce["takenBy"_L1].toString().isEmpty());
        QVERIFY(!inForce["takenAt"_L1].toString().isEmpty());
        QCOMPARE(now["editions"_L1].toArray().size(), 2); // the program's stays in the history
        QStringList names;
        for (const auto &one : now["rows"_L1].toArray())
            names << one["ingredient"_L1].toString();
        QVERIFY(names.contains(u"tizanidine"_s) && names.contains(u"morphine"_s));
        QVERIFY(!names.contains(u"paracetamol"_s));
        QCOMPARE(machine.run({u"audit"_s, u"verify"_s}).exit, 0);
    }

    void aFileThatDoesNotHoldChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        const auto named = [](const char *name, const QByteArray &content, const char *error) {
            QTest::newRow(name) << content << QString::fromLatin1(error);
        };
        named("not JSON", "medicines", "CLASSES-JSON");
        named("no source of the whole", list("2", "2026-11-21", "", ours()), "CLASSES-HEAD");
        named("no date of the whole", list("2", "", "us", ours()), "CLASSES-HEAD");
        named("nothing in it", ourList(""), "CLASSES-EMPTY");
        named("a row without source", ourList(row("x", "O", "", "2026-01-01")), "CLASSES-ROW");
        named("a row from tomorrow", ourList(row("x", "O", "s", "2999-01-01")), "CLASSES-FUTURE");
        named("one name on two lists", ourList(ours() + ", " + row("Tizanidine", "O", "s", "2026-01-01")),
            "CLASSES-CONTRADICTION");
        named("older than what is in force", list("2", "2019-01-01", "us", ours()), "CLASSES-OLDER");
        named("the version in force", list("2026-11-21", "2026-11-21", "us", ours()), "CLASSES-SAME");
    }
    void aFileThatDoesNotHoldChangesNothing()
    {
        QFETCH(QByteArray, content);
        const Machine machine;
        const auto before = machine.prescribing({u"list"_s}).out;
        const auto path = machine.file("list.json", content);
        for (const auto &arguments :
            {QStringList{u"check"_s, path}, QStringList{u"import"_s, path, u"--doctor"_s, u"iravati"_s}}) {
            const auto answer = machine.prescribing(arguments);
            QCOMPARE(answer.exit, refused);
            QTEST(answer.error(), "error");
            QVERIFY(!answer.json()["message"_L1].toString().isEmpty());
        }
        QCOMPARE(machine.prescribing({u"list"_s}).out, before);
    }

    void somebodyAnswersForTheList()
    {
        const Machine machine;
        const auto path = machine.file("list.json", ourList());
        QCOMPARE(machine.prescribing({u"import"_s, path}).exit, wrongUse);
        const auto nobody = machine.prescribing({u"import"_s, path, u"--doctor"_s, u"nobody"_s});
        QCOMPARE(nobody.exit, refused);
        QCOMPARE(nobody.error(), u"CLASSES-DOCTOR"_s);
    }

    void wrongUseIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no such thing") << QStringList{u"delete"_s};
        QTest::newRow("check what") << QStringList{u"check"_s};
        QTest::newRow("list what") << QStringList{u"list"_s, u"A"_s};
    }
    void wrongUseIsSaid()
    {
        QFETCH(QStringList, arguments);
        const Machine machine;
        QCOMPARE(machine.prescribing(arguments).exit, wrongUse);
    }
};

QTEST_GUILESS_MAIN(TestCtlPrescribing)
#include "tst_ctl_prescribing.moc"
