#pragma once

#include <QString>

namespace nadi::flows
{

// What a code means for a conversation, from abdm-v3-gateway.md 4.1, 4.2, 8.3 and 8.4. The courier decides on retries
// of one call; these decide how the conversation goes on after an answer.

/// "Already received": the effect exists or is on its way, the callback will tell.
bool meansAlreadyReceived(const QString &code);
/// The same for calls that are no answers to a person's own linking: there ABDM-1108 is a service that is away.
bool meansOwnCallReceived(const QString &code);
/// The link token does not fit or is dead: drop it and ask for another.
bool meansBadLinkToken(const QString &code);
/// Something of the network was away when it worked on our accepted call: the same again later.
bool meansTryLater(const QString &code);
/// A refused call of several links: the no may be about one of them, and does not say which (4.2). Not so what is said
/// of the person, the facility, the link token or the network.
bool mayConcernOneOfSeveral(const QString &code);
/// The gateway's own no, as opposed to our courier giving up.
bool isGatewayRefusal(const QString &code);

}
