#include "shrink_offer.h"

#include "ui/session/observe.h"
#include "ui/session/page_image.h"
#include "ui/words/size_words.h"

#include <QtConcurrentRun>

#include <utility>

namespace nadi::ui
{
namespace
{

constexpr QSize previewSize(2000, 2000); ///< enough to look closer at

documents::Rendition rendition(documents::Rendition::Size size)
{
    using documents::Rendition;
    return {Rendition::Straighten::Yes, size, Rendition::Oversize::Taken};
}

qint64 bytesOf(const documents::CleanDocument &document)
{
    qint64 sum = 0;
    for (const auto &page : document.pages)
        sum += page.image.size();
    return sum;
}

}

ShrinkOffer::ShrinkOffer(UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

QString ShrinkOffer::sizeBefore() const
{
    return sizeWords(m_bytes);
}

QString ShrinkOffer::sizeAfter() const
{
    return m_shrunk ? sizeWords(bytesOf(*m_shrunk)) : QString();
}

void ShrinkOffer::make(int file, const QString &name, const QByteArray &bytes)
{
    m_file = file;
    m_name = name;
    m_bytes = bytes.size();
    using Size = documents::Rendition::Size;
    observe(this, m_services.pages.clean(bytes, name, {}, rendition(Size::Screen)),
        [this, file](const Cleaned &document) { take(file, m_screened, document); });
    observe(this, m_services.pages.clean(bytes, name, {}, rendition(Size::Print)),
        [this, file](const Cleaned &document) { take(file, m_printed, document); });
}

void ShrinkOffer::take(int file, std::optional<Cleaned> &slot, const Cleaned &document)
{
    if (file != m_file)
        return;
    slot = document;
    if (!m_screened || !m_printed)
        return;
    for (const auto *copy : {&*m_screened, &*m_printed}) {
        if (*copy)
            continue;
        const auto error = copy->error();
        forget();
        Q_EMIT failed(file, error);
        return;
    }
    preview(file);
}

void ShrinkOffer::preview(int file)
{
    const auto first = [](const Cleaned &document) { return (*document).pages.first().image; };
    observe(this, QtConcurrent::run([print = first(*m_printed), screen = first(*m_screened)] {
        return std::pair(decodePage(print, previewSize), decodePage(screen, previewSize));
    }),
        [this, file](const std::pair<Result<QImage>, Result<QImage>> &pictures) {
            if (file != m_file)
                return;
            if (!pictures.first || !pictures.second) {
                forget();
                Q_EMIT failed(file, Error{ErrorKind::Internal, QStringLiteral("PAGE-IMAGE"), {}});
                return;
            }
            m_shrunk = **m_screened;
            m_before = *pictures.first;
            m_after = *pictures.second;
            Q_EMIT changed();
        });
}

void ShrinkOffer::accept()
{
    if (!m_shrunk)
        return;
    const int file = m_file;
    const auto document = *m_shrunk;
    forget();
    Q_EMIT accepted(file, document);
}

void ShrinkOffer::decline()
{
    const int file = m_file;
    forget();
    if (file != 0)
        Q_EMIT declined(file);
}

void ShrinkOffer::forget()
{
    m_file = 0;
    m_name.clear();
    m_printed.reset();
    m_screened.reset();
    m_shrunk.reset();
    m_before = {};
    m_after = {};
    Q_EMIT changed();
}

}
