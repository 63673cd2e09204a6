#pragma once

namespace nadi
{

/// How well a page reads, measured on its pixels by the page worker (B23).
struct PageQuality
{
    double sharpness = 1; ///< 0 … 1, from the variance of the Laplacian
    double light = 1; ///< 0 … 1, brightness of the paper

    bool operator==(const PageQuality &) const = default;
};

/// One word for a person. The last two say that the page cannot be read in print.
enum class PageMark { Good, Dim, Soft, TooDark, TooBlurred };

/// Dark comes first: a dark photo has weak edges too, and light is what helps it.
constexpr PageMark markOf(PageQuality quality)
{
    if (quality.light < 0.2)
        return PageMark::TooDark;
    if (quality.sharpness < 0.15)
        return quality.light < 0.45 ? PageMark::TooDark : PageMark::TooBlurred;
    if (quality.light < 0.45)
        return PageMark::Dim;
    return quality.sharpness < 0.3 ? PageMark::Soft : PageMark::Good;
}

constexpr bool isUnreadable(PageMark mark)
{
    return mark == PageMark::TooDark || mark == PageMark::TooBlurred;
}

}
