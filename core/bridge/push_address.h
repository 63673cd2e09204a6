#pragma once

#include "common/result.h"
#include "common/settings.h"

#include <QHostAddress>
#include <QUrl>

namespace nadi::bridge
{

/// Which requester addresses we connect to (S-N3). The URL comes from outside and our server stands inside a hospital.
struct PushAddressRules
{
    bool allowLoopback = false; ///< bridge.pushPrivateHosts, in sandbox mode only
    QStringList allowedPeers; ///< "host:port" of bridge.peerUrls, in sandbox mode only

    static PushAddressRules fromSettings(const Settings &settings);
};

/// https, no credentials, a plain host name (no numeric spelling in disguise), port 443 or listed. Error: PUSH-URL.
Result<QUrl> checkPushUrl(const QString &text, const PushAddressRules &rules);

/// The one address to connect to, pinned: a name that resolves differently a moment later changes nothing. Every
/// address of the name has to be public, so that one private among public ones is not reached on a retry. Error:
/// PUSH-ADDRESS.
Result<QHostAddress> pinAddress(const QUrl &url, const QList<QHostAddress> &resolved, const PushAddressRules &rules);

/// Reachable over the internet by anybody: no private, loopback, link-local, shared, multicast or reserved range, and
/// no IPv6 form that wraps one.
bool isPublic(const QHostAddress &address);

}
