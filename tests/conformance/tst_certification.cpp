#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// From a heading to the next one of the same level.
QString section(const QString &text, const QString &heading)
{
    const auto from = text.indexOf(u"\n## "_s + heading);
    return from < 0 ? QString() : text.mid(from, text.indexOf(u"\n## "_s, from + 4) - from);
}

/// Cells of each table row, heads and rules left out.
QList<QStringList> rowsOf(const QString &text)
{
    QList<QStringList> rows;
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isHead = i + 1 < lines.size() && lines[i + 1].startsWith(u"|--"_s);
        if (!lines[i].startsWith(u"| "_s) || isHead)
            continue;
        QStringList cells = lines[i].split(u'|');
        cells.removeFirst();
        for (auto &cell : cells)
            cell = cell.trimmed();
        rows += cells;
    }
    return rows;
}

/// "CRT_ABHA_401–408, 410" is nine ids.
QStringList idsIn(const QString &cell)
{
    static const QRegularExpression id(u"([A-Z]+_[A-Z_]+)"_s);
    static const QRegularExpression numbers(u"(\\d{3})(?:\\s*–\\s*(\\d{3}))?"_s);
    const auto prefix = id.match(cell).captured(1);
    if (prefix.isEmpty())
        return {};
    if (!prefix.endsWith(u'_'))
        return {prefix};
    QStringList ids;
    for (auto all = numbers.globalMatch(cell); all.hasNext();) {
        const auto one = all.next();
        const int first = one.captured(1).toInt();
        const int last = one.captured(2).isEmpty() ? first : one.captured(2).toInt();
        for (int n = first; n <= last; ++n)
            ids += prefix + QString::number(n);
    }
    return ids;
}

/// "tst_room::function" as the table names tests; the function is empty where the whole program is meant.
QList<std::pair<QString, QString>> testsIn(const QString &text)
{
    static const QRegularExpression test(u"`(tst_\\w+)(?:::(\\w+))?`"_s);
    QList<std::pair<QString, QString>> tests;
    for (auto all = test.globalMatch(text); all.hasNext();) {
        const auto one = all.next();
        tests += {one.captured(1), one.captured(2)};
    }
    return tests;
}

const QString table = textOf(QStringLiteral(NADI_SOURCE_DIR "/docs/certification-m1.md"));
const QString hipTable = textOf(QStringLiteral(NADI_SOURCE_DIR "/docs/certification-m2.md"));

QString reference(const QString &page)
{
    const auto shared = qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared"));
    return textOf(shared + u"/reference/"_s + page);
}

/// The M2 sheets name ranges in words: "USER_INIT_LINK_602 to 607" is six ids, however a row of ours groups them.
QSet<QString> hipIds(const QStringList &cells)
{
    static const QRegularExpression range(u"([A-Za-z_]+?)(\\d+)?(?:\\s*(?:to|–)\\s*(\\d+))?(?=,|$)"_s);
    QSet<QString> ids;
    for (const auto &cell : cells)
        for (auto all = range.globalMatch(QString(cell).remove(u' ').replace(u"to"_s, u"–"_s)); all.hasNext();) {
            const auto one = all.next();
            const auto first = one.captured(2);
            const int last = one.captured(3).isEmpty() ? first.toInt() : one.captured(3).toInt();
            for (int n = first.toInt(); n <= last; ++n)
                ids += one.captured(1)
                    + (first.isEmpty() ? QString() : QString::number(n).rightJustified(first.size(), u'0'));
        }
    return ids;
}

}

/// docs/certification-m1.md says which test shows which official case; a test that is renamed or a case that is left
/// out fails here.
class TstCertification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOfficialCaseIsInTheTable();
    void everyOfficialCaseOfAProviderIsInItsTable();
    void everyTestThatIsNamedExists_data();
    void everyTestThatIsNamedExists();
    void whatIsMandatoryAndEveryBranchHasATest_data();
    void whatIsMandatoryAndEveryBranchHasATest();
};

void TstCertification::everyOfficialCaseIsInTheTable()
{
    const auto sheet = section(reference(u"abha-m1.md"_s), u"7. Official"_s);
    if (sheet.isEmpty())
        QSKIP("LOUD: the reference is not here; the list of official cases was NOT compared");
    QHash<QString, qsizetype> here;
    for (const auto &row : rowsOf(section(table, u"Official"_s)))
        for (const auto &id : idsIn(row.value(0)))
            ++here[id];
    QHash<QString, qsizetype> official;
    for (const auto &row : rowsOf(sheet))
        for (const auto &id : idsIn(row.value(0)))
            ++official[id];
    QVERIFY(official.size() >= 60);
    // One id is used twice there, and here.
    QCOMPARE(here, official);
}

void TstCertification::everyOfficialCaseOfAProviderIsInItsTable()
{
    const auto text = reference(u"abdm-v3-gateway.md"_s);
    const auto from = text.indexOf(u"### 10.2 M2 HIP"_s);
    if (from < 0)
        QSKIP("LOUD: the reference is not here; the list of official cases was NOT compared");
    const auto firstCells = [](const QString &rows) {
        QStringList cells;
        for (const auto &row : rowsOf(rows))
            cells << row.value(0);
        return cells;
    };
    const auto official = hipIds(firstCells(text.mid(from, text.indexOf(u"\n### "_s, from + 4) - from)));
    QVERIFY(official.size() >= 40);
    QCOMPARE(hipIds(firstCells(section(hipTable, u"Official"_s))), official);
}

void TstCertification::everyTestThatIsNamedExists_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("function");
    QSet<QString> seen;
    for (const auto &[program, function] : testsIn(table + hipTable)) {
        const auto name = program + u"::"_s + function;
        if (!seen.contains(name))
            QTest::newRow(qPrintable(name)) << program << function;
        seen += name;
    }
}

void TstCertification::everyTestThatIsNamedExists()
{
    QFETCH(QString, program);
    QFETCH(QString, function);
    QDirIterator files(
        QStringLiteral(NADI_SOURCE_DIR "/tests"), {program + u".cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY2(files.hasNext(), "there is no such test program");
    // Two rooms may have a program of one name: it is one of them.
    QString source;
    while (files.hasNext())
        source += textOf(files.next());
    const QRegularExpression slot(u"\\bvoid (?:\\w+::)?"_s + function + u"\\(\\)"_s);
    QVERIFY2(function.isEmpty() || source.contains(slot), "the program has no such test");
}

void TstCertification::whatIsMandatoryAndEveryBranchHasATest_data()
{
    QTest::addColumn<QString>("tests");
    for (const auto &row : rowsOf(section(table, u"Official"_s)))
        if (row.value(1).startsWith(u'M'))
            QTest::newRow(qPrintable(row[0])) << row.value(3);
    for (const auto &row : rowsOf(section(hipTable, u"Official"_s)))
        if (row.value(1) == u'M')
            QTest::newRow(qPrintable(row[0])) << row.value(3);
    for (const auto &row : rowsOf(section(table, u"Branches"_s)))
        QTest::newRow(qPrintable(row[0])) << row.value(2);
    for (const auto &row : rowsOf(section(table, u"What must work"_s)))
        QTest::newRow(qPrintable(row[0])) << row.value(1);
}

void TstCertification::whatIsMandatoryAndEveryBranchHasATest()
{
    QFETCH(QString, tests);
    QVERIFY(!testsIn(tests).isEmpty());
}

QTEST_GUILESS_MAIN(TstCertification)
#include "tst_certification.moc"
