#pragma once

// Private to the room: one run of nadi-pages.

#include "documents/protocol.h"
#include "documents/worker.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QProcess>
#include <QPromise>
#include <QTimer>

namespace nadi::documents
{

/// Starts the worker, feeds it, collects its frames and deletes itself after the answer. Deleted before, it kills the
/// worker and cancels the future.
class PageJob : public QObject
{
    Q_OBJECT

public:
    PageJob(const PageLimits &limits, QObject *parent);
    ~PageJob() override;

    QFuture<Result<CleanDocument>> future() { return m_promise.future(); }
    void start(const QString &program, QByteArray bytes, const QString &claimedName, const QByteArray &password,
        Rendition rendition = {});
    /// As start, with bytes that another thread is still reading.
    void startWhenRead(const QString &program, const QFuture<Result<QByteArray>> &bytes, const QString &claimedName,
        const QByteArray &password);
    void finish(Result<CleanDocument> result);

private:
    void readFrames();
    Done take(const protocol::Frame &frame);
    Done takePage(const protocol::Page &page);
    void processEnded();
    Error causeOfDeath() const;
    void finishWithHash();

    PageLimits m_limits;
    QPromise<Result<CleanDocument>> m_promise;
    QFutureWatcher<Result<QByteArray>> m_reading;
    QFutureWatcher<QByteArray> m_hashing;
    QProcess m_process;
    QTimer m_wallTime;
    protocol::FrameReader m_frames;
    QByteArray m_complaints; ///< the beginning of the worker's stderr
    CleanDocument m_document;
    int m_promisedPages = -1;
    bool m_complete = false;
    bool m_answered = false;
};

}
