#include "domain/abha_profile.h"

#include "domain/words.h"

namespace nadi
{
namespace
{
constexpr std::array<Word<AbhaProof>, 9> proofs{{
    {AbhaProof::AadhaarOtp, QLatin1String("aadhaar-otp")},
    {AbhaProof::MobileOtp, QLatin1String("mobile-otp")},
    {AbhaProof::Fingerprint, QLatin1String("fingerprint")},
    {AbhaProof::Face, QLatin1String("face")},
    {AbhaProof::Iris, QLatin1String("iris")},
    {AbhaProof::Demographic, QLatin1String("demographic")},
    {AbhaProof::Created, QLatin1String("created")},
    {AbhaProof::Share, QLatin1String("share")},
    {AbhaProof::None, QLatin1String("none")},
}};
}

QString toWord(AbhaProof proof)
{
    return wordOf(proofs, proof);
}

AbhaProof abhaProofFromWord(QStringView word)
{
    return valueOf(proofs, word, AbhaProof::None);
}

}
