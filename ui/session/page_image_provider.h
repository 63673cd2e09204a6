#pragma once

#include "domain/record.h"
#include "storage/store.h"

#include <QQuickAsyncImageProvider>

namespace nadi::ui
{

/// "image://page/<record>/<page>/<straightening>": clean page images from the store, decoded off the GUI thread.
/// Registered as "page".
class PageImageProvider final : public QQuickAsyncImageProvider
{
public:
    explicit PageImageProvider(storage::Store &store)
        : m_store(store)
    {
    }
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;
    /// Another straightening is another picture: what Qt keeps of the old one must not be shown for it.
    static QString urlOf(const RecordId &record, const RecordPage &page);

private:
    storage::Store &m_store;
};

}
