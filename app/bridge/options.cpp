#include "options.h"

#include "compose/gateway_settings.h"

namespace nadi::app
{

using namespace Qt::StringLiterals;

Result<BridgeOptions> parseOptions(const QStringList &arguments)
{
    BridgeOptions options;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == u"--with-parent")
            options.withParent = true;
        else if (arguments[i] == u"--self-test")
            options.selfTest = true;
        else if (arguments[i] == u"--settings" && i + 1 < arguments.size())
            options.settingsFile = arguments[++i];
        else
            return fail(ErrorKind::Invalid, u"OPTION"_s, arguments[i]);
    }
    return options;
}

namespace
{

Result<bridge::SmsSetup> smsFrom(const Settings &settings)
{
    bridge::SmsSetup sms;
    sms.webhook.url = QUrl(settings.text(u"sms.webhookUrl"_s));
    sms.webhook.sender = settings.text(u"sms.sender"_s);
    sms.webhook.templateId = settings.text(u"sms.templateId"_s);
    sms.webhook.timeout = settings.duration(u"sms.timeoutMs"_s);
    sms.mail.server = QUrl(settings.text(u"sms.smtpUrl"_s));
    sms.mail.from = settings.text(u"sms.smtpFrom"_s);
    sms.mail.to = settings.text(u"sms.smtpTo"_s);
    sms.mail.user = settings.text(u"sms.smtpUser"_s);
    sms.mail.subject = sms.webhook.sender;
    sms.mail.timeout = sms.webhook.timeout;
    if (!settings.text(u"gateway.caFile"_s).isEmpty()) {
        const auto issuers = fileNamedBy(settings, u"gateway.caFile"_s);
        if (!issuers)
            return failed(issuers);
        sms.webhook.caPem = sms.mail.caPem = *issuers;
    }
    if (settings.text(u"sms.secretFile"_s).isEmpty())
        return sms;
    const auto secret = secretFileNamedBy(settings, u"sms.secretFile"_s);
    if (!secret)
        return failed(secret);
    sms.webhook.secret = sms.mail.secret = Secret(secret->trimmed());
    return sms;
}

}

Result<bridge::BridgeParts> partsFrom(const Settings &settings)
{
    if (settings.text(u"app.mode"_s) != u"sandbox" && settings.flag(u"bridge.pushPrivateHosts"_s))
        return fail(ErrorKind::Invalid, u"BRIDGE-MODE"_s, u"bridge.pushPrivateHosts"_s);
    bridge::BridgeParts parts;
    parts.settings = settings;
    auto gateway = gatewayFrom(settings);
    if (!gateway)
        return failed(gateway);
    parts.gateway = std::move(*gateway);
    auto sms = smsFrom(settings);
    if (!sms)
        return failed(sms);
    parts.sms = std::move(*sms);
    const auto certificate = fileNamedBy(settings, u"bridge.certificateFile"_s);
    if (!certificate)
        return failed(certificate);
    const auto key = secretFileNamedBy(settings, u"bridge.certificateKeyFile"_s);
    if (!key)
        return failed(key);
    parts.listen.address = settings.text(u"bridge.listenAddress"_s);
    parts.listen.port = quint16(settings.integer(u"bridge.listenPort"_s));
    parts.listen.certificatePem = *certificate;
    parts.listen.keyPem = *key;
    parts.publicUrl = settings.text(u"bridge.publicUrl"_s);
    return parts;
}

}
