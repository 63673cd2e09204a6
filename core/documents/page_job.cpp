#include "documents/page_job.h"

#include "documents/preflight.h"

#include <QCryptographicHash>
#include <QSet>
#include <QtConcurrentRun>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cmath>
#include <csignal>

namespace nadi::documents
{

namespace
{

constexpr qsizetype keptComplaints = 4096;

// Runs in the forked child: only async-signal-safe calls. The worker gets its three streams and nothing else of ours,
// and dies with us.
void leaveNothingOpen()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#ifdef CLOSE_RANGE_CLOEXEC
    // Not closed but marked: Qt's own pipe that reports a failed exec is among them.
    if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        return;
#endif
    for (int fd = 3; fd < 4096; ++fd)
        fcntl(fd, F_SETFD, FD_CLOEXEC);
}

Error error(ErrorKind kind, const char *code, const QString &detail = {})
{
    return {kind, QString::fromLatin1(code), detail};
}

// The worker's own words are only passed on when they are words it may use.
Error refusalOf(const protocol::Failed &failed)
{
    static const QSet<QString> known{QStringLiteral("DOC-TYPE"), QStringLiteral("DOC-EMPTY"),
        QStringLiteral("DOC-TRUNCATED"), QStringLiteral("DOC-CORRUPT"), QStringLiteral("DOC-ENCRYPTED"),
        QStringLiteral("DOC-PASSWORD"), QStringLiteral("DOC-SIZE"), QStringLiteral("DOC-PAGES"),
        QStringLiteral("DOC-PIXELS"), QStringLiteral("DOC-MEMORY"), QStringLiteral("DOC-WORKER")};
    static const QSet<QString> limits{QStringLiteral("DOC-SIZE"), QStringLiteral("DOC-PAGES"),
        QStringLiteral("DOC-PIXELS"), QStringLiteral("DOC-MEMORY")};
    if (!known.contains(failed.code))
        return error(ErrorKind::Internal, "DOC-CRASH", QStringLiteral("unknown code"));
    return {limits.contains(failed.code) ? ErrorKind::Limit : ErrorKind::Invalid, failed.code, failed.detail.left(200)};
}

}

PageJob::PageJob(const PageLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_promise.start();
    m_wallTime.setSingleShot(true);
    connect(&m_wallTime, &QTimer::timeout, this,
        [this] { finish(tl::unexpected(error(ErrorKind::Limit, "DOC-TIME", QStringLiteral("wall time")))); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PageJob::readFrames);
    connect(&m_process, &QProcess::readyReadStandardError, this,
        [this] { m_complaints = (m_complaints + m_process.readAllStandardError()).left(keptComplaints); });
    connect(&m_process, &QProcess::finished, this, &PageJob::processEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError why) {
        if (why == QProcess::FailedToStart)
            finish(tl::unexpected(error(ErrorKind::Internal, "DOC-WORKER", QStringLiteral("cannot be started"))));
    });
}

PageJob::~PageJob()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(1000); // reaped at once: SIGKILL cannot be held up by the worker
    }
    if (!m_answered) {
        m_promise.future().cancel();
        m_promise.finish();
    }
}

void PageJob::start(const QString &program, QByteArray bytes, const QString &claimedName, const QByteArray &password,
    Rendition rendition)
{
    if (bytes.isEmpty())
        return finish(tl::unexpected(error(ErrorKind::Invalid, "DOC-EMPTY")));
    if (bytes.size() > m_limits.fileBytes)
        return finish(tl::unexpected(error(ErrorKind::Limit, "DOC-SIZE", QString::number(bytes.size()))));
    m_hashing.setFuture(
        QtConcurrent::run([bytes] { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }));
    m_process.setProgram(program);
    // An inherited environment could carry secrets in and loader tricks along.
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(QStringLiteral("/"));
    m_process.setChildProcessModifier(leaveNothingOpen);
    m_wallTime.start(m_limits.wallTime);
    m_process.start(QIODevice::ReadWrite);
    m_process.write(protocol::encode(protocol::Job{m_limits, claimedName, password, bytes, rendition}));
    m_process.closeWriteChannel();
}

void PageJob::startWhenRead(const QString &program, const QFuture<Result<QByteArray>> &bytes,
    const QString &claimedName, const QByteArray &password)
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this, program, claimedName, password] {
        const auto read = m_reading.result();
        if (!read)
            return finish(failed(read));
        start(program, *read, claimedName, password);
    });
    m_reading.setFuture(bytes);
}

void PageJob::finish(Result<CleanDocument> result)
{
    if (m_answered)
        return;
    m_answered = true;
    m_wallTime.stop();
    m_process.kill();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

void PageJob::readFrames()
{
    m_frames.append(m_process.readAllStandardOutput());
    while (const auto frame = m_frames.next()) {
        if (const auto taken = take(*frame); !taken)
            return finish(failed(taken));
    }
    if (m_frames.broken())
        finish(tl::unexpected(error(ErrorKind::Internal, "DOC-CRASH", QStringLiteral("frames"))));
}

Done PageJob::take(const protocol::Frame &frame)
{
    const auto disorder
        = [] { return fail(ErrorKind::Internal, QStringLiteral("DOC-CRASH"), QStringLiteral("order of frames")); };
    if (const auto *failed = std::get_if<protocol::Failed>(&frame))
        return tl::unexpected(refusalOf(*failed));
    if (const auto *started = std::get_if<protocol::Started>(&frame)) {
        if (m_promisedPages >= 0 || started->pages < 1 || started->pages > m_limits.pages)
            return disorder();
        m_promisedPages = started->pages;
        m_document.mime = started->mime.left(64);
        return {};
    }
    if (const auto *page = std::get_if<protocol::Page>(&frame))
        return m_complete || m_document.pages.size() >= m_promisedPages ? Done(disorder()) : takePage(*page);
    if (m_complete || m_document.pages.size() != m_promisedPages)
        return disorder();
    m_complete = true;
    return {};
}

// The worker read hostile bytes: its pages are looked at as if they were hostile too.
Done PageJob::takePage(const protocol::Page &page)
{
    const auto head = preflight(page.image, {}, PageLimits{});
    const bool clean = head && (head->kind == FileKind::Jpeg || head->kind == FileKind::Png)
        && head->images.first().orientation == 1 && std::isfinite(page.sharpness) && std::isfinite(page.light)
        && std::isfinite(page.turnedDegrees);
    if (!clean)
        return fail(ErrorKind::Internal, QStringLiteral("DOC-CRASH"), QStringLiteral("page"));
    const auto size = head->images.first().size;
    m_document.pages.append(
        {page.image, mimeOf(head->kind), size.width(), size.height(), page.reduced, qBound(0.0, page.sharpness, 1.0),
            qBound(0.0, page.light, 1.0), qBound(-45.0, page.turnedDegrees, 45.0), page.cropped});
    return {};
}

void PageJob::processEnded()
{
    readFrames();
    if (m_answered)
        return;
    if (!m_complete || m_process.exitStatus() != QProcess::NormalExit)
        return finish(tl::unexpected(causeOfDeath()));
    finishWithHash();
}

void PageJob::finishWithHash()
{
    const auto done = [this] {
        m_document.originalHash = m_hashing.result();
        finish(m_document);
    };
    if (m_hashing.isFinished())
        return done();
    connect(&m_hashing, &QFutureWatcherBase::finished, this, done);
}

Error PageJob::causeOfDeath() const
{
    const bool crashed = m_process.exitStatus() == QProcess::CrashExit;
    const int number = m_process.exitCode(); // QProcess gives the signal's number here after a crash
    if (crashed && (number == SIGXCPU))
        return error(ErrorKind::Limit, "DOC-TIME", QStringLiteral("processor time"));
    // Poppler and the C++ library say so and abort when the address space is used up; nothing else tells it from a
    // defect.
    if (m_complaints.contains("bad_alloc") || m_complaints.contains("Out of memory"))
        return error(ErrorKind::Limit, "DOC-MEMORY");
    return error(ErrorKind::Internal, "DOC-CRASH",
        QStringLiteral("%1 %2").arg(crashed ? QStringLiteral("signal") : QStringLiteral("exit")).arg(number));
}

}
