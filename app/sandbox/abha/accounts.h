#pragma once

#include "sandbox/abha/office.h"

namespace nadi::sandbox::abha
{

// What every counter does with people: numbers, addresses, tokens, masks.

/// "91-4002-5177-3000"
QString dashed(const QString &digits);
/// "******3210"
QString maskedMobile(const QString &mobile);
/// With @sbx when it has no suffix; lower case.
QString withSuffix(const QString &address);

bool isAadhaar(const QString &text); ///< 12 digits, Verhoeff (4.3)
bool isMobile(const QString &text);
bool isCode(const QString &text); ///< 6 digits
bool matches(const char *pattern, const QString &text); ///< the whole text
bool isDashedNumber(const QString &text);

/// A number nobody has, with its check digit, and the default address (4.1).
void giveAbhaNumber(Office &office, Person &person, const QString &mobile);
/// The account of this Aadhaar, made with `mobile` when there is none; was it made?
tl::expected<bool, Refusal> openAccount(Office &office, Person &person, const QString &mobile);
bool isFull(Office &office, const QString &mobile); ///< six ABHA numbers (ABDM-1124)

/// At least five that are free, some against the written rules as the real service does (4.2).
QStringList suggestedAddresses(Office &office, const Person &person);
/// Rules of the test sheet for what people type.
bool isTypedAddress(const QString &localPart);

/// {token, expiresIn, refreshToken, refreshExpiresIn}
QJsonObject finalTokens(Office &office, const Person &person, TokenKind kind, const Call &call, const QString &txn);

/// Whom a token speaks of; nullptr when the ABHA is gone.
Person *personOf(Office &office, const TokenClaims &token);

/// Where the code for this person goes, or why none can be sent.
tl::expected<QString, Refusal> codeTarget(const Person &person, CodeFrom from);
std::optional<Refusal> inactive(const Person &person);

/// "OTP sent to … ending with ******3210"
QString sentMessage(CodeFrom from, const QString &mobile);

}
