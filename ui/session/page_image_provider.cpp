#include "ui/session/page_image_provider.h"

#include "storage/record_repository.h"
#include "ui/session/observe.h"

#include <QBuffer>
#include <QImageReader>

namespace nadi::ui
{
namespace
{

Result<QImage> decode(const QByteArray &bytes, QSize wanted)
{
    QBuffer buffer;
    buffer.setData(bytes);
    // The format is named from the worker's own output: no other decoder gets to see the bytes.
    QImageReader reader(&buffer, bytes.startsWith("\x89PNG") ? QByteArrayLiteral("png") : QByteArrayLiteral("jpeg"));
    if (const QSize full = reader.size(); wanted.isValid() && full.isValid())
        reader.setScaledSize(full.scaled(wanted.boundedTo(full), Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorKind::Storage, QStringLiteral("PAGE-IMAGE"));
    return image;
}

class PageResponse final : public QQuickImageResponse
{
public:
    PageResponse(storage::Store &store, const QString &id, QSize wanted)
    {
        const RecordId record(id.section(QLatin1Char('/'), 0, 0));
        const PageId page(id.section(QLatin1Char('/'), 1, 1));
        observe(this, store.run([record, page, wanted](storage::Connection &db) -> Result<QImage> {
            const auto bytes = storage::RecordRepository(db).pageImage(record, page);
            return bytes ? decode(*bytes, wanted) : Result<QImage>(failed(bytes));
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

QString PageImageProvider::urlOf(const RecordId &record, const PageId &page)
{
    return QStringLiteral("image://page/") + record.value() + QLatin1Char('/') + page.value();
}

}
