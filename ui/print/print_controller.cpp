#include "print_controller.h"

#include "print/sheet.h"
#include "ui/print/print_work.h"
#include "ui/session/paper.h"
#include "ui/theme/standing.h"

#include <QtConcurrent>

namespace nadi::ui
{
namespace
{

constexpr int previewDotsPerInch = 96;

const Error notSigned{ErrorKind::Conflict, QStringLiteral("PRINT-DRAFT"), {}};
const Error noSheet{ErrorKind::Invalid, QStringLiteral("PRINT-NONE"), {}};

}

/// Where a print goes: to a printer, or into a file.
struct PrintController::Way
{
    print::Paper paper;
    QString printer; ///< empty with a file; else empty means the default one
    int copies = 1;
    QString file;
};

PrintController::PrintController(UiServices &services, QObject *parent)
    : PageController(services, parent)
    , m_paper(print::paperFromWord(services.settings.text(QStringLiteral("print.paper"))).value_or(print::Paper::A5))
    , m_printer(services.settings.text(QStringLiteral("print.printer")))
{
}

PrintController::~PrintController() = default;

bool PrintController::printable() const
{
    return print::isPrintable(m_facts.sheet.content);
}

void PrintController::follow(const RecordId &record)
{
    m_record = record;
    m_facts = {};
    m_mode = {};
    m_pages.reset();
    m_preview.clear();
    m_page = 0;
    m_copies = 1;
    m_shown = false;
    ++m_drawing;
    clearProblem();
    Q_EMIT changed();
    Q_EMIT previewChanged();
    if (record.isEmpty())
        return;
    askAside([record](clinic::Work &work) { return clinic::printFacts(work, record); },
        [this, record](const Result<clinic::PrintFacts> &facts) {
            if (record != m_record)
                return;
            if (!facts)
                return setProblem(facts.error());
            take(*facts);
        });
}

void PrintController::take(const clinic::PrintFacts &facts)
{
    m_facts = facts;
    if (m_mode)
        m_facts.sheet.mode = m_mode;
    Q_EMIT changed();
    if (m_shown)
        drawPreview();
}

void PrintController::setStatement(std::optional<TeleMode> mode)
{
    m_mode = mode;
    m_facts.sheet.mode = mode;
}

void PrintController::setPaper(const QString &paper)
{
    m_paper = print::paperFromWord(paper).value_or(m_paper);
    m_page = 0;
    Q_EMIT changed();
    drawPreview();
}

void PrintController::setPrinter(const QString &printer)
{
    m_printer = printer;
    Q_EMIT printersChanged();
}

void PrintController::setCopies(int copies)
{
    m_copies = std::clamp(copies, 1, 20);
    Q_EMIT changed();
}

int PrintController::pages() const
{
    return m_pages ? m_pages->count() : 0;
}

void PrintController::setPage(int page)
{
    m_page = std::clamp(page, 0, std::max(0, pages() - 1));
    drawPreview();
}

void PrintController::show()
{
    m_shown = true;
    clearProblem();
    drawPreview();
    observe(this,
        QtConcurrent::run([printing = services().printing]() -> Result<QStringList> { return printing->printers(); }),
        [this](const Result<QStringList> &found) {
            m_printers = found.value_or(QStringList());
            if (!m_printers.contains(m_printer))
                m_printer = m_printers.value(0);
            Q_EMIT printersChanged();
        });
}

void PrintController::drawPreview()
{
    if (!m_shown || !printable())
        return;
    struct Drawn
    {
        std::shared_ptr<const print::Pages> pages;
        QString picture;
    };
    observe(this, QtConcurrent::run([facts = m_facts, paper = m_paper, page = m_page]() -> Result<Drawn> {
        const auto pages = layOut(facts, paper, {});
        return Drawn{pages, previewOf(*pages, std::min(page, pages->count() - 1), previewDotsPerInch)};
    }),
        [this, asked = ++m_drawing](const Result<Drawn> &drawn) {
            if (asked != m_drawing || !drawn)
                return;
            m_pages = drawn->pages;
            m_preview = drawn->picture;
            Q_EMIT previewChanged();
        });
}

Done PrintController::whyNot() const
{
    if (m_record.isEmpty() || !printable())
        return tl::unexpected(noSheet);
    return isSigned() ? Done() : Done(tl::unexpected(notSigned));
}

void PrintController::printNow()
{
    m_copies = 1;
    print();
}

void PrintController::print()
{
    go({m_paper, m_printer, m_copies, {}});
}

void PrintController::saveAs(const QUrl &file)
{
    go({m_paper, {}, 1, file.toLocalFile()});
}

void PrintController::go(const Way &way)
{
    if (busy())
        return;
    clearProblem();
    if (const auto may = whyNot(); !may) {
        // Ctrl+P on any page: said in passing, there may be no line about printing on it.
        Q_EMIT told(problemOf(may.error()).sentence);
        return;
    }
    const clinic::PrintOrder order{
        m_record, print::toWord(way.paper), way.file.isEmpty() ? way.printer : QString(), way.copies};
    // First the trace, then the sheet: what is on it (a reprint?) is read again, another window may have printed too.
    askFor(
        [order](clinic::Work &work) -> Result<std::pair<PrintJob, clinic::PrintFacts>> {
            const auto job = clinic::beginPrint(work, order);
            if (!job)
                return failed(job);
            auto facts = clinic::printFacts(work, order.record);
            if (!facts)
                return failed(facts);
            return std::pair(*job, *std::move(facts));
        },
        [this, way](const std::pair<PrintJob, clinic::PrintFacts> &begun) {
            wait(1);
            const auto &[job, facts] = begun;
            observe(this,
                QtConcurrent::run([facts = facts, at = job.at, way, printing = services().printing]() -> Done {
                    const auto pages = layOut(facts, way.paper, at);
                    if (way.file.isEmpty())
                        return printOn(*printing, pages, way.printer, way.copies);
                    const auto pdf = print::pdfOf(*pages);
                    return pdf ? saveBytes(way.file, *pdf).result() : Done(failed(pdf));
                }),
                [this, job = job](const Done &outcome) {
                    wait(-1);
                    finish(job, outcome);
                });
        });
}

void PrintController::finish(const PrintJob &job, const Done &outcome)
{
    if (!outcome)
        setProblem(outcome.error());
    askAside(
        [id = job.id, record = job.record, outcome](clinic::Work &work) -> Result<clinic::PrintFacts> {
            if (const auto ended = clinic::endPrint(work, id, outcome); !ended)
                return failed(ended);
            return clinic::printFacts(work, record);
        },
        [this, record = job.record, outcome](const Result<clinic::PrintFacts> &facts) {
            if (record == m_record && facts)
                take(*facts);
            if (!outcome)
                return;
            Q_EMIT told(tr("The prescription is on its way to paper."));
            Q_EMIT sent();
        });
}

QString PrintController::jobText() const
{
    if (m_facts.jobs.isEmpty())
        return {};
    const auto &job = m_facts.jobs.constFirst();
    const auto when = clinicTime().moment(job.at, now());
    switch (job.state) {
    case PrintState::Printing:
        return tr("Printing since %1").arg(when);
    case PrintState::Sent:
        return job.printer.isEmpty() ? tr("Printed %1").arg(when) : tr("Printed %1 on %2").arg(when, job.printer);
    case PrintState::Failed:
        return tr("Not printed, %1").arg(when);
    }
    return {};
}

QString PrintController::jobProblem() const
{
    if (m_facts.jobs.isEmpty() || m_facts.jobs.constFirst().state != PrintState::Failed)
        return {};
    return problemOf(Error{ErrorKind::Unavailable, m_facts.jobs.constFirst().problemCode, {}}).sentence;
}

int PrintController::standing() const
{
    if (m_facts.jobs.isEmpty())
        return int(Standing::NotStarted);
    switch (m_facts.jobs.constFirst().state) {
    case PrintState::Printing:
        return int(Standing::Waiting);
    case PrintState::Sent:
        return int(Standing::Done);
    case PrintState::Failed:
        return int(Standing::NeedsPerson);
    }
    return int(Standing::NotStarted);
}

}
