#pragma once

#include "bridge/sms_mail.h"
#include "bridge/sms_webhook.h"

namespace nadi::bridge
{

/// Settings "sms.*": what a clinic has a contract for. Neither: patients link at the desk.
struct SmsSetup
{
    SmsWebhookConfig webhook;
    SmsMailConfig mail;
};

/// The webhook, the mail server, or the provider that says SMS-NOT-SET-UP. Errors: SMS-URL (plain http is nobody's),
/// SMS-SMTP, and SMS-BOTH when two are set: a code must not go two ways.
Result<std::unique_ptr<SmsProvider>> makeSmsProvider(const SmsSetup &setup, const Clock &clock);

}
