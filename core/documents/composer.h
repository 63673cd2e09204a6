#pragma once

#include "common/result.h"
#include "common/utc_time.h"
#include "documents/worker.h"

namespace nadi::documents
{

struct ComposePage
{
    QByteArray image; ///< clean JPEG or PNG
    int quarterTurns = 0;
};

/// One PDF of all pages, A4 portrait or landscape by each page's shape, images embedded as they are (JPEG stays JPEG),
/// no personal data in its metadata. Deterministic for equal input and date. Errors: PDF-EMPTY, PDF-IMAGE. Any thread.
Result<QByteArray> composePdf(const QList<ComposePage> &pages, const QString &producer, UtcTime createdAt);

}
