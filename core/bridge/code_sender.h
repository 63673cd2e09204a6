#pragma once

#include "bridge/sms_provider.h"
#include "common/random.h"
#include "storage/connection.h"
#include "storage/outbox.h"

namespace nadi::bridge
{

/// What became of one order for a one-time code.
struct CodeOutcome
{
    QString code; ///< empty when the provider took the message
    QJsonObject details; ///< {"salt","digest","hint"}: what may be kept of the digits
};

/// Makes a one-time code and sends it to the mobile on the patient's file. The digits exist here, in memory, until the
/// provider has them, and nowhere else (S-N10).
class CodeSender
{
public:
    struct Parts
    {
        storage::Connection &db;
        SmsProvider &provider;
        Random &random; ///< the system's generator, in production
    };
    using Ended = std::function<void(const storage::OutboxMessage &, const CodeOutcome &)>;

    CodeSender(Parts parts, Ended ended)
        : m(parts)
        , m_ended(std::move(ended))
    {
    }

    /// Answers exactly once by `ended`.
    void send(const storage::OutboxMessage &order);

private:
    Parts m;
    Ended m_ended;
};

}
