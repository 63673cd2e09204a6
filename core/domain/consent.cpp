#include "domain/consent.h"

#include "domain/words.h"

namespace nadi
{
namespace
{
using L = QLatin1String;
constexpr std::array words{
    Word<ConsentStatus>{ConsentStatus::Requested, L("REQUESTED")},
    Word<ConsentStatus>{ConsentStatus::Granted, L("GRANTED")},
    Word<ConsentStatus>{ConsentStatus::Denied, L("DENIED")},
    Word<ConsentStatus>{ConsentStatus::Revoked, L("REVOKED")},
    Word<ConsentStatus>{ConsentStatus::Expired, L("EXPIRED")},
};
}

QString toWire(ConsentStatus status)
{
    return wordOf(words, status);
}

ConsentStatus consentStatusFromWire(QStringView word)
{
    return valueOf(words, word, ConsentStatus::Requested);
}

}
