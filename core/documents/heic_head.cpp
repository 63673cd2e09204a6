#include "documents/byte_cursor.h"
#include "documents/heads.h"

namespace nadi::documents
{

namespace
{

constexpr int maxBoxes = 4096;

struct Box
{
    QByteArray type;
    QByteArrayView content;
};

// ISO/IEC 14496-12 4.2. A size of 0 means "to the end", 1 means a 64-bit size follows.
Result<Box> nextBox(ByteCursor &cursor)
{
    quint64 size = cursor.u32();
    const auto type = cursor.bytes(4).toByteArray();
    quint64 header = 8;
    if (size == 1) {
        size = cursor.u64();
        header = 16;
    } else if (size == 0) {
        size = header + cursor.left();
    }
    if (!cursor.ok())
        return truncated("HEIC box");
    if (size < header)
        return corrupt("HEIC box size");
    const auto content = cursor.bytes(size - header);
    if (!cursor.ok())
        return truncated("HEIC box");
    return Box{type, content};
}

Result<QByteArrayView> child(QByteArrayView parent, QByteArrayView type)
{
    ByteCursor cursor(parent);
    for (int i = 0; !cursor.atEnd() && i < maxBoxes; ++i) {
        const auto box = nextBox(cursor);
        if (!box)
            return failed(box);
        if (box->type == type)
            return box->content;
    }
    return corrupt("HEIC box missing");
}

// The whole file is walked, so that a cut one is noticed before decoding.
Result<QByteArrayView> metaOf(QByteArrayView bytes)
{
    ByteCursor cursor(bytes);
    QByteArrayView meta;
    for (int i = 0; !cursor.atEnd() && i < maxBoxes; ++i) {
        const auto box = nextBox(cursor);
        if (!box)
            return failed(box);
        if (box->type == "meta" && meta.isEmpty())
            meta = box->content;
    }
    constexpr qsizetype versionAndFlags = 4;
    return meta.size() > versionAndFlags ? Result<QByteArrayView>(meta.sliced(versionAndFlags))
                                         : corrupt("HEIC without meta");
}

}

Result<ImageHead> heicHead(QByteArrayView bytes)
{
    const auto properties = metaOf(bytes)
                                .and_then([](QByteArrayView meta) { return child(meta, "iprp"); })
                                .and_then([](QByteArrayView iprp) { return child(iprp, "ipco"); });
    if (!properties)
        return failed(properties);
    // Grids describe their tiles and the whole alike; the largest is what a decoder will allocate.
    ImageHead head;
    ByteCursor cursor(*properties);
    for (int i = 0; !cursor.atEnd() && i < maxBoxes; ++i) {
        const auto box = nextBox(cursor);
        if (!box)
            return failed(box);
        if (box->type != "ispe")
            continue;
        ByteCursor extents(box->content);
        extents.skip(4);
        const quint32 width = extents.u32();
        const quint32 height = extents.u32();
        if (!extents.ok() || width > INT_MAX || height > INT_MAX)
            return corrupt("HEIC extents");
        head.size = head.size.expandedTo(QSize(int(width), int(height)));
    }
    return head.size.isValid() ? Result<ImageHead>(head) : corrupt("HEIC without extents");
}

}
