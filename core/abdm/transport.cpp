#include "abdm/transport.h"

#include "abdm/once_body.h"

#include <QLocale>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

#include <utility>

namespace nadi::abdm
{
namespace
{
constexpr qint64 longestAnswer = 1024 * 1024;

UtcTime httpDate(const QByteArray &text)
{
    // RFC 9110 IMF-fixdate. QDateTime's RFC 2822 reader does not take "GMT".
    const auto date = QLocale::c().toDateTime(
        QString::fromLatin1(text.left(64)).trimmed(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    return date.isValid() ? UtcTime::fromDateTime(QDateTime(date.date(), date.time(), Qt::UTC)) : UtcTime();
}

std::chrono::milliseconds retryAfter(const QByteArray &text, UtcTime now)
{
    bool isNumber = false;
    const auto seconds = text.trimmed().toLongLong(&isNumber);
    std::chrono::milliseconds wait{};
    if (isNumber)
        wait = std::chrono::seconds(std::clamp<qint64>(seconds, 0, 86'400));
    else if (const auto when = httpDate(text); when.isSet())
        wait = when - now;
    return std::clamp(wait, std::chrono::milliseconds(0), std::chrono::milliseconds(std::chrono::hours(24)));
}

QByteArray verbName(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Post:
        return "POST";
    case Verb::Patch:
        return "PATCH";
    }
    return {};
}
}

struct Transport::Attempt
{
    QNetworkReply *reply = nullptr;
    std::function<void(HttpAnswer)> done;
    HttpAnswer answer;
    bool broken = false; ///< given up on our side: too long, too slow, or about to be sent twice
};

Transport::Transport(const QByteArray &caPem, std::chrono::milliseconds timeout, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_caPem(caPem)
    , m_timeout(timeout)
    , m_clock(clock)
{
}

Transport::~Transport()
{
    const auto open = m_open;
    for (auto *reply : open)
        reply->abort();
}

QNetworkRequest Transport::request(const HttpCall &call) const
{
    QNetworkRequest out(call.url);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_caPem.isEmpty())
        tls.addCaCertificates(QSslCertificate::fromData(m_caPem, QSsl::Pem));
    out.setSslConfiguration(tls);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Asking for identity also keeps the network stack from unpacking a compressed answer behind our size limit.
    out.setRawHeader("Accept-Encoding", "identity");
    out.setRawHeader("Accept", "application/json");
    if (call.verb != Verb::Get)
        out.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    for (const auto &[name, value] : call.headers)
        out.setRawHeader(name, value);
    return out;
}

void Transport::send(const HttpCall &call, std::function<void(HttpAnswer)> done)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->done = std::move(done);
    auto out = request(call);
    // Reads too: the second send would repeat the REQUEST-ID, and the gateway refuses that as used (8.4).
    out.setHeader(QNetworkRequest::ContentLengthHeader, call.body.size());
    out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    auto *body = new OnceBody(call.body, this);
    attempt->reply = m_manager.sendCustomRequest(out, verbName(call.verb), body);
    body->setParent(attempt->reply);
    m_open.insert(attempt->reply);
    watch(attempt);
}

void Transport::watch(const std::shared_ptr<Attempt> &attempt)
{
    auto *reply = attempt->reply;
    const auto giveUp = [attempt] {
        attempt->broken = true;
        attempt->reply->abort();
    };
    // Not QTimer::singleShot: that one lives for the whole time, and with it all that the caller's `done` holds,
    // although the answer has long come: a typed Aadhaar number, an OTP, a token.
    auto *limit = new QTimer(reply);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, reply, giveUp);
    limit->start(m_timeout);
    connect(reply, &QNetworkReply::requestSent, reply, [attempt] { attempt->answer.mayHaveSent = true; });
    connect(reply, &QNetworkReply::readyRead, reply, [attempt, giveUp] {
        attempt->answer.body += attempt->reply->readAll();
        if (attempt->answer.body.size() > longestAnswer)
            giveUp();
    });
    connect(reply, &QNetworkReply::finished, this, [this, attempt] {
        m_open.remove(attempt->reply);
        attempt->reply->deleteLater();
        finish(*attempt);
    });
}

void Transport::finish(Attempt &attempt)
{
    const auto *reply = attempt.reply;
    auto &answer = attempt.answer;
    const auto now = m_clock.now();
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = reply->rawHeader("Content-Type");
    answer.retryAfter = retryAfter(reply->rawHeader("Retry-After"), now);
    if (const auto date = httpDate(reply->rawHeader("Date")); date.isSet())
        answer.skew = now - date;
    // A status with a connection that broke inside the body is no answer.
    const bool cut = reply->error() != QNetworkReply::NoError && reply->error() < QNetworkReply::ContentAccessDenied;
    answer.answered = answer.status > 0 && !attempt.broken && !cut;
    answer.mayHaveSent = answer.mayHaveSent || answer.status > 0;
    std::exchange(attempt.done, {})(std::move(answer));
}

}
