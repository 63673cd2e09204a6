#include "abdm/abha/ask.h"

namespace nadi::abdm::abha
{

AbhaService::AbhaService(
    AbhaConfig config, GatewayConfig gateway, Encrypt encrypt, const Clock &clock, IdSource &ids, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(config), std::move(gateway), std::move(encrypt), clock, ids))
{
}

AbhaService::~AbhaService() = default;

const QString &AbhaService::addressSuffix() const
{
    return d->suffix();
}

QFuture<Answer<AbhaProfile>> AbhaService::profile(UserToken token, TokenOf of)
{
    auto request = of == TokenOf::AbhaNumber ? get(Base::Number, u"/v3/profile/account")
                                             : get(Base::Web, u"/login/profile/abha-profile");
    return d->ask<AbhaProfile>(tokenJob(std::move(request), "X-token", std::move(token.token)),
        [suffix = d->suffix()](const Reply &reply) { return readProfile(reply, suffix); });
}

QFuture<Answer<QByteArray>> AbhaService::card(UserToken token, TokenOf of)
{
    auto request = of == TokenOf::AbhaNumber ? get(Base::Number, u"/v3/profile/account/abha-card")
                                             : get(Base::Web, u"/login/profile/abha/phr-card");
    auto job = tokenJob(std::move(request), "X-token", std::move(token.token));
    job.headers.emplaceBack("Accept", "image/png, application/json");
    return d->ask<QByteArray>(std::move(job), readPng);
}

QFuture<Answer<QByteArray>> AbhaService::qr(UserToken token, TokenOf of)
{
    auto request = of == TokenOf::AbhaNumber ? get(Base::Number, u"/v3/profile/account/qrCode")
                                             : get(Base::Web, u"/login/profile/abha/qr-code");
    auto job = tokenJob(std::move(request), "X-token", std::move(token.token));
    job.headers.emplaceBack("Accept", "image/png, image/jpeg, application/json");
    return d->ask<QByteArray>(std::move(job), readImage);
}

QFuture<Answer<UserToken>> AbhaService::refresh(UserToken token)
{
    return d->ask<UserToken>(
        tokenJob(get(Base::Number, u"/v3/profile/account/request/token"), "R-token", std::move(token.refresh)),
        readUserToken);
}

QFuture<Answer<QString>> AbhaService::logOut(UserToken token)
{
    return d->ask<QString>(
        tokenJob(get(Base::Number, u"/v3/profile/account/request/logout"), "X-token", std::move(token.token)),
        [this](const Reply &reply) {
            d->caller.hangUp();
            return readMessage(reply);
        });
}

}
