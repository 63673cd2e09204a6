#include "documents/sniff.h"

#include "documents/byte_cursor.h"

#include <QHash>

namespace nadi::documents
{

namespace
{

// ISO 14496-12 "ftyp": only brands whose pictures are HEVC. "mif1" alone would also let AVIF in.
bool isHeic(QByteArrayView bytes)
{
    ByteCursor cursor(bytes);
    const quint64 size = cursor.u32();
    if (cursor.bytes(4) != "ftyp" || size < 16 || size > 256)
        return false;
    const auto isHevcBrand
        = [](QByteArrayView brand) { return brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis"; };
    bool found = isHevcBrand(cursor.bytes(4));
    cursor.skip(4);
    while (cursor.ok() && cursor.position() + 4 <= size)
        found = isHevcBrand(cursor.bytes(4)) || found;
    return found;
}

// Some producers put a byte order mark or a line end before the header; anything else there is another file's head.
bool isPdf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    return bytes.first(qMin<qsizetype>(bytes.size(), 64)).trimmed().startsWith("%PDF-");
}

const QHash<QString, std::optional<FileKind>> &claims()
{
    static const auto table = [] {
        QHash<QString, std::optional<FileKind>> t;
        const auto add = [&](std::optional<FileKind> kind, std::initializer_list<const char *> extensions) {
            for (const char *extension : extensions)
                t.insert(QString::fromLatin1(extension), kind);
        };
        add(FileKind::Pdf, {"pdf"});
        add(FileKind::Jpeg, {"jpg", "jpeg", "jpe", "jfif"});
        add(FileKind::Png, {"png"});
        add(FileKind::Heic, {"heic", "heif", "hif"});
        add(FileKind::Tiff, {"tif", "tiff"});
        add(FileKind::WebP, {"webp"});
        add(std::nullopt,
            {"exe", "dll", "com", "bat", "cmd", "ps1", "scr", "msi", "sh", "js", "vbs", "jar", "lnk", "htm", "html",
                "svg", "xml", "json", "txt", "csv", "rtf", "doc", "docx", "xls", "ppt", "odt", "ods", "xlsx", "pptx",
                "zip", "rar", "7z", "gz", "eml", "gif", "bmp", "ico", "avif", "mp4", "mov", "mp3", "dcm", "iso", "apk",
                "ps", "eps"});
        return t;
    }();
    return table;
}

// The end record of a ZIP reaches exactly to the end of the file (APPNOTE 4.3.16).
bool endsAsZip(QByteArrayView bytes)
{
    constexpr qsizetype recordSize = 22;
    constexpr qsizetype longestComment = 65'535;
    const auto tail = bytes.last(qMin(bytes.size(), recordSize + longestComment));
    for (auto at = tail.lastIndexOf("PK\x05\x06"); at >= 0; at = at > 0 ? tail.lastIndexOf("PK\x05\x06", at - 1) : -1) {
        if (tail.size() - at < recordSize)
            continue;
        ByteCursor cursor(tail.sliced(at + 20), ByteOrder::Little);
        if (recordSize + cursor.u16() == tail.size() - at)
            return true;
    }
    return false;
}

}

QString mimeOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Pdf:
        return QStringLiteral("application/pdf");
    case FileKind::Jpeg:
        return QStringLiteral("image/jpeg");
    case FileKind::Png:
        return QStringLiteral("image/png");
    case FileKind::Heic:
        return QStringLiteral("image/heic");
    case FileKind::Tiff:
        return QStringLiteral("image/tiff");
    case FileKind::WebP:
        return QStringLiteral("image/webp");
    }
    return {};
}

std::optional<FileKind> sniff(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return FileKind::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return FileKind::Png;
    if (bytes.startsWith("RIFF") && bytes.size() >= 12 && bytes.sliced(8, 4) == "WEBP")
        return FileKind::WebP;
    for (const auto &magic : {QByteArrayView("II*\0", 4), QByteArrayView("MM\0*", 4), QByteArrayView("II+\0", 4),
             QByteArrayView("MM\0+", 4)}) {
        if (bytes.startsWith(magic))
            return FileKind::Tiff;
    }
    if (isHeic(bytes))
        return FileKind::Heic;
    if (isPdf(bytes))
        return FileKind::Pdf;
    return std::nullopt;
}

bool nameAgrees(QStringView claimedName, FileKind kind)
{
    const auto extension = claimedName.sliced(claimedName.lastIndexOf(u'.') + 1).toString().toLower();
    const auto claim = claims().constFind(extension);
    return claim == claims().constEnd() || *claim == kind;
}

bool isPolyglot(QByteArrayView bytes, FileKind kind)
{
    if (endsAsZip(bytes))
        return true;
    constexpr qsizetype whereReadersLookForPdf = 1024;
    return kind != FileKind::Pdf && bytes.first(qMin(bytes.size(), whereReadersLookForPdf)).contains("%PDF-");
}

}
