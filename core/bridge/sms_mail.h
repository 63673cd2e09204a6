#pragma once

#include "bridge/sms_provider.h"
#include "common/clock.h"

#include <QUrl>

#include <chrono>
#include <memory>

namespace nadi::bridge
{

/// Settings "sms.smtp*": an SMS provider that takes text messages as mail.
struct SmsMailConfig
{
    QUrl server; ///< smtps://host:465, or smtp://host:587 where TLS begins by STARTTLS or nothing is said
    QString from; ///< the mailbox that the provider knows
    QString to; ///< "{number}@sms.example.in": the ten digits go where {number} stands
    QString user; ///< empty: no login
    Secret secret; ///< its password
    QString subject; ///< registered sender id, when the provider reads it there
    QByteArray caPem; ///< additional trusted issuers
    std::chrono::milliseconds timeout{6'000}; ///< of the whole conversation
};

/// SMS-SMTP (detail: which setting) for anything that is not as above: no TLS, a login in the URL, a mailbox with a
/// line end in it.
Done checkSmsMail(const SmsMailConfig &config);

/// Sends one mail and takes the server's 250 after its text for "taken". Never repeats: a second message with the same
/// code is a second message. Speaks on a thread of its own; an open conversation is cut off when this goes.
class SmsMail final : public SmsProvider
{
public:
    /// `config` was checked.
    SmsMail(SmsMailConfig config, const Clock &clock);
    ~SmsMail() override;
    /// Besides what every provider may say: SMS-NUMBER and SMS-TEXT for what must not stand in a mail.
    void send(const SmsMessage &message, Taken taken) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}
