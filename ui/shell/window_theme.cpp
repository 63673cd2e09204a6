#include "window_theme.h"

#include "common/log.h"
#include "ui/theme/palette.h"

#include <QLocale>
#include <QQmlComponent>
#include <QQmlEngine>

#include <memory>

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
    // A QML singleton exists once its module is imported; this imports it before the window does.
    QQmlComponent reach(&engine);
    reach.setData(
        QByteArrayLiteral("import QtQml\nimport Nadi.Theme\nQtObject { property QtObject theme: Theme }"), QUrl());
    const std::unique_ptr<QObject> holder(reach.create());
    auto *theme = holder ? holder->property("theme").value<QObject *>() : nullptr;
    if (!theme) {
        qCWarning(lcUi) << "theme not found:" << reach.errorString();
        return;
    }
    theme->setProperty("scheme", int(schemeOf(settings.text(QStringLiteral("app.theme")))));
    theme->setProperty("scale", qreal(settings.integer(QStringLiteral("app.scalePercent"))) / 100.0);
    theme->setProperty("tallScript", !isLatin(QLocale()));
    theme->setProperty("reducedMotion", settings.flag(QStringLiteral("app.reducedMotion")));
}

}
