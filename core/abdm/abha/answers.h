#pragma once

// Private to abdm/abha: one function per operation family turns a complete HTTP answer into a value. Pure.

#include "abdm/abha/refusal_reader.h"
#include "abdm/abha/values.h"

namespace nadi::abdm::abha
{

Answer<QByteArray> readCertificate(const Reply &reply); ///< DER
Answer<OtpSent> readOtpSent(const Reply &reply);
Answer<Enrolled> readEnrolled(const Reply &reply, const QString &suffix);
Answer<MobileVerified> readMobileVerified(const Reply &reply);
Answer<Suggestions> readSuggestions(const Reply &reply);
Answer<AbhaAddress> readChosenAddress(const Reply &reply, const QString &suffix);
Answer<TransactionRef> readTransaction(const Reply &reply);
Answer<FacePoll> readFacePoll(const Reply &reply);

Answer<AccountOutline> readOutline(const Reply &reply, const QString &suffix);
Answer<Found> readFound(const Reply &reply);
Answer<LoggedIn> readLoggedIn(const Reply &reply, const QString &suffix);
Answer<UserToken> readUserToken(const Reply &reply);

Answer<AbhaProfile> readProfile(const Reply &reply, const QString &suffix);
Answer<QByteArray> readPng(const Reply &reply);
Answer<QByteArray> readImage(const Reply &reply);
Answer<QString> readMessage(const Reply &reply);

/// The profile in any of its five spellings: account, enrolment, licence, demographic, phr/web.
AbhaProfile profileFrom(const QJsonObject &object, const QString &suffix);

}
