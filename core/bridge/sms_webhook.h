#pragma once

#include "abdm/transport.h"
#include "bridge/sms_provider.h"

namespace nadi::bridge
{

/// Settings "sms.*".
struct SmsWebhookConfig
{
    QUrl url; ///< https
    Secret secret; ///< sent as "Authorization: Bearer …"; empty: no such header
    QString sender; ///< registered sender id, "NADICL"
    QString templateId; ///< of the registered text (DLT), when the provider asks for it
    QByteArray caPem; ///< additional trusted issuers
    std::chrono::milliseconds timeout{6'000};
};

/// POSTs {"to":"+919000000001","text","sender","templateId"} once and takes any 2xx for "taken". Never repeats: a
/// second message with the same code is a second message.
class SmsWebhook final : public SmsProvider
{
public:
    SmsWebhook(SmsWebhookConfig config, const Clock &clock);
    void send(const SmsMessage &message, Taken taken) override;

private:
    SmsWebhookConfig m_config;
    abdm::Transport m_transport;
};

}
