#pragma once

#include "common/result.h"

#include <QByteArray>

namespace nadi::abdm
{

/// What an error body said, whatever its shape (abdm-v3-gateway.md 8.2: flat, array, object, field, spring, API
/// manager, text, empty, HTML). `code` is "ABDM-1207", "900901", or "HTTP-503" when the body names none.
struct GatewayRefusal
{
    int httpStatus = 0;
    QString code;
    QString message; ///< for the log after redaction only
};

GatewayRefusal parseRefusal(int httpStatus, QByteArrayView body, QByteArrayView contentType);

/// What a code means for the sender, from 8.3 and 8.4.
enum class RefusalClass {
    Final, ///< never retry
    Retry, ///< 408, 429, 5xx
    AlreadyDone, ///< duplicate codes: the effect exists, wait for the callback
    TokenExpired, ///< renew the session once, repeat with a new REQUEST-ID
    BlockedForADay, ///< ABDM-1027
    TooEarly, ///< ABDM-1006 on context notify
};
RefusalClass classify(const GatewayRefusal &refusal, QStringView operation);

}
