#include "window_theme.h"

#include "ui/theme/palette.h"

#include <QLocale>
#include <QQmlComponent>
#include <QQmlEngine>

namespace nadi::ui
{
namespace
{

Palette::Scheme schemeOf(const QString &word)
{
    if (word == u"dark")
        return Palette::Dark;
    return word == u"contrast" ? Palette::HighContrast : Palette::Light;
}

bool isLatin(const QLocale &locale)
{
    return locale.script() == QLocale::LatinScript;
}

}

void applyTheme(QQmlEngine &engine, const Settings &settings)
{
    QObject *theme = engine.singletonInstance<QObject *>(qmlTypeId("Nadi.Theme", 1, 0, "Theme"));
    if (!theme)
        return;
    theme->setProperty("scheme", int(schemeOf(settings.text(QStringLiteral("app.theme")))));
    theme->setProperty("scale", qreal(settings.integer(QStringLiteral("app.scalePercent"))) / 100.0);
    theme->setProperty("tallScript", !isLatin(QLocale()));
    theme->setProperty("reducedMotion", settings.flag(QStringLiteral("app.reducedMotion")));
}

}
