#pragma once

#include "common/random.h"
#include "common/secret.h"

#include <QString>

namespace nadi::flows
{

/// What is kept of a one-time code: enough to know it again, bound to its link reference (S-N10). Six digits are soon
/// tried out by whoever holds this, so it is stored sealed only, and dies with the code.
struct LinkCodeMark
{
    QByteArray salt; ///< 16 random bytes
    QByteArray digest; ///< HMAC-SHA-256

    bool isSet() const { return !digest.isEmpty(); }
};

/// Six decimal digits, every code as likely as every other.
Secret drawLinkCode(Random &random);
LinkCodeMark markOf(const Secret &code, const QString &linkReference, Random &random);
/// In time that does not depend on where the digits differ.
bool matches(const LinkCodeMark &mark, const Secret &code, const QString &linkReference);

/// "9000000001" as "******0001".
QString maskedMobile(const QString &mobile);

}
