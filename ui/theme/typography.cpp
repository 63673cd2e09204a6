#include "typography.h"

#include <QStringList>

namespace nadi::ui
{
namespace
{

// Named in order, or Lohit wins where it is installed (it has no bold). Sources: look.md, dependencies.md "Fonts".
QStringList sansFamilies()
{
    return {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Devanagari"), QStringLiteral("Noto Sans Bengali"),
        QStringLiteral("Noto Sans Tamil"), QStringLiteral("Noto Sans Telugu"), QStringLiteral("Noto Sans Gujarati"),
        QStringLiteral("Noto Sans Kannada"), QStringLiteral("Noto Sans Oriya"), QStringLiteral("Noto Sans Malayalam"),
        QStringLiteral("Noto Sans Gurmukhi"), QStringLiteral("Noto Sans Arabic")};
}

QStringList serifFamilies()
{
    return QStringList{QStringLiteral("Noto Serif"), QStringLiteral("Noto Serif Devanagari")} + sansFamilies();
}

QFont sized(const QStringList &families, qreal pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qMax(1, qRound(pixels)));
    font.setWeight(weight);
    return font;
}

}

Typography::Typography(QObject *parent)
    : QObject(parent)
{
}

void Typography::setScale(qreal scale)
{
    if (qFuzzyCompare(m_scale, scale))
        return;
    m_scale = scale;
    Q_EMIT changed();
}

QFont Typography::page() const
{
    return sized(serifFamilies(), 26 * m_scale, QFont::Normal);
}

QFont Typography::sans(int pixels, QFont::Weight weight) const
{
    return sized(sansFamilies(), pixels * m_scale, weight);
}

}
