#include "documents/composer.h"

#include "documents/byte_cursor.h"
#include "documents/heads.h"
#include "documents/pdf_image.h"
#include "documents/pdf_writer.h"

namespace nadi::documents
{

namespace
{

// A4 in points, ISO 216.
constexpr double a4Short = 595.276;
constexpr double a4Long = 841.890;

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

struct Placement
{
    double pageWidth = 0;
    double pageHeight = 0;
    QByteArray matrix; ///< PDF "cm" operands that draw the unit square of the image on the page
};

// The image fills the page as far as its shape allows and is centred. Turns are clockwise, PDF's rotation is not.
Placement placed(QSize image, int quarterTurns)
{
    const int turns = ((quarterTurns % 4) + 4) % 4;
    const QSize shown = turns % 2 == 1 ? image.transposed() : image;
    const bool landscape = shown.width() > shown.height();
    Placement p{landscape ? a4Long : a4Short, landscape ? a4Short : a4Long, {}};
    const double scale = std::min(p.pageWidth / shown.width(), p.pageHeight / shown.height());
    const double w = shown.width() * scale;
    const double h = shown.height() * scale;
    const double x = (p.pageWidth - w) / 2;
    const double y = (p.pageHeight - h) / 2;
    const double matrices[4][6]
        = {{w, 0, 0, h, x, y}, {0, -h, w, 0, x, y + h}, {-w, 0, 0, -h, x + w, y + h}, {0, h, -w, 0, x + w, y}};
    for (const double value : matrices[turns])
        p.matrix += number(value) + ' ';
    return p;
}

QByteArray dateOf(UtcTime time)
{
    return time.toDateTime().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toLatin1();
}

// Text in a PDF string: only what cannot end it early.
QByteArray literal(const QString &text)
{
    QByteArray out = "(";
    for (const QChar c : text) {
        if (c.unicode() >= 0x20 && c.unicode() < 0x7F && c != u'(' && c != u')' && c != u'\\')
            out += c.toLatin1();
    }
    return out + ")";
}

}

Result<QByteArray> composePdf(const QList<ComposePage> &pages, const QString &producer, UtcTime createdAt)
{
    if (pages.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("PDF-EMPTY"));
    PdfWriter pdf;
    const int catalog = pdf.reserve();
    const int tree = pdf.reserve();
    const int information = pdf.reserve();
    QByteArray kids;
    for (const auto &page : pages) {
        const auto image = pdfImage(page.image);
        if (!image)
            return failed(image);
        const auto place = placed(image->size, page.quarterTurns);
        const int picture = pdf.reserve();
        const int content = pdf.reserve();
        const int leaf = pdf.reserve();
        pdf.stream(picture, image->dictionary, image->data);
        pdf.stream(content, {}, "q " + place.matrix + "cm /P Do Q");
        pdf.object(leaf,
            "<< /Type /Page /Parent " + PdfWriter::reference(tree) + " /MediaBox [0 0 " + number(place.pageWidth) + ' '
                + number(place.pageHeight) + "] /Resources << /XObject << /P " + PdfWriter::reference(picture)
                + " >> >> /Contents " + PdfWriter::reference(content) + " >>");
        kids += PdfWriter::reference(leaf) + ' ';
    }
    pdf.object(catalog, "<< /Type /Catalog /Pages " + PdfWriter::reference(tree) + " >>");
    pdf.object(tree, "<< /Type /Pages /Count " + QByteArray::number(pages.size()) + " /Kids [" + kids + "] >>");
    pdf.object(information, "<< /Producer " + literal(producer) + " /CreationDate (" + dateOf(createdAt) + ") >>");
    return pdf.finish(catalog, information);
}

}
