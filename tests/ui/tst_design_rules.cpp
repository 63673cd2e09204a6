#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

/// What CONTRIBUTING asks of every QML file, checked on the text: colours and sizes come from the theme, words can be
/// translated.
class TstDesignRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_keeps_the_rules_data();
    void file_keeps_the_rules();
};

void TstDesignRules::file_keeps_the_rules_data()
{
    QTest::addColumn<QString>("path");
    const QString root = QStringLiteral(NADI_SOURCE_DIR "/ui");
    QDirIterator files(root, {QStringLiteral("*.qml")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        QTest::addRow("%s", qPrintable(path.mid(root.size() + 1))) << path;
    }
}

void TstDesignRules::file_keeps_the_rules()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    QVERIFY2(lines.size() < 160, qPrintable(QStringLiteral("%1 lines: split it").arg(lines.size())));
    const bool isTheme = path.contains(QStringLiteral("/theme/"));

    struct Rule
    {
        QRegularExpression forbidden;
        const char *why;
    };
    static const Rule rules[]{
        {QRegularExpression(QStringLiteral("#[0-9A-Fa-f]{6}\\b")), "a colour belongs into ui/theme"},
        {QRegularExpression(QStringLiteral("color: *\"(?!transparent)[a-z]+\"")), "a colour belongs into ui/theme"},
        {QRegularExpression(QStringLiteral("font\\.(pixelSize|pointSize|family)")), "fonts come from Theme.type"},
        {QRegularExpression(QStringLiteral("\\b(text|title|message|label|help|detail): *\"[^\"]*[A-Za-z]{2}")),
            "words go through qsTr"},
        {QRegularExpression(QStringLiteral("(width|height|spacing|margins|Margin|radius): *[0-9]{2,}\\b")),
            "a size belongs into ui/theme"},
    };
    for (qsizetype i = 0; !isTheme && i < lines.size(); ++i) {
        // The window's own size is the screen of users-and-journeys.md section 3, before any scale.
        if (path.endsWith(QStringLiteral("Main.qml"))
            && lines[i].contains(
                QRegularExpression(QStringLiteral("^    (width|height|minimumWidth|minimumHeight): "))))
            continue;
        for (const Rule &rule : rules)
            QVERIFY2(!lines[i].contains(rule.forbidden),
                qPrintable(
                    QStringLiteral("line %1: %2: %3").arg(i + 1).arg(QLatin1String(rule.why), lines[i].trimmed())));
    }
}

QTEST_GUILESS_MAIN(TstDesignRules)
#include "tst_design_rules.moc"
