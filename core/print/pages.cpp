#include "print/pages.h"

#include "print/strips.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace nadi::print
{
namespace
{

/// What differs between the papers; lengths in units.
struct Measure
{
    explicit Measure(Paper paper)
        : size(sizeOf(paper))
        , body(paper == Paper::A5 ? 9 : 10.5)
        , margin((paper == Paper::A5 ? 11 : 16) * unitsPerMm)
        , qr((paper == Paper::A5 ? 23 : 27) * unitsPerMm)
        , width(size.width() - 2 * margin)
    {
    }
    TextStyle text() const { return {body}; }
    TextStyle quiet() const { return {body - 1, QFont::Normal, Ink::Quiet}; }
    TextStyle strong() const { return {body, QFont::DemiBold}; }
    TextStyle name() const { return {body + 5, QFont::Bold}; }
    TextStyle title() const { return {body + 2, QFont::Bold}; }
    qreal line() const { return body * unitsPerInch / 72; }

    QSizeF size;
    qreal body; ///< points
    qreal margin;
    qreal qr;
    qreal width; ///< between the margins
};

Block lines(const QStringList &texts, const TextStyle &style, qreal width)
{
    Block block;
    for (const auto &text : texts)
        block << paragraph(text, style, width);
    return block;
}

/// Clinic on the left, doctor on the right: whoever reads the paper sees at once who wrote it.
Block letterhead(const Sheet &sheet, const Measure &of)
{
    const qreal half = of.width / 2 - of.line() / 2;
    const Block clinic = paragraph(sheet.clinicName, of.name(), half) + lines(sheet.clinicLines, of.quiet(), half);
    const Block doctor = paragraph(sheet.doctorName, of.title(), half) + lines(sheet.doctorLines, of.quiet(), half);
    return {beside({{clinic, 0}, {doctor, of.width - half}}), rule(of.width)};
}

Block patientBlock(const Sheet &sheet, const Measure &of)
{
    const qreal left = of.width - (sheet.qrText.isEmpty() ? 0 : of.qr + of.line());
    const qreal labels = of.width * 0.26;
    Block facts = paragraph(sheet.title, of.title(), left) + paragraph(sheet.encounter, of.text(), left);
    facts << gap(of.line() / 2);
    for (const auto &fact : sheet.patient)
        facts << beside({{paragraph(fact.label, of.quiet(), labels), 0},
            {paragraph(fact.value, of.strong(), left - labels), labels}});
    QList<Column> columns{{facts, 0}};
    if (!sheet.qrText.isEmpty())
        columns << Column{{qrCode(sheet.qrText, of.qr)}, of.width - of.qr};
    return {beside(columns), rule(of.width)};
}

/// Medicines under their heading, numbered, the way to take them below each. The heading stays with the first.
QList<Block> numbered(const SheetSection &section, const Measure &of)
{
    const qreal indent = of.line() * 2;
    QList<Block> blocks;
    for (qsizetype i = 0; i < section.lines.size(); ++i) {
        const auto &line = section.lines[i];
        Block block;
        if (i == 0)
            block << gap(of.line() * 0.7) << paragraph(section.title, of.title(), of.width) << gap(of.line() / 4);
        auto name = paragraph(line.text, of.strong(), of.width, indent);
        const auto number = paragraph(QStringLiteral("%1.").arg(i + 1), of.strong(), indent);
        if (!name.isEmpty())
            name.first() = beside({{{name.first()}, 0}, {number, 0}});
        blocks << block + name + paragraph(line.detail, of.text(), of.width, indent) + Block{gap(of.line() / 3)};
    }
    return blocks;
}

/// The heading on the left, what is said beside it.
QList<Block> plain(const SheetSection &section, const Measure &of)
{
    const qreal left = of.width * 0.26;
    QList<Block> blocks;
    for (qsizetype i = 0; i < section.lines.size(); ++i) {
        auto said = paragraph(section.lines[i].text, of.text(), of.width, left);
        if (i == 0 && !said.isEmpty()) {
            const auto title = paragraph(section.title, of.quiet(), left - of.line() / 2);
            said.first() = beside({{{said.first()}, 0}, {title, 0}});
            said.prepend(gap(of.line() / 3));
        }
        blocks << said;
    }
    return blocks;
}

Block signatureBlock(const Sheet &sheet, const Measure &of)
{
    Block block{gap(of.line()), rule(of.width)};
    for (qsizetype i = 0; i < sheet.signature.size(); ++i)
        block << paragraph(sheet.signature[i], i == 0 ? of.strong() : of.text(), of.width);
    block << gap(of.line() * 3); // room for a pen and a stamp
    return block;
}

/// Head of the pages after the first: no page is without its patient.
Block runningHead(const Sheet &sheet, const Measure &of)
{
    return paragraph(sheet.clinicName + QStringLiteral("  ·  ") + sheet.doctorName, of.quiet(), of.width)
        + paragraph(sheet.patientInShort, of.strong(), of.width) + Block{rule(of.width)};
}

Block foot(const Sheet &sheet, const Measure &of, int page, int count)
{
    const qreal right = of.width * 0.25;
    auto atRight = of.quiet();
    atRight.alignment = Qt::AlignRight;
    QStringList words{sheet.reference, sheet.version};
    words.removeAll(QString());
    Block block{rule(of.width)};
    if (!sheet.mark.isEmpty())
        block << paragraph(sheet.mark, of.strong(), of.width);
    block << beside({{paragraph(words.join(QStringLiteral("  ·  ")), of.quiet(), of.width - right), 0},
        {paragraph(QStringLiteral("Page %1 of %2").arg(page + 1).arg(count), atRight, right), of.width - right}});
    return block;
}

}

struct Pages::Laid
{
    Laid(const Sheet &which, Paper on)
        : sheet(which)
        , paper(on)
        , of(on)
    {
        // The foot's height does not depend on the numbers in it as long as they are short.
        bottom = of.size.height() - of.margin - heightOf(foot(sheet, of, 998, 999));
        beginPage(letterhead(sheet, of) + patientBlock(sheet, of));
        for (const auto &section : sheet.sections)
            for (const auto &block : section.isNumbered ? numbered(section, of) : plain(section, of))
                put(block);
        put(signatureBlock(sheet, of));
    }

    void beginPage(const Block &head)
    {
        pages << Block();
        top = of.margin;
        add(head);
    }
    void add(const Block &block)
    {
        pages.last() << block;
        top += heightOf(block);
    }
    void put(const Block &block)
    {
        const auto head = runningHead(sheet, of);
        const qreal room = bottom - of.margin - heightOf(head);
        if (top + heightOf(block) > bottom && heightOf(block) <= room)
            beginPage(head);
        for (const auto &strip : block) {
            if (top + strip.height > bottom)
                beginPage(head);
            add({strip});
        }
    }

    Sheet sheet;
    Paper paper;
    Measure of;
    qreal top = 0;
    qreal bottom = 0;
    QList<Block> pages;
};

Pages::Pages(const Sheet &sheet, Paper paper)
    : m_laid(std::make_unique<const Laid>(sheet, paper))
{
}

Pages::~Pages() = default;
Pages::Pages(Pages &&) noexcept = default;
Pages &Pages::operator=(Pages &&) noexcept = default;

int Pages::count() const
{
    return int(m_laid->pages.size());
}

Paper Pages::paper() const
{
    return m_laid->paper;
}

void Pages::paint(QPainter &painter, int page) const
{
    if (page < 0 || page >= count())
        return;
    const auto &of = m_laid->of;
    print::paint(painter, m_laid->pages[page], {of.margin, of.margin});
    print::paint(painter, foot(m_laid->sheet, of, page, count()), {of.margin, m_laid->bottom});
}

Result<QByteArray> pdfOf(const Pages &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    const auto size = pages.paper() == Paper::A5 ? QPageSize::A5 : QPageSize::A4;
    writer.setPageLayout({QPageSize(size), QPageLayout::Portrait, QMarginsF()});
    writer.setResolution(int(unitsPerInch));
    writer.setTitle(QStringLiteral("Nadi"));
    QPainter painter;
    bool isWritten = painter.begin(&writer);
    for (int page = 0; isWritten && page < pages.count(); ++page) {
        isWritten = page == 0 || writer.newPage();
        pages.paint(painter, page);
    }
    if (!isWritten || !painter.end())
        return fail(ErrorKind::Storage, QStringLiteral("PAPER-WRITE"));
    return bytes;
}

QImage pictureOf(const Pages &pages, int page, int dotsPerInch)
{
    const qreal scale = dotsPerInch / unitsPerInch;
    QImage picture((sizeOf(pages.paper()) * scale).toSize(), QImage::Format_RGB32);
    if (page < 0 || page >= pages.count() || picture.isNull())
        return {};
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    pages.paint(painter, page);
    return picture;
}

}
