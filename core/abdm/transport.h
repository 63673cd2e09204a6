#pragma once

#include "abdm/endpoint.h"
#include "common/clock.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <functional>
#include <optional>
#include <utility>

class QNetworkReply;

namespace nadi::abdm
{

struct HttpCall
{
    Verb verb = Verb::Get;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

struct HttpAnswer
{
    bool answered = false; ///< a complete answer came, whatever it says
    bool mayHaveSent = false; ///< bytes of the request left the house
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    std::chrono::milliseconds retryAfter{};
    std::optional<std::chrono::milliseconds> skew; ///< our clock minus the server's Date; none without one
};

/// One HTTPS attempt: HTTP/1.1, trusted peers only, no redirects, no cookies, a total time-out and a bounded answer.
class Transport : public QObject
{
    Q_OBJECT

public:
    Transport(
        const QByteArray &caPem, std::chrono::milliseconds timeout, const Clock &clock, QObject *parent = nullptr);
    ~Transport() override;

    /// `done` runs exactly once, also when the transport goes away first.
    void send(const HttpCall &call, std::function<void(HttpAnswer)> done);
    /// Lets go of connections that stay open for a next call; their buffers still hold the last answers.
    void hangUp() { m_manager.clearConnectionCache(); }

Q_SIGNALS:
    /// An answer was dated: our clock minus the server's.
    void heardTime(std::chrono::milliseconds skew);

private:
    struct Attempt;
    QNetworkRequest request(const HttpCall &call) const;
    void watch(const std::shared_ptr<Attempt> &attempt);
    void finish(Attempt &attempt);

    QNetworkAccessManager m_manager;
    QByteArray m_caPem;
    std::chrono::milliseconds m_timeout;
    const Clock &m_clock;
    QSet<QNetworkReply *> m_open;
};

}
