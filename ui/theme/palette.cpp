#include "palette.h"

#include <QSignalBlocker>
#include <QVariant>

#include <array>
#include <cmath>

namespace nadi::ui
{
namespace
{

struct Role
{
    const char *name;
    std::array<QRgb, 3> of; ///< by Scheme
};

// Order and values: look.md "Colour roles". tst_theme computes the contrast pairs from here.
constexpr std::array roles{
    Role{"ground", {0xF6F1E7, 0x151916, 0x000000}},
    Role{"surface", {0xFFFDF8, 0x1E2420, 0x000000}},
    Role{"sunken", {0xEDE6D8, 0x101310, 0x000000}},
    Role{"line", {0xDED5C4, 0x363D37, 0xFFFFFF}},
    Role{"edge", {0x857A67, 0x838C82, 0xFFFFFF}},
    Role{"ink", {0x1E231F, 0xF2EDE2, 0xFFFFFF}},
    Role{"ink2", {0x43483F, 0xC9C5B8, 0xFFFFFF}},
    Role{"ink3", {0x625D50, 0xA8A598, 0xE6E6E6}},
    Role{"primary", {0x1C5643, 0x93D1B3, 0xFFE14D}},
    Role{"primaryDown", {0x123D2F, 0xB4E3CB, 0xFFF2A8}},
    Role{"onPrimary", {0xFFFFFF, 0x08261A, 0x000000}},
    Role{"tint", {0xE1EDE4, 0x24392F, 0x1A1A00}},
    Role{"onTint", {0x123F30, 0xCDEBDB, 0xFFE14D}},
    Role{"accent", {0xB06A00, 0xE3B04B, 0xFFE14D}},
    Role{"focus", {0x1B4DB1, 0xA9C1FF, 0x3DF0FF}},
    Role{"rail", {0x173A2E, 0x0F1512, 0x000000}},
    Role{"onRail", {0xF3EDDF, 0xE9E3D5, 0xFFFFFF}},
    Role{"railSel", {0x2A5344, 0x24392F, 0x1A1A00}},
    Role{"okF", {0x17502F, 0xA5DDB4, 0x8CFFB0}},
    Role{"okB", {0xDEEEDD, 0x1B3524, 0x000000}},
    Role{"waitF", {0x643E00, 0xF3CE7A, 0xFFD75E}},
    Role{"waitB", {0xFAEBC4, 0x3A2E10, 0x000000}},
    Role{"helpF", {0x86280F, 0xFFB8A0, 0xFFB3A0}},
    Role{"helpB", {0xFBE2D8, 0x45211A, 0x000000}},
    Role{"infoF", {0x26427C, 0xB9CBF7, 0xB8CCFF}},
    Role{"infoB", {0xE3E9F6, 0x222E4A, 0x000000}},
    Role{"openF", {0x0B4A57, 0x9CDCE8, 0x8FF0FF}},
    Role{"openB", {0xD8ECEF, 0x12363D, 0x000000}},
    Role{"noneF", {0x43483F, 0xC9C5B8, 0xFFFFFF}},
    Role{"noneB", {0xEDE6D8, 0x2B312C, 0x000000}},
    Role{"danger", {0x8E2C14, 0xFFB8A0, 0xFFB3A0}},
    Role{"onDanger", {0xFFFFFF, 0x3A0F05, 0x000000}},
};

// What lies behind a dialog: the ground's darkest neighbour, half through.
constexpr int shadeAlpha = 128;

double channel(int value)
{
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.red()) + 0.7152 * channel(c.green()) + 0.0722 * channel(c.blue());
}

}

Palette::Palette(QObject *parent)
    : QObject(parent)
{
    fill();
}

void Palette::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    fill();
    Q_EMIT changed();
}

void Palette::fill()
{
    // One signal for the whole palette, or every binding would be worked out once per role.
    const QSignalBlocker quiet(this);
    for (const Role &role : roles)
        setProperty(role.name, QColor::fromRgb(role.of[size_t(m_scheme)]));
    m_shade = QColor::fromRgb(0x101310);
    m_shade.setAlpha(shadeAlpha);
}

double Palette::contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}
