#include "documents/byte_cursor.h"
#include "documents/heads.h"

#include <QSet>

namespace nadi::documents
{

namespace
{

enum Tag : quint16 { NewSubfileType = 254, ImageWidth = 256, ImageLength = 257, Orientation = 274 };
constexpr quint64 maxEntries = 4096;
constexpr qsizetype directoriesPerPage = 4; // the page, its thumbnail, its mask and one to spare
constexpr quint32 reducedOrMask = 0x1 | 0x4; // thumbnails and transparency masks are not pages

struct Layout
{
    ByteOrder order = ByteOrder::Big;
    bool big = false; // BigTIFF: 64-bit offsets
    quint64 firstDirectory = 0;
};

Result<Layout> layoutOf(QByteArrayView bytes)
{
    Layout layout;
    layout.order = bytes.startsWith("II") ? ByteOrder::Little : ByteOrder::Big;
    ByteCursor cursor(bytes, layout.order);
    cursor.skip(2);
    layout.big = cursor.u16() == 43;
    if (layout.big && (cursor.u16() != 8 || cursor.u16() != 0))
        return corrupt("BigTIFF header");
    layout.firstDirectory = layout.big ? cursor.u64() : cursor.u32();
    return cursor.ok() ? Result<Layout>(layout) : truncated("TIFF header");
}

struct Directory
{
    quint64 width = 0;
    quint64 height = 0;
    quint32 subfile = 0;
    int orientation = 1;
    quint64 next = 0;
};

Result<Directory> directoryAt(QByteArrayView bytes, const Layout &layout, quint64 offset)
{
    ByteCursor cursor(bytes, layout.order);
    cursor.seek(offset);
    const quint64 entries = layout.big ? cursor.u64() : cursor.u16();
    if (!cursor.ok())
        return truncated("TIFF directory");
    if (entries > maxEntries)
        return corrupt("TIFF entries");
    Directory directory;
    for (quint64 i = 0; i < entries; ++i) {
        const quint16 tag = cursor.u16();
        const quint16 type = cursor.u16();
        cursor.skip(layout.big ? 8 : 4); // count: the four tags are single numbers
        ByteCursor value(cursor.bytes(layout.big ? 8 : 4), layout.order);
        const quint64 number = type == 3 ? value.u16() : type == 16 ? value.u64() : value.u32();
        switch (tag) {
        case NewSubfileType:
            directory.subfile = quint32(number);
            break;
        case ImageWidth:
            directory.width = number;
            break;
        case ImageLength:
            directory.height = number;
            break;
        case Orientation:
            directory.orientation = number >= 1 && number <= 8 ? int(number) : 1;
            break;
        default:
            break;
        }
    }
    directory.next = layout.big ? cursor.u64() : cursor.u32();
    return cursor.ok() ? Result<Directory>(directory) : truncated("TIFF directory");
}

}

Result<QList<ImageHead>> tiffHeads(QByteArrayView bytes, int maxPages)
{
    const auto layout = layoutOf(bytes);
    if (!layout)
        return failed(layout);
    QList<ImageHead> heads;
    QSet<quint64> seen;
    for (quint64 offset = layout->firstDirectory; offset != 0;) {
        if (seen.contains(offset))
            return corrupt("TIFF directories form a loop");
        seen.insert(offset);
        if (seen.size() > qsizetype(maxPages) * directoriesPerPage)
            return fail(ErrorKind::Limit, QStringLiteral("DOC-PAGES"), QStringLiteral("TIFF directories"));
        const auto directory = directoryAt(bytes, *layout, offset);
        if (!directory)
            return failed(directory);
        if (directory->width > INT_MAX || directory->height > INT_MAX)
            return corrupt("TIFF size");
        offset = directory->next;
        if (directory->subfile & reducedOrMask)
            continue;
        if (heads.size() == maxPages)
            return fail(ErrorKind::Limit, QStringLiteral("DOC-PAGES"));
        heads.append({QSize(int(directory->width), int(directory->height)), directory->orientation});
    }
    if (heads.isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("DOC-EMPTY"), QStringLiteral("TIFF without a page"));
    return heads;
}

int exifOrientation(QByteArrayView tiff)
{
    if (!tiff.startsWith("II*") && !tiff.startsWith("MM"))
        return 1;
    const auto layout = layoutOf(tiff);
    if (!layout)
        return 1;
    const auto directory = directoryAt(tiff, *layout, layout->firstDirectory);
    return directory ? directory->orientation : 1;
}

}
