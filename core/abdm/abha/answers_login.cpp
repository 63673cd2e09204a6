#include "abdm/abha/answers.h"
#include "abdm/abha/loose.h"

namespace nadi::abdm::abha
{
namespace
{
constexpr std::chrono::seconds userLife{1800};
constexpr std::chrono::seconds transferLife{300};
constexpr qsizetype mostAccounts = 50;

AbhaAccount accountFrom(const Loose &row, const QString &suffix)
{
    AbhaAccount account;
    account.number = readNumber(row.text({u"ABHANumber", u"abhaNumber"}));
    account.address = readAddress(row.text({u"preferredAbhaAddress", u"abhaAddress"}), suffix);
    account.name = readName(row);
    account.gender = readGender(row.text({u"gender"}));
    account.birth = readBirth(row);
    account.photo = readPhoto(row);
    account.status = readStatus(row.text({u"status"}));
    return account;
}

/// login/verify writes the tokens at top level, phr/web under "tokens" (3.4).
Loose tokensOf(const Loose &object)
{
    return object.has(u"token") ? object : object.object({u"tokens"});
}
}

Answer<AccountOutline> readOutline(const Reply &reply, const QString &suffix)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const Loose object(*json);
    AccountOutline out;
    out.methods = readMethods(object);
    out.status = readStatus(object.text({u"status"}));
    out.maskedMobile = object.text({u"mobile"});
    out.name = readName(object);
    out.number = readNumber(object.text({u"ABHANumber", u"healthIdNumber"}));
    out.address = readAddress(object.text({u"preferredAbhaAddress", u"abhaAddress"}), suffix);
    if (!object.has(u"authMethods") || (!out.number && !out.address))
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-OUTLINE")));
    return out;
}

Answer<Found> readFound(const Reply &reply)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const Loose object(*json);
    Found out;
    out.transaction = object.text({u"txnId"});
    for (const auto &value : object.array({u"ABHA"})) {
        const Loose row(value.toObject());
        bool good = false;
        FoundAccount account;
        account.index = row.text({u"index"}).toInt(&good);
        if (!good || account.index < 0 || out.accounts.size() >= mostAccounts)
            continue;
        account.maskedNumber = row.text({u"ABHANumber"});
        account.name = readName(row);
        account.gender = readGender(row.text({u"gender"}));
        account.methods = readMethods(row);
        // Older answers name no methods; both OTPs are documented for an index.
        if (!row.has(u"authMethods"))
            account.methods.mobileOtp = account.methods.aadhaarOtp = true;
        out.accounts.append(account);
    }
    if (!out.accounts.isEmpty() && out.transaction.isEmpty())
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-TXN")));
    return out;
}

Answer<LoggedIn> readLoggedIn(const Reply &reply, const QString &suffix)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const Loose object(*json);
    LoggedIn out;
    out.transaction = object.text({u"txnId"});
    for (const auto &row : object.array({u"accounts", u"users"}))
        if (out.accounts.size() < mostAccounts)
            out.accounts.append(accountFrom(Loose(row.toObject()), suffix));
    const auto tokens = tokensOf(object);
    auto token = tokens.secret(u"token");
    auto refresh = tokens.secret(u"refreshToken");
    if (token.isEmpty()) {
        // 3.5: a mobile that nobody has may show only now, as a right OTP without accounts.
        const bool nobody = out.accounts.isEmpty() && (object.has(u"accounts") || object.has(u"users"));
        return tl::unexpected(nobody
                ? Refusal{ErrorKind::Refused, reply.status, QStringLiteral("NO-ACCOUNT"), {}, object.text({u"message"})}
                : unreadable(reply, QStringLiteral("ABHA-TOKEN")));
    }
    // 1.5: only a final token has a refresh token beside it.
    if (refresh.isEmpty())
        out.transfer = TransferToken{std::move(token), tokens.seconds(u"expiresIn", transferLife)};
    else
        out.user = UserToken{std::move(token), std::move(refresh), tokens.seconds(u"expiresIn", userLife)};
    return out;
}

Answer<UserToken> readUserToken(const Reply &reply)
{
    const auto json = readObject(reply);
    if (!json)
        return tl::unexpected(json.error());
    const auto tokens = tokensOf(Loose(*json));
    UserToken out{tokens.secret(u"token"), tokens.secret(u"refreshToken"), tokens.seconds(u"expiresIn", userLife)};
    if (out.token.isEmpty())
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-TOKEN")));
    return out;
}

Answer<QByteArray> readPng(const Reply &reply)
{
    if (reply.status / 100 != 2)
        return tl::unexpected(readRefusal(reply));
    if (!isPng(reply.body))
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-PNG")));
    return reply.body;
}

Answer<QByteArray> readImage(const Reply &reply)
{
    if (reply.status / 100 != 2)
        return tl::unexpected(readRefusal(reply));
    if (!isPng(reply.body) && !isJpeg(reply.body))
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-IMAGE")));
    return reply.body;
}

Answer<QString> readMessage(const Reply &reply)
{
    return readObject(reply).map([](const QJsonObject &object) { return Loose(object).text({u"message"}); });
}

}
