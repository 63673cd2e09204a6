#include "options.h"

#include <QFile>
#include <QFileInfo>

namespace nadi::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 largestFile = 1024 * 1024;

Result<QByteArray> fileNamedBy(const Settings &settings, const QString &key)
{
    QFile file(settings.text(key));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Invalid, u"FILE-READ"_s, key);
    return file.read(largestFile);
}

/// A secret beside which others can stand is not one.
Result<QByteArray> secretFileNamedBy(const Settings &settings, const QString &key)
{
    const auto rights = QFileInfo(settings.text(key)).permissions();
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (rights & others)
        return fail(ErrorKind::Invalid, u"FILE-RIGHTS"_s, key);
    return fileNamedBy(settings, key);
}

Result<abdm::GatewayConfig> gatewayFrom(const Settings &settings)
{
    abdm::GatewayConfig gateway;
    gateway.baseUrl = QUrl(settings.text(u"gateway.baseUrl"_s));
    gateway.registryUrl = QUrl(settings.text(u"gateway.registryUrl"_s));
    gateway.cmId = settings.text(u"gateway.cmId"_s);
    gateway.clientId = settings.text(u"gateway.clientId"_s);
    gateway.timeout = settings.duration(u"gateway.timeoutMs"_s);
    if (!settings.text(u"gateway.caFile"_s).isEmpty()) {
        const auto issuers = fileNamedBy(settings, u"gateway.caFile"_s);
        if (!issuers)
            return failed(issuers);
        gateway.caPem = *issuers;
    }
    const auto secret = secretFileNamedBy(settings, u"gateway.clientSecretFile"_s);
    if (!secret)
        return failed(secret);
    gateway.clientSecret = Secret(secret->trimmed());
    return gateway;
}

}

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
