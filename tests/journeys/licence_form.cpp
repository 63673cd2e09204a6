#include "journeys/licence_form.h"

#include <QImage>
#include <QQuickItem>
#include <QQuickWindow>
#include <QUrl>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

constexpr int usualPixels = 150;

QUrl photo(IdentityDesk &desk, const QString &name, int pixels)
{
    QImage side(pixels, pixels * 2 / 3, QImage::Format_RGB32);
    // Noise, so that a large picture stays a large file.
    quint32 value = 1;
    for (int y = 0; y < side.height(); ++y)
        for (int x = 0; x < side.width(); ++x)
            side.setPixel(x, y, value = value * 1664525 + 1013904223);
    const auto file = desk.network().file(name);
    return side.save(file, "JPEG", 60) ? QUrl::fromLocalFile(file) : QUrl();
}

}

bool toTheLicence(IdentityDesk &desk)
{
    if (!desk.pressByKeyboard(u"With a driving licence"_s) || !desk.agree())
        return false;
    if (!desk.pilot().waitUntil([&] { return desk.pilot().reads(u"Mobile number of the person"_s); }))
        return false;
    desk.enter(u"9000066666"_s);
    if (!desk.reach(u"otp"_s))
        return false;
    desk.enter(desk.code(u"mobile=9000066666"_s));
    return desk.reach(u"licence"_s);
}

bool fillLicence(IdentityDesk &desk, int frontPixels)
{
    auto &pilot = desk.pilot();
    const auto typeAndTab = [&pilot](const QString &text) {
        pilot.type(text);
        pilot.press(Qt::Key_Tab);
    };
    typeAndTab(u"MH1220100012345"_s);
    typeAndTab(u"1989-06-20"_s);
    typeAndTab(u"Imran"_s);
    typeAndTab(u"Sheikh"_s);
    if (!desk.pressByKeyboard(u"Male"_s))
        return false;
    pilot.press(Qt::Key_Tab);
    pilot.press(Qt::Key_Tab);
    typeAndTab(u"627, Sample Nagar"_s);
    typeAndTab(u"Gondia"_s);
    typeAndTab(u"Maharashtra"_s);
    typeAndTab(u"441614"_s);
    auto *page = pilot.window().findChild<QQuickItem *>(u"licence"_s);
    return page && page->setProperty("front", photo(desk, u"front.jpg"_s, frontPixels))
        && page->setProperty("back", photo(desk, u"back.jpg"_s, usualPixels));
}

}
