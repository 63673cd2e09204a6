#include "posters_controller.h"

#include "clinic/shares.h"
#include "domain/facility_qr.h"
#include "ui/session/paper.h"

#include <QBuffer>
#include <QtConcurrent>

namespace nadi::ui
{
namespace
{

constexpr int previewDotsPerInch = 60;
constexpr int printDotsPerInch = 300;

/// A preview without a file: the picture itself is the address.
QUrl dataUrl(const QImage &picture)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return QUrl(QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64()));
}

}

PostersController::PostersController(UiServices &services, QObject *parent)
    : PageController(services, parent)
{
}

void PostersController::open()
{
    clearProblem();
    askFor([facility = services().facility.id](clinic::Work &work) { return clinic::shareCounters(work, facility); },
        [this](const QStringList &counters) {
            QList<CounterRow> rows;
            for (const auto &counter : counters)
                rows << CounterRow{counter};
            m_counters.setRows(rows);
            show(counters.value(0));
        });
}

documents::Poster PostersController::poster() const
{
    documents::Poster out;
    out.facilityName = services().facility.name;
    out.counterLabel = tr("Counter %1").arg(m_shown);
    out.caption = tr("Scan with your ABHA app to get your number");
    out.steps = {tr("Open your ABHA app and choose Scan."), tr("Point it at this code."), tr("Show your number here.")};
    out.qrText = facilityQrText(
        {services().facility.registryId, m_shown}, services().settings.text(QStringLiteral("share.qrBase")));
    return out;
}

void PostersController::show(const QString &counter)
{
    clearProblem();
    m_shown = counter;
    m_preview.clear();
    Q_EMIT previewChanged();
    if (services().facility.registryId.isEmpty())
        return setProblem(Error{ErrorKind::Invalid, QStringLiteral("NO-REGISTRY-ID"), {}});
    if (counter.isEmpty())
        return;
    observe(this, QtConcurrent::run([poster = poster()] { return documents::posterImage(poster, previewDotsPerInch); }),
        [this, counter](const Result<QImage> &picture) {
            if (counter != m_shown)
                return;
            if (!picture)
                return setProblem(picture.error());
            m_preview = dataUrl(*picture);
            Q_EMIT previewChanged();
        });
}

void PostersController::setCounters(QStringList counters)
{
    clearProblem();
    askFor([facility = services().facility.id, counters](
               clinic::Work &work) { return clinic::saveShareCounters(work, facility, counters); },
        [this] { open(); });
}

void PostersController::addCounter(const QString &counter)
{
    QStringList all;
    for (const auto &row : m_counters.rows())
        all << row.counter;
    setCounters(all << counter.trimmed());
}

void PostersController::removeCounter(const QString &counter)
{
    QStringList all;
    for (const auto &row : m_counters.rows())
        if (row.counter != counter)
            all << row.counter;
    setCounters(all);
}

void PostersController::print()
{
    clearProblem();
    observe(this, QtConcurrent::run([poster = poster()] { return documents::posterImage(poster, printDotsPerInch); }),
        [this](const Result<QImage> &picture) {
            if (!picture)
                return setProblem(picture.error());
            observe(
                this, printPicture(*picture, OnPage::Whole, QStringLiteral("Nadi QR")), [this](const Done &printed) {
                    if (!printed)
                        return setProblem(printed.error());
                    Q_EMIT told(tr("The poster is being printed."));
                });
        });
}

void PostersController::saveAs(const QUrl &file)
{
    clearProblem();
    observe(this, QtConcurrent::run([poster = poster(), to = file.toLocalFile()]() -> Done {
        const auto pdf = documents::posterPdf(poster);
        return pdf ? saveBytes(to, *pdf).result() : Done(failed(pdf));
    }),
        [this](const Done &saved) {
            if (!saved)
                return setProblem(saved.error());
            Q_EMIT told(tr("The poster is saved."));
        });
}

}
