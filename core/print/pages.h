#pragma once

#include "common/result.h"
#include "print/paper.h"
#include "print/sheet.h"

#include <QImage>

#include <memory>

class QPainter;

namespace nadi::print
{

/// A sheet laid out for one paper: the same pages go into a file, to a printer and to the screen. Any thread with a
/// QGuiApplication; one thread at a time.
class Pages
{
public:
    Pages(const Sheet &sheet, Paper paper);
    ~Pages();
    Pages(Pages &&) noexcept;
    Pages &operator=(Pages &&) noexcept;

    int count() const;
    Paper paper() const;
    /// 0-based; the painter's unit is one of unitsPerInch, its origin the corner of the paper.
    void paint(QPainter &painter, int page) const;

private:
    struct Laid;
    std::unique_ptr<const Laid> m_laid;
};

/// All pages in one file, fonts embedded, no personal data in its description. Errors: PAPER-WRITE.
Result<QByteArray> pdfOf(const Pages &pages);
/// One page as the printer would give it; null for a page that is not there.
QImage pictureOf(const Pages &pages, int page, int dotsPerInch);

}
