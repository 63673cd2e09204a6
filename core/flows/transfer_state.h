#pragma once

#include "common/result.h"
#include "common/utc_time.h"
#include "domain/ids.h"

#include <QJsonObject>
#include <QStringList>

namespace nadi::flows
{

enum class TransferPhase {
    Ready,
    AwaitingConsent, ///< the request overtook the consent, or our acknowledgement of it is not accepted yet (S-N1)
    Acknowledging, ///< on-request ACKNOWLEDGED is on its way
    Refusing, ///< on-request with an error is on its way
    Pushing,
    Closing, ///< notify TRANSFERRED or FAILED is on its way
    Done, ///< everything delivered and notified
    Failed,
};

struct TransferFlow
{
    TransferPhase phase = TransferPhase::Ready;
    ConsentId consent;
    TransactionId transaction;
    QString callback; ///< REQUEST-ID to be echoed
    UtcTime from;
    UtcTime to;
    QString pushUrl;
    QByteArray key; ///< base64 as received
    QByteArray nonce;
    UtcTime keyExpiry;
    QString curve;

    QStringList contexts; ///< one per page, newest first; fixed when the request was acknowledged
    QStringList records; ///< the record of each page; empty when nothing is pushed
    QStringList outcomes; ///< one per finished page: empty text for delivered, else what went wrong
    QString reason; ///< code of the refusal or failure
    QString call; ///< business key in flight: a call or a page
    int servedBefore = 0; ///< as counted when the request was acknowledged: its own pages do not count
    int polls = 0;
    UtcTime receivedAt;
    UtcTime wakeAt;

    QJsonObject toJson() const;
    static Result<TransferFlow> fromJson(const QJsonObject &state);
};

}
