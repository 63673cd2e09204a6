#pragma once

#include "sandbox/abha/office.h"
#include "sandbox/abha/scopes.h"

namespace nadi::sandbox::abha
{

// The two steps every OTP flow has: a code goes out, a code comes back.

/// The transaction a request for a code goes on with: the given one when it repeats the same flow for the same person
/// (a resend, 1.6), otherwise a new one. The refusal: a txnId nobody knows.
tl::expected<Transaction *, Refusal> transactionFor(Office &office, const ScopeRule &rule, const QJsonObject &body);

/// Sends, and answers {txnId, message}.
Outcome sendCode(Office &office, Transaction &transaction, const QString &target);

/// The transaction of authData.otp, for a verifying call with these scopes.
tl::expected<Transaction *, Refusal> transactionOf(Office &office, const Call &call, const QStringList &scopes);

/// Opens authData.otp.otpValue and checks it. Refused: text that is no code, and the lock of ABDM-1100.
tl::expected<CodeDesk::Verdict, Refusal> tryCode(Office &office, Transaction &transaction, const Call &call);

/// 200 with authResult "failed" (1.7); phr/web answers have `users` instead of `accounts`.
Reply failedResult(
    CodeDesk::Verdict verdict, const QString &transaction, const QString &list = QStringLiteral("accounts"));
Reply failedResult(
    const QString &message, const QString &transaction, const QString &list = QStringLiteral("accounts"));

}
