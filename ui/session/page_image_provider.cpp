#include "ui/session/page_image_provider.h"

#include "storage/record_repository.h"
#include "ui/session/observe.h"
#include "ui/session/page_image.h"

namespace nadi::ui
{
namespace
{

class PageResponse final : public QQuickImageResponse
{
public:
    PageResponse(storage::Store &store, const QString &id, QSize wanted)
    {
        const RecordId record(id.section(QLatin1Char('/'), 0, 0));
        const PageId page(id.section(QLatin1Char('/'), 1, 1));
        observe(this, store.run([record, page, wanted](storage::Connection &db) -> Result<QImage> {
            const auto bytes = storage::RecordRepository(db).pageImage(record, page);
            return bytes ? decodePage(*bytes, wanted) : Result<QImage>(failed(bytes));
        }),
            [this](const Result<QImage> &image) {
                if (image)
                    m_image = *image;
                else
                    m_error = image.error().code;
                Q_EMIT finished();
            });
    }
    QQuickTextureFactory *textureFactory() const override
    {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override { return m_error; }

private:
    QImage m_image;
    QString m_error;
};

}

QQuickImageResponse *PageImageProvider::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    return new PageResponse(m_store, id, requestedSize);
}

QString PageImageProvider::urlOf(const RecordId &record, const RecordPage &page)
{
    return QStringLiteral("image://page/") + record.value() + QLatin1Char('/') + page.id.value() + QLatin1Char('/')
        + toWord(page.straightening);
}

}
