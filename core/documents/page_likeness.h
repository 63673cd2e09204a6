#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>

namespace nadi::documents
{

/// A page in grey, one byte per pixel, row by row without padding.
struct GreyPicture
{
    QSize size;
    QByteArray pixels;
};

/// Where the ink of a page is, in a small picture of fixed size, without light, shadow and the colour of the paper.
/// Empty where there is hardly any ink: an empty sheet is like no other.
struct PageLook
{
    QList<float> ink;
};

/// `picture` at 256 pixels or more per side. Pure.
PageLook lookOf(const GreyPicture &picture);

/// How much of two pages' ink is the same writing, 0 … 1, wherever each lies in its picture (B17). Pure; some
/// milliseconds, so not for the thread of the window.
///
/// The pages are laid upon each other as well as they go; then every small field that has ink in it is compared by
/// itself, and the result is what thirty-nine of forty fields reach. So the same letterhead does not make two
/// pages alike.
double likeness(const PageLook &one, const PageLook &other);

/// From here on two pages are shown side by side: tests/documents/tst_page_likeness has the table.
inline constexpr double nearDuplicate = 0.72;

}
