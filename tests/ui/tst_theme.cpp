#include "ui/theme/palette.h"
#include "ui/theme/typography.h"

#include <QTest>
#include <QVariant>

using nadi::ui::Palette;
using nadi::ui::Typography;

namespace
{

QColor role(const Palette &palette, const QByteArray &name)
{
    return palette.property(name.constData()).value<QColor>();
}

}

/// The pairs of look.md "Colour roles", computed from the theme.
class TstTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pair_has_the_published_contrast_data();
    void pair_has_the_published_contrast();
    void text_on_control_reads_at_4_5_to_1_data();
    void text_on_control_reads_at_4_5_to_1();
    void scheme_change_tells_once();
    void type_follows_the_scale();
};

void TstTheme::pair_has_the_published_contrast_data()
{
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("back");
    QTest::addColumn<QList<double>>("ratios");
    const auto row = [](const char *front, const char *back, double light, double dark, double high) {
        QTest::addRow("%s on %s", front, back) << QByteArray(front) << QByteArray(back) << QList{light, dark, high};
    };
    row("ink", "ground", 14.2, 15.2, 21.0);
    row("ink", "surface", 15.7, 13.5, 21.0);
    row("ink2", "surface", 9.2, 9.2, 21.0);
    row("ink3", "surface", 6.5, 6.4, 16.8);
    row("edge", "surface", 4.2, 4.5, 21.0);
    row("onPrimary", "primary", 8.5, 9.2, 16.1);
    row("onTint", "tint", 9.8, 9.7, 13.5);
    row("focus", "surface", 7.5, 8.9, 15.1);
    row("onRail", "rail", 10.7, 14.4, 21.0);
    row("okF", "okB", 7.8, 8.6, 17.0);
    row("waitF", "waitB", 8.0, 8.8, 15.1);
    row("helpF", "helpB", 7.3, 8.5, 12.2);
    row("infoF", "infoB", 8.0, 8.3, 13.1);
    row("openF", "openB", 8.1, 8.5, 16.1);
    row("noneF", "noneB", 7.6, 7.7, 21.0);
    row("onDanger", "danger", 8.3, 10.1, 12.2);
}

void TstTheme::pair_has_the_published_contrast()
{
    QFETCH(QByteArray, front);
    QFETCH(QByteArray, back);
    QFETCH(QList<double>, ratios);
    Palette palette;
    for (const auto scheme : {Palette::Light, Palette::Dark, Palette::HighContrast}) {
        palette.setScheme(scheme);
        const double is = Palette::contrast(role(palette, front), role(palette, back));
        QVERIFY2(std::abs(is - ratios.at(scheme)) < 0.06,
            qPrintable(QStringLiteral("scheme %1: %2 instead of %3").arg(scheme).arg(is).arg(ratios.at(scheme))));
    }
}

void TstTheme::text_on_control_reads_at_4_5_to_1_data()
{
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("back");
    // Pairs the components use that the table of look.md does not list.
    for (const auto &[front, back] :
        {std::pair("onPrimary", "primaryDown"), std::pair("onRail", "railSel"), std::pair("ink3", "ground"),
            std::pair("ink2", "sunken"), std::pair("ink3", "sunken"), std::pair("primary", "surface"),
            std::pair("ink2", "tint"), std::pair("helpF", "surface"), std::pair("waitF", "surface")})
        QTest::addRow("%s on %s", front, back) << QByteArray(front) << QByteArray(back);
}

void TstTheme::text_on_control_reads_at_4_5_to_1()
{
    QFETCH(QByteArray, front);
    QFETCH(QByteArray, back);
    Palette palette;
    for (const auto scheme : {Palette::Light, Palette::Dark, Palette::HighContrast}) {
        palette.setScheme(scheme);
        QVERIFY(Palette::contrast(role(palette, front), role(palette, back)) >= 4.5);
    }
}

void TstTheme::scheme_change_tells_once()
{
    Palette palette;
    int told = 0;
    connect(&palette, &Palette::changed, this, [&told] { ++told; });
    palette.setScheme(Palette::Dark);
    palette.setScheme(Palette::Dark);
    QCOMPARE(told, 1);
    QCOMPARE(role(palette, "ground"), QColor::fromRgb(0x151916));
}

void TstTheme::type_follows_the_scale()
{
    Typography type;
    QCOMPARE(type.body().pixelSize(), 14);
    type.setScale(2.0);
    QCOMPARE(type.body().pixelSize(), 28);
    QCOMPARE(type.number().pixelSize(), 80);
    QCOMPARE(type.caption().families().constFirst(), QStringLiteral("Noto Sans"));
}

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
