#include "like_pages.h"

#include "page_row.h"
#include "storage/record_repository.h"
#include "ui/session/observe.h"
#include "ui/session/page_image.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace nadi::ui
{
namespace
{

constexpr int lookSide = 512; ///< pixels; documents::lookOf wants 256 or more

QString keyOf(const RecordPage &page)
{
    return page.id.value() + QLatin1Char('/') + QString::number(page.quarterTurns) + toWord(page.straightening);
}

documents::PageLook lookAt(const QByteArray &bytes, int quarterTurns)
{
    const auto image = decodePage(bytes, QSize(lookSide, lookSide));
    if (!image)
        return {};
    const auto grey = image->convertToFormat(QImage::Format_Grayscale8)
                          .transformed(QTransform().rotate(90.0 * quarterTurns))
                          .convertToFormat(QImage::Format_Grayscale8);
    documents::GreyPicture picture{grey.size(), {}};
    for (int y = 0; y < grey.height(); ++y)
        picture.pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    return documents::lookOf(picture);
}

}

struct LikePages::Findings
{
    RecordId record;
    Looks looks;
    QSet<Pair> judged;
    QList<Pair> pairs;
};

LikePages::LikePages(UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

const RecordPage *LikePages::page(const PageId &id) const
{
    const auto found = std::ranges::find(m_record.pages, id, &RecordPage::id);
    return found == m_record.pages.cend() ? nullptr : &*found;
}

QVariant LikePages::row(const PageId &id) const
{
    const auto rows = pageRows(m_record);
    const auto found = std::ranges::find(rows, id.value(), &PageRow::page);
    return found == rows.cend() ? QVariant() : QVariant::fromValue(*found);
}

QVariant LikePages::left() const
{
    return m_pairs.isEmpty() ? QVariant() : row(m_pairs.first().first);
}

QVariant LikePages::right() const
{
    return m_pairs.isEmpty() ? QVariant() : row(m_pairs.first().second);
}

QString LikePages::better() const
{
    if (m_pairs.isEmpty())
        return {};
    const auto sharpnessOf = [this](const PageId &id) {
        const auto *known = page(id);
        return known && known->quality ? known->quality->sharpness : 0;
    };
    const auto &[one, other] = m_pairs.first();
    return (sharpnessOf(other) > sharpnessOf(one) ? other : one).value();
}

void LikePages::look(const Record &record)
{
    if (record.id != m_record.id) {
        m_looks.clear();
        m_judged.clear();
        m_pairs.clear();
    }
    m_record = record;
    keepOpenPairs();
    Q_EMIT changed();
    lookAtNew();
}

void LikePages::keepOpenPairs()
{
    m_pairs.removeIf([this](const Pair &pair) {
        const auto *one = page(pair.first);
        const auto *other = page(pair.second);
        return !one || !other || one->keptBeside.contains(pair.second) || other->keptBeside.contains(pair.first);
    });
}

void LikePages::lookAtNew()
{
    QList<RecordPage> unseen;
    for (const auto &page : std::as_const(m_record.pages))
        if (!m_looks.contains(keyOf(page)))
            unseen += page;
    if (m_looking || unseen.isEmpty() || m_record.pages.size() < 2)
        return;
    m_looking = true;
    observe(this,
        m_services.store.run(
            [record = m_record.id, unseen](storage::Connection &db) -> Result<QHash<QString, QByteArray>> {
                QHash<QString, QByteArray> images;
                for (const auto &page : unseen) {
                    // A page that is gone meanwhile is nothing to look at.
                    const auto bytes = storage::RecordRepository(db).pageImage(record, page.id);
                    images.insert(keyOf(page), bytes.value_or(QByteArray()));
                }
                return images;
            }),
        [this](const Result<QHash<QString, QByteArray>> &images) {
            if (images)
                return compare(*images);
            m_looking = false; // the pages themselves say what is wrong with them
        });
}

LikePages::Findings LikePages::found(
    const Record &record, Looks looks, const QSet<Pair> &judged, const QHash<QString, QByteArray> &images)
{
    Findings findings{record.id, std::move(looks), judged, {}};
    for (const auto &page : record.pages)
        if (const auto bytes = images.constFind(keyOf(page)); bytes != images.cend())
            findings.looks.insert(keyOf(page), lookAt(*bytes, page.quarterTurns));
    for (qsizetype i = 0; i < record.pages.size(); ++i) {
        for (qsizetype j = i + 1; j < record.pages.size(); ++j) {
            const auto &one = record.pages[i];
            const auto &other = record.pages[j];
            // Pages of one file were put together by somebody.
            const Pair pair(one.id, other.id);
            const bool known = findings.judged.contains(pair) || findings.judged.contains({other.id, one.id});
            if (known || one.originalHash == other.originalHash)
                continue;
            const auto here = findings.looks.constFind(keyOf(one));
            const auto there = findings.looks.constFind(keyOf(other));
            if (here == findings.looks.cend() || there == findings.looks.cend())
                continue;
            findings.judged.insert(pair);
            if (documents::likeness(*here, *there) >= documents::nearDuplicate)
                findings.pairs += pair;
        }
    }
    return findings;
}

void LikePages::compare(QHash<QString, QByteArray> images)
{
    observe(this,
        QtConcurrent::run([record = m_record, looks = m_looks, judged = m_judged, images = std::move(images)] {
            return found(record, looks, judged, images);
        }),
        [this](const Findings &findings) {
            m_looking = false;
            if (findings.record == m_record.id) {
                m_looks = findings.looks;
                m_judged = findings.judged;
                m_pairs += findings.pairs;
                keepOpenPairs();
                Q_EMIT changed();
            }
            lookAtNew();
        });
}

void LikePages::keepBoth()
{
    if (m_pairs.isEmpty())
        return;
    const auto pair = m_pairs.takeFirst();
    Q_EMIT bothKept(pair.first, pair.second);
    Q_EMIT changed();
}

void LikePages::keepOnly(const QString &kept)
{
    if (m_pairs.isEmpty())
        return;
    const auto pair = m_pairs.first();
    if (kept != pair.first.value() && kept != pair.second.value())
        return;
    m_pairs.removeFirst();
    Q_EMIT oneRejected(kept == pair.first.value() ? pair.second : pair.first);
    Q_EMIT changed();
}

}
