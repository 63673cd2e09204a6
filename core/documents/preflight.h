#pragma once

#include "common/result.h"
#include "documents/limits.h"

#include <QByteArrayView>
#include <QList>
#include <QSize>
#include <QString>

#include <optional>

namespace nadi::documents
{

/// What we take (S-F2).
enum class FileKind { Pdf, Jpeg, Png, Heic, Tiff, WebP };

QString mimeOf(FileKind kind);

/// By the first bytes alone; says nothing about whether the rest is sound.
std::optional<FileKind> sniff(QByteArrayView bytes);

/// One picture as its head describes it.
struct ImageHead
{
    QSize size;
    int orientation = 1; ///< EXIF 0x0112, 1 … 8; HEIC keeps 1, its turns are part of the format
    int channels = 0; ///< JPEG only
};

struct FileHead
{
    FileKind kind = FileKind::Pdf;
    QList<ImageHead> images; ///< one per page; empty for PDF, whose pages only its parser can count
};

/// Looks at type, disguise, size, pages and pixels without decoding anything (S-F2, S-F3), so that a bomb costs
/// nothing. Pure, without any decoder library. `claimedName` is a file name or only its extension; empty claims
/// nothing. Errors: DOC-EMPTY, DOC-SIZE, DOC-TYPE, DOC-TRUNCATED, DOC-CORRUPT, DOC-PAGES, DOC-PIXELS.
Result<FileHead> preflight(QByteArrayView bytes, QStringView claimedName, const PageLimits &limits);

}
