#include "printing.h"

#include <QPainter>
#include <QPrinter>
#include <QPrinterInfo>

namespace nadi::ui
{
namespace
{

constexpr qreal taskUnitsPerInch = 720;

}

QStringList SystemPrinting::printers()
{
    auto names = QPrinterInfo::availablePrinterNames();
    const auto first = QPrinterInfo::defaultPrinterName();
    if (names.removeOne(first))
        names.prepend(first);
    return names;
}

Done SystemPrinting::print(const PrintTask &task)
{
    const auto about
        = task.printer.isEmpty() ? QPrinterInfo::defaultPrinter() : QPrinterInfo::printerInfo(task.printer);
    if (about.isNull())
        return fail(ErrorKind::NotFound, QStringLiteral("PAPER-PRINTER"));
    QPrinter printer(about, QPrinter::HighResolution);
    printer.setPageSize(QPageSize(task.paper));
    printer.setFullPage(true); // the pages bring their own margins
    printer.setCopyCount(task.copies);
    printer.setDocName(task.title);
    QPainter painter;
    bool isGoing = painter.begin(&printer);
    for (int page = 0; isGoing && page < task.pages; ++page) {
        isGoing = page == 0 || printer.newPage();
        painter.save();
        painter.scale(printer.resolution() / taskUnitsPerInch, printer.resolution() / taskUnitsPerInch);
        task.paint(painter, page);
        painter.restore();
    }
    return isGoing && painter.end() ? Done() : fail(ErrorKind::Unavailable, QStringLiteral("PAPER-PRINT"));
}

}
