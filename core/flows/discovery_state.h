#pragma once

#include "common/result.h"
#include "flows/discovery_match.h"
#include "flows/link_code.h"

#include <QJsonObject>

namespace nadi::flows
{

/// Where a person's own linking stands.
enum class DiscoveryPhase {
    Ready, ///< opened by a callback that is not worked on yet
    Nothing, ///< answered: nobody, several, or nothing left to link
    Offered, ///< answered with contexts; the person may choose
    CodeWanted, ///< chosen; the code is on its way to the phone
    CodeSent, ///< on-init names the reference; the person types
    Confirmed, ///< the right code came; on-confirm is on its way
    Linked, ///< the gateway took it
    Closed, ///< over without a link: too many wrong codes, too late, or refused
};

/// State of the flow "discovery": discover, init and confirm of one transaction.
struct DiscoveryFlow
{
    DiscoveryPhase phase = DiscoveryPhase::Ready;
    TransactionId transaction;
    QString abhaAddress; ///< who asks
    QString abhaNumber; ///< digits, when the network vouched for it
    PatientId patient; ///< the one match
    QString patientReference;
    QString display; ///< the name that the person's own app sent: tells nobody anything new
    QList<UnlinkedContext> offered;
    QList<UnlinkedContext> chosen;
    RequestId initRequest; ///< to be answered when the code is out
    QStringList linkCalls; ///< business keys of the on-confirms that link; the first one taken does
    QString codeCall; ///< business key of the order for the code
    UtcTime codeAskedAt;
    int codes = 0; ///< sent in this conversation
    int tries = 0; ///< wrong ones of the code in force
    LinkCodeMark code;
    UtcTime codeExpires;
    UtcTime endsAt;
    bool unanswered = false; ///< the gateway did not take the answer to the discovery: its repeat is worked on
    QString reason; ///< code of the last error answer or refusal

    QJsonObject toJson() const;
    static Result<DiscoveryFlow> fromJson(const QJsonObject &state);
};

}
