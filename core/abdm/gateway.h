#pragma once

#include "abdm/endpoint.h"
#include "abdm/gateway_error.h"
#include "common/clock.h"
#include "common/id.h"
#include "common/secret.h"
#include "domain/ids.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <memory>

namespace nadi::abdm
{

struct GatewayConfig
{
    QUrl baseUrl;
    QUrl registryUrl;
    QString cmId;
    QString clientId;
    Secret clientSecret;
    QByteArray caPem; ///< additional trusted issuers
    std::chrono::milliseconds timeout{15'000};
    QHash<QString, QString> paths = {}; ///< by operation, in place of its own: where sources name two
};

/// One call as the courier sends it.
struct OutgoingCall
{
    QString operation;
    FacilityId facility; ///< X-HIP-ID
    RequestId request; ///< new for every attempt
    QJsonObject body;
    Secret linkToken; ///< when the endpoint wants it
};

enum class CallOutcome {
    Accepted, ///< any 2xx
    Refused, ///< the gateway answered no; `refusal` says why
    NotSent, ///< no connection, or no session (then `refusal` says why): certainly no effect
    Unknown, ///< bytes may have arrived, no answer seen
};

struct CallAnswer
{
    CallOutcome outcome = CallOutcome::Unknown;
    GatewayRefusal refusal;
    QByteArray body; ///< of an accepted answer
    std::chrono::milliseconds retryAfter{}; ///< from Retry-After, zero when absent
    std::optional<std::chrono::milliseconds> skew; ///< our clock minus the server's Date; none without one (S-M2)
};

/// The only speaker to the gateway (S-O1). Owns the session: single-flight renewal at 80 % of expiresIn, dropped on
/// 401, one forced renewal per call with a fresh REQUEST-ID from `ids` (S-X6). HTTP/1.1, no redirects, total time-out.
/// Lives on one thread with an event loop; answers arrive there.
class Gateway : public QObject
{
    Q_OBJECT

public:
    Gateway(GatewayConfig config, const Clock &clock, IdSource &ids, QObject *parent = nullptr);
    ~Gateway() override;

    QFuture<CallAnswer> send(OutgoingCall call);
    /// A question without effects whose address is a setting (HFR, HPR): POST with the session, never through the
    /// outbox.
    QFuture<CallAnswer> lookUp(const QUrl &url, const QJsonObject &body);
    /// JWKS document; with or without the session (1.4: both are seen in the field).
    QFuture<Result<QByteArray>> fetchKeys(QUrl url, Auth auth);
    /// A session fetched only for one push, never the cached one (S-X5).
    QFuture<Result<Secret>> sessionForPush();

Q_SIGNALS:
    /// Another REQUEST-ID was used because the session had to be renewed: store it before the answer comes.
    void requestRepeated(const nadi::RequestId &first, const nadi::RequestId &repeated);
    /// Any answer was dated, one to a session or to keys too: our clock minus the server's (S-M4).
    void heardTime(std::chrono::milliseconds skew);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
