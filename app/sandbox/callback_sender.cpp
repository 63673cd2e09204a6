#include "sandbox/callback_sender.h"

#include "common/log.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
// A bridge that is being restarted must find its callbacks: at least a minute at any pace.
constexpr int mostTries = 70;
constexpr std::chrono::milliseconds longestPause = 5s;
constexpr std::chrono::milliseconds shortestCap = 1s;
constexpr auto answerTime = 10s;
constexpr qsizetype keptLines = 5000;
constexpr qint64 mostBody = 1024 * 1024; // a longer one is cut, and then it is no JSON
}

CallbackSender::CallbackSender(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

std::optional<QString> CallbackSender::subjectOf(const QString &requestId) const
{
    const auto found = m_subjects.find(requestId);
    return found == m_subjects.end() ? std::nullopt : std::optional(*found);
}

void CallbackSender::send(OutCallback callback, std::chrono::milliseconds delay)
{
    const auto fate = m_parts.faults.forCallback(callback.path);
    if (fate.lost) {
        m_log.append(QJsonObject{{u"path"_s, callback.path}, {u"hip"_s, callback.hip}, {u"outcome"_s, u"lost"_s}});
        return;
    }
    QTimer::singleShot(delay + m_parts.tempo.scaled(fate.extraDelay), this,
        [this, callback = std::move(callback), fate] { start(callback, fate); });
}

void CallbackSender::start(const OutCallback &callback, const CallbackFate &fate)
{
    if (fate.unknownKid)
        if (const auto rotated = m_parts.tokens.rotate(); !rotated)
            qCWarning(lcSandbox) << "key rotation failed:" << rotated.error().code;
    auto request = m_parts.ids.uuid();
    for (int copy = 0; copy < fate.copies; ++copy) {
        if (copy > 0 && fate.newIdPerCopy)
            request = m_parts.ids.uuid();
        m_subjects.insert(request, callback.subject);
        const Delivery delivery{callback, request, fate.oddTimestamp, 0};
        if (fate.badSignatureFirst)
            post(delivery, Signature::Broken);
        post(delivery, Signature::Good);
    }
}

void CallbackSender::post(Delivery delivery, Signature signature)
{
    const auto base = m_parts.registry.bridgeUrl(m_parts.registry.clientOf(delivery.callback.hip));
    auto token = m_parts.tokens.callbackToken().value_or(QByteArray());
    if (signature == Signature::Broken)
        token.back() = token.endsWith('A') ? 'B' : 'A';
    ++delivery.tries;
    if (base.isEmpty()) {
        answered(std::move(delivery), 0);
        return;
    }
    QNetworkRequest request(QUrl(base + delivery.callback.path));
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.addCaCertificates(QSslCertificate::fromData(m_caPem, QSsl::Pem));
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(int(std::chrono::milliseconds(answerTime).count()));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("REQUEST-ID", delivery.request.toLatin1());
    auto stamp = m_parts.clock.now().toIso();
    if (delivery.oddTimestamp)
        stamp.replace(u"Z"_s, u"441478"_s); // nine digits and no zone, as captured (1.5)
    request.setRawHeader("TIMESTAMP", stamp.toLatin1());
    request.setRawHeader("X-HIP-ID", delivery.callback.hip.toLatin1());
    auto *reply = m_manager.post(request, QJsonDocument(delivery.callback.body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply, signature, delivery = std::move(delivery)]() mutable {
        reply->deleteLater();
        if (signature == Signature::Broken)
            return;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto body = QJsonDocument::fromJson(reply->read(mostBody)).object();
        if (status == 200 && m_heard && !body.isEmpty())
            m_heard(delivery.callback, delivery.request, body);
        answered(std::move(delivery), status);
    });
}

void CallbackSender::answered(Delivery delivery, int status)
{
    if (m_log.size() > keptLines)
        m_log.removeFirst();
    m_log.append(QJsonObject{{u"path"_s, delivery.callback.path}, {u"hip"_s, delivery.callback.hip},
        {u"requestId"_s, delivery.request}, {u"try"_s, delivery.tries}, {u"status"_s, status}});
    if (status / 100 == 2)
        return;
    if (delivery.tries >= mostTries) {
        qCWarning(lcSandbox) << "callback not delivered:" << delivery.callback.path << "status" << status;
        return;
    }
    const auto cap = std::max(shortestCap, m_parts.tempo.scaled(longestPause));
    const auto pause = std::min<std::chrono::milliseconds>(cap, 100ms * (1 << std::min(delivery.tries - 1, 6)));
    QTimer::singleShot(pause, this, [this, delivery = std::move(delivery)] { post(delivery, Signature::Good); });
}

}
