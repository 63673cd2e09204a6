#pragma once

#include "common/result.h"

#include <QList>
#include <QString>

#include <chrono>

namespace nadi::abdm
{

enum class Verb { Get, Post, Patch };
enum class Host { Gateway, Registry };
enum class Auth { None, Session };
enum class LinkTokenHeader { No, Yes };

/// What may be done after an attempt that did not end in an answer (S-O6, S-O7).
struct RetryPlan
{
    QList<std::chrono::milliseconds> delays; ///< before attempt 2, 3, …; the last one repeats
    std::chrono::milliseconds deadline{}; ///< from the first attempt; then the message expires
    bool resendWhenUnknown = true; ///< false: wait for the callback or ask first (link token)
    /// How long the gateway surely knows a repeat of the same content and refuses it without an effect. Within it a
    /// call that a crash cut off may be repeated all the same.
    std::chrono::milliseconds recognised{};
    /// The gateway knows no repeat of these: after an unheard answer the callback of what may have been done is waited
    /// for this long before it is said again (S-O6).
    std::chrono::milliseconds callbackFirst{};
};

/// Everything an operation is on the wire, nothing about how it is sent.
struct Endpoint
{
    QString operation; ///< "link.carecontext": the name in the outbox
    Verb verb = Verb::Post;
    QString path;
    Host host = Host::Gateway;
    Auth auth = Auth::Session;
    LinkTokenHeader linkToken = LinkTokenHeader::No;
    RetryPlan retry;
};

/// The operations of abdm-v3-gateway.md 0.4 that a HIP sends through the outbox. Null when the name is unknown.
const Endpoint *endpointFor(QStringView operation);
const QList<Endpoint> &endpoints();
/// Also knows operation::pushPage and operation::sendLinkCode, which have a plan but no gateway endpoint.
const RetryPlan *retryPlanFor(QStringView operation);

namespace operation
{
inline constexpr QStringView bridgeUrl = u"bridge.url";
inline constexpr QStringView bridgeServices = u"bridge.services";
inline constexpr QStringView registerServices = u"registry.register-services";
inline constexpr QStringView generateToken = u"link.generate-token";
inline constexpr QStringView linkCareContext = u"link.carecontext";
inline constexpr QStringView contextNotify = u"link.context-notify";
inline constexpr QStringView smsNotify = u"link.sms-notify";
inline constexpr QStringView consentOnNotify = u"consent.hip-on-notify";
inline constexpr QStringView healthInformationOnRequest = u"data.hip-on-request";
inline constexpr QStringView healthInformationNotify = u"data.notify";
inline constexpr QStringView onShare = u"share.on-share";
inline constexpr QStringView runningTokenOnStatus = u"share.running-token-on-status";
inline constexpr QStringView patientOnStatus = u"patient.on-status";
inline constexpr QStringView onDiscover = u"user-link.on-discover";
inline constexpr QStringView onLinkInit = u"user-link.on-init";
inline constexpr QStringView onLinkConfirm = u"user-link.on-confirm";
/// Not an endpoint of the gateway: a one-time code to the patient's mobile, by our own SMS provider.
inline constexpr QStringView sendLinkCode = u"user-link.send-code";
/// Not an endpoint of the gateway: push one encrypted page to the requester's URL.
inline constexpr QStringView pushPage = u"data.push";
}

}
