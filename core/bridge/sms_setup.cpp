#include "bridge/sms_setup.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

Result<std::unique_ptr<SmsProvider>> makeSmsProvider(const SmsSetup &setup, const Clock &clock)
{
    const auto &url = setup.webhook.url;
    if (!url.isEmpty() && !setup.mail.server.isEmpty())
        return fail(ErrorKind::Invalid, u"SMS-BOTH"_s);
    if (!setup.mail.server.isEmpty()) {
        if (const auto checked = checkSmsMail(setup.mail); !checked)
            return failed(checked);
        return std::make_unique<SmsMail>(setup.mail, clock);
    }
    if (url.isEmpty())
        return std::make_unique<NoSmsProvider>();
    if (url.scheme() != u"https" || url.host().isEmpty())
        return fail(ErrorKind::Invalid, u"SMS-URL"_s);
    return std::make_unique<SmsWebhook>(setup.webhook, clock);
}

}
