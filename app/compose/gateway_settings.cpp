#include "compose/gateway_settings.h"

#include <QFile>
#include <QFileInfo>

namespace nadi::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 largestFile = 1024 * 1024;

}

Result<QByteArray> fileNamedBy(const Settings &settings, const QString &key)
{
    QFile file(settings.text(key));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Invalid, u"FILE-READ"_s, key);
    return file.read(largestFile);
}

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
    if (const auto path = settings.text(u"gateway.patientStatusPath"_s); !path.isEmpty())
        gateway.paths.insert(abdm::operation::patientOnStatus.toString(), path);
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

abdm::registry::LookupConfig registriesFrom(const Settings &settings)
{
    return {QUrl(settings.text(u"registry.facilitySearchUrl"_s)), QUrl(settings.text(u"registry.professionalUrl"_s))};
}

}
