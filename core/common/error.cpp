#include "common/error.h"

namespace nadi
{

QString toWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return QStringLiteral("invalid");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::Unavailable:
        return QStringLiteral("unavailable");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Limit:
        return QStringLiteral("limit");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Crypto:
        return QStringLiteral("crypto");
    case ErrorKind::Protocol:
        return QStringLiteral("protocol");
    case ErrorKind::Internal:
        break;
    }
    return QStringLiteral("internal");
}

}
