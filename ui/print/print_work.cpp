#include "ui/print/print_work.h"

#include <QBuffer>

namespace nadi::ui
{

std::shared_ptr<const print::Pages> layOut(const clinic::PrintFacts &facts, print::Paper paper, UtcTime at)
{
    const auto sheet = print::sheetOf(facts.sheet, facts.record, {facts.version, facts.corrects, facts.isNewest},
        {clinic::printedBefore(facts.jobs), at});
    return std::make_shared<const print::Pages>(sheet, paper);
}

Done printOn(Printing &printing, std::shared_ptr<const print::Pages> pages, const QString &printer, int copies)
{
    PrintTask task;
    task.printer = printer;
    task.paper = pages->paper() == print::Paper::A5 ? QPageSize::A5 : QPageSize::A4;
    task.copies = copies;
    task.pages = pages->count();
    task.title = QStringLiteral("Nadi");
    task.paint = [pages](QPainter &painter, int page) { pages->paint(painter, page); };
    return printing.print(task);
}

QString previewOf(const print::Pages &pages, int page, int dotsPerInch)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    print::pictureOf(pages, page, dotsPerInch).save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
}

}
