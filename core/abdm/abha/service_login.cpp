#include "abdm/abha/ask.h"

namespace nadi::abdm::abha
{
namespace
{
auto loggedInReader(const QString &suffix)
{
    return [suffix](const Reply &reply) { return readLoggedIn(reply, suffix); };
}

auto outlineReader(const QString &suffix)
{
    return [suffix](const Reply &reply) { return readOutline(reply, suffix); };
}
}

QFuture<Answer<AccountOutline>> AbhaService::outlineByNumber(AbhaNumber number)
{
    return d->ask<AccountOutline>(plainJob(numberSearch(number)), outlineReader(d->suffix()));
}

QFuture<Answer<AccountOutline>> AbhaService::outlineByAddress(AbhaAddress address)
{
    return d->ask<AccountOutline>(plainJob(addressSearch(address)), outlineReader(d->suffix()));
}

QFuture<Answer<Found>> AbhaService::findByMobile(Secret mobile)
{
    return d->ask<Found>(sealedJob(std::move(mobile), mobileSearch), readFound);
}

QFuture<Answer<OtpSent>> AbhaService::requestLoginOtp(
    LoginHint hint, Secret id, OtpSystem system, TransactionRef transaction)
{
    const auto make
        = [hint, system, transaction](const QString &cipher) { return loginOtp(hint, system, cipher, transaction); };
    return d->ask<OtpSent>(sealedJob(std::move(id), make), readOtpSent);
}

QFuture<Answer<LoggedIn>> AbhaService::verifyLoginOtp(
    LoginHint hint, OtpSystem system, TransactionRef transaction, Secret otp)
{
    const auto make
        = [hint, system, transaction](const QString &cipher) { return loginVerify(hint, system, transaction, cipher); };
    return d->ask<LoggedIn>(sealedJob(std::move(otp), make, Job::Spends::Otp), loggedInReader(d->suffix()));
}

QFuture<Answer<UserToken>> AbhaService::chooseAccount(
    TransferToken transfer, TransactionRef transaction, AbhaNumber number)
{
    return d->ask<UserToken>(
        tokenJob(accountChoice(transaction, number), "T-token", std::move(transfer.token)), readUserToken);
}

QFuture<Answer<OtpSent>> AbhaService::requestAddressOtp(AbhaAddress address, OtpSystem system, TransactionRef resendOf)
{
    const auto make = [system, resendOf](const QString &cipher) { return addressOtp(system, cipher, resendOf); };
    return d->ask<OtpSent>(sealedJob(Secret(address.value().toUtf8()), make), readOtpSent);
}

QFuture<Answer<LoggedIn>> AbhaService::verifyAddressOtp(OtpSystem system, TransactionRef transaction, Secret otp)
{
    const auto make
        = [system, transaction](const QString &cipher) { return addressVerify(system, transaction, cipher); };
    return d->ask<LoggedIn>(sealedJob(std::move(otp), make, Job::Spends::Otp), loggedInReader(d->suffix()));
}

}
