#include "abdm/abha/meaning.h"

#include <QHash>

namespace nadi::abdm::abha
{
namespace
{
using enum Meaning;

bool says(const Refusal &refusal, QStringView words)
{
    return refusal.message.contains(words, Qt::CaseInsensitive);
}

struct Words
{
    const char16_t *words;
    Meaning meaning;
};

// For answers that name no code, or one that names nothing: 9999, 1006, authResult "failed" (1.7, 1.8, 3.x).
// The order matters: "Please enter a valid OTP. Entered OTP is either expired or incorrect." may be either.
constexpr Words spoken[] = {
    {u"Invalid Otp System", Defect},
    {u"expired or incorrect", WrongOtp},
    {u"OTP expired", OtpExpired},
    {u"OTP did not match", WrongOtp},
    {u"OTP does not match", WrongOtp},
    {u"OTP is incorrect", WrongOtp},
    {u"Invalid OTP", WrongOtp},
    {u"Invalid Aadhaar OTP", WrongOtp},
    {u"valid OTP", WrongOtp},
    {u"X-token", ProofExpired},
    {u"T-token", ProofExpired},
    {u"R-token", ProofExpired},
    {u"Invalid Transaction", StepExpired},
    {u"transaction expired", StepExpired},
    {u"User not found", NoSuchUser},
    {u"No account found", NoSuchUser},
    {u"already linked to 6", MobileFull},
    {u"address already", AddressTaken},
    {u"address is already", AddressTaken},
    {u"Invalid Abha Address", WrongIdentifier},
    {u"Invalid ABHA Number", WrongIdentifier},
    {u"Invalid LoginId", WrongIdentifier},
    {u"Invalid Mobile", WrongIdentifier},
    {u"deactivated", NotActive},
    {u"already verified", AlreadyDone},
    {u"Too many", Locked},
    {u"maximum", Locked},
    {u"Invalid Timestamp", WrongClock},
    {u"Benefit", NotForUs},
    {u"Invalid Scope", Defect},
    {u"Invalid Auth Method", Defect},
    {u"Invalid Login Hint", Defect},
};

Meaning fromWords(const Refusal &refusal)
{
    for (const auto &row : spoken)
        if (says(refusal, row.words))
            return row.meaning;
    return Unknown;
}

Meaning fromStatus(int status)
{
    if (status == 429)
        return Busy;
    if (status == 408 || status / 100 == 5)
        return Down;
    return status == 401 || status == 403 ? NotAllowed : Unknown;
}

Meaning listed(const QString &code)
{
    static const auto table = [] {
        QHash<QString, Meaning> out;
        for (const auto &row : knownCodes())
            out.insert(row.code, row.meaning);
        return out;
    }();
    return table.value(code, Unknown);
}

/// Codes whose words say which of their meanings it is.
bool wordsDecide(const QString &code)
{
    static const QList<QString> codes{QStringLiteral("ABDM-9999"), QStringLiteral("ABDM-1006"),
        QStringLiteral("ABDM-1010"), QStringLiteral("ABDM-1031"), QStringLiteral("ABDM-1035"),
        QStringLiteral("ABDM-1094"), QStringLiteral("ABDM-1204"), QStringLiteral("AUTH-FAILED"),
        QStringLiteral("FIELD-Message"), QStringLiteral("FIELD-txnId")};
    return codes.contains(code) || code.startsWith(u"HTTP-");
}
}

Meaning meaningOf(const Refusal &refusal)
{
    if (wordsDecide(refusal.code))
        if (const auto meaning = fromWords(refusal); meaning != Unknown)
            return meaning;
    if (const auto meaning = listed(refusal.code); meaning != Unknown)
        return meaning;
    return fromStatus(refusal.httpStatus);
}

ErrorKind kindOf(Meaning meaning)
{
    switch (meaning) {
    case Unknown:
        return ErrorKind::Protocol;
    case Busy:
    case Down:
        return ErrorKind::Unavailable;
    default:
        return ErrorKind::Refused;
    }
}

}
