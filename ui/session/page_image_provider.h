#pragma once

#include "storage/store.h"

#include <QQuickAsyncImageProvider>

namespace nadi::ui
{

/// "image://page/<record>/<page>": clean page images from the store, decoded off the GUI thread. Registered as "page".
class PageImageProvider final : public QQuickAsyncImageProvider
{
public:
    explicit PageImageProvider(storage::Store &store)
        : m_store(store)
    {
    }
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;
    static QString urlOf(const RecordId &record, const PageId &page);

private:
    storage::Store &m_store;
};

}
