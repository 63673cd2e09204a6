#pragma once

#include "common/result.h"

#include <QPageSize>
#include <QStringList>

#include <functional>

class QPainter;

namespace nadi::ui
{

/// What goes to a printer. `paint` draws one page, 0-based, in units of 1/720 inch from the corner of the paper.
struct PrintTask
{
    QString printer; ///< by its name in the system; empty: the default one
    QPageSize::PageSizeId paper = QPageSize::A5;
    int copies = 1;
    int pages = 1;
    QString title; ///< names the job in the printer's queue; must not hold personal data
    std::function<void(QPainter &, int page)> paint;
};

/// The printers of this computer. Calls block: not for the GUI thread.
class Printing
{
public:
    virtual ~Printing() = default;
    virtual QStringList printers() = 0; ///< the default one first
    /// Done when the printer's queue has everything. Fails with PAPER-PRINTER when there is none of that name,
    /// PAPER-PRINT.
    virtual Done print(const PrintTask &task) = 0;
};

/// By the system's print service.
class SystemPrinting final : public Printing
{
public:
    QStringList printers() override;
    Done print(const PrintTask &task) override;
};

}
