#pragma once

#include "common/result.h"
#include "common/utc_time.h"

#include <QByteArray>
#include <QStringList>

namespace nadi::crypto
{

struct PemIdentity
{
    QByteArray certificatePem; ///< leaf first
    QByteArray keyPem;
    QByteArray issuerPem; ///< the CA to trust
};

/// A throw-away certificate authority with one server certificate for `hosts` (DNS names and IP addresses), EC P-256,
/// valid for `days` from `now`. For the sandbox and tests; a real bridge has a real certificate.
Result<PemIdentity> makeServerIdentity(const QStringList &hosts, UtcTime now, int days);

}
