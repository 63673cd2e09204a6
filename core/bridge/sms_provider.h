#pragma once

#include "common/result.h"
#include "common/secret.h"

#include <QString>

#include <functional>

namespace nadi::bridge
{

struct SmsMessage
{
    QString mobile; ///< ten digits
    Secret text; ///< plain ASCII; holds a one-time code
};

/// Takes a text message to a mobile. What a clinic has a contract with stands behind it (docs/discovery.md).
class SmsProvider
{
public:
    /// Success: the provider took it. Errors: SMS-NOT-SET-UP, SMS-NO-ANSWER, SMS-REFUSED (detail: the HTTP status).
    using Taken = std::function<void(const Done &)>;

    virtual ~SmsProvider() = default;
    /// On the thread it was made on; `taken` exactly once.
    virtual void send(const SmsMessage &message, Taken taken) = 0;
};

/// For clinics without a contract: a person's own linking ends at "ask at the desk".
class NoSmsProvider final : public SmsProvider
{
public:
    void send(const SmsMessage &, Taken taken) override
    {
        taken(fail(ErrorKind::Unavailable, QStringLiteral("SMS-NOT-SET-UP")));
    }
};

}
