#include "abdm/abha/ask.h"

namespace nadi::abdm::abha
{
namespace
{
constexpr auto spendsOtp = Job::Spends::Otp;

auto enrolledReader(const QString &suffix)
{
    return [suffix](const Reply &reply) { return readEnrolled(reply, suffix); };
}
}

QFuture<Answer<OtpSent>> AbhaService::requestEnrolmentOtp(Secret aadhaar, TransactionRef resendOf)
{
    return d->ask<OtpSent>(
        sealedJob(std::move(aadhaar), [resendOf](const QString &cipher) { return enrolmentOtp(cipher, resendOf); }),
        readOtpSent);
}

QFuture<Answer<Enrolled>> AbhaService::enrolByAadhaar(
    TransactionRef transaction, Secret otp, QString mobile, ConsentVersion consent)
{
    const auto make = [transaction, mobile, consent](
                          const QString &cipher) { return byAadhaarOtp(transaction, cipher, mobile, consent); };
    return d->ask<Enrolled>(sealedJob(std::move(otp), make, spendsOtp), enrolledReader(d->suffix()));
}

QFuture<Answer<Enrolled>> AbhaService::enrolByBiometric(
    Secret aadhaar, Capture capture, QString mobile, ConsentVersion consent)
{
    const auto make = [capture = std::move(capture), mobile, consent](
                          const QString &cipher) { return byAadhaarBiometric(cipher, capture, mobile, consent); };
    return d->ask<Enrolled>(sealedJob(std::move(aadhaar), make, spendsOtp), enrolledReader(d->suffix()));
}

QFuture<Answer<Enrolled>> AbhaService::enrolByDemographics(Secret aadhaar, Demographics person, ConsentVersion consent)
{
    const auto make = [person = std::move(person), form = d->caller.config().demographicDate, consent](
                          const QString &cipher) { return byAadhaarDemographic(cipher, person, form, consent); };
    return d->ask<Enrolled>(sealedJob(std::move(aadhaar), make), enrolledReader(d->suffix()));
}

QFuture<Answer<OtpSent>> AbhaService::requestMobileOtp(TransactionRef transaction, Secret mobile)
{
    return d->ask<OtpSent>(
        sealedJob(std::move(mobile), [transaction](const QString &cipher) { return mobileOtp(transaction, cipher); }),
        readOtpSent);
}

QFuture<Answer<MobileVerified>> AbhaService::verifyMobile(TransactionRef transaction, Secret otp)
{
    const auto make = [transaction, now = d->caller.now()](
                          const QString &cipher) { return mobileVerify(transaction, cipher, now); };
    return d->ask<MobileVerified>(sealedJob(std::move(otp), make, spendsOtp), readMobileVerified);
}

QFuture<Answer<Suggestions>> AbhaService::suggestions(TransactionRef transaction)
{
    auto job = plainJob(suggestionsRequest());
    job.headers.emplaceBack("Transaction_Id", transaction.toLatin1());
    return d->ask<Suggestions>(std::move(job), readSuggestions);
}

QFuture<Answer<AbhaAddress>> AbhaService::chooseAddress(TransactionRef transaction, QString localPart)
{
    return d->ask<AbhaAddress>(plainJob(addressChoice(transaction, localPart)),
        [suffix = d->suffix()](const Reply &reply) { return readChosenAddress(reply, suffix); });
}

QFuture<Answer<OtpSent>> AbhaService::requestLicenceOtp(Secret mobile, TransactionRef resendOf)
{
    return d->ask<OtpSent>(
        sealedJob(std::move(mobile), [resendOf](const QString &cipher) { return licenceOtp(cipher, resendOf); }),
        readOtpSent);
}

QFuture<Answer<MobileVerified>> AbhaService::verifyLicenceOtp(TransactionRef transaction, Secret otp)
{
    const auto make = [transaction, now = d->caller.now()](
                          const QString &cipher) { return licenceVerify(transaction, cipher, now); };
    return d->ask<MobileVerified>(sealedJob(std::move(otp), make, spendsOtp), readMobileVerified);
}

QFuture<Answer<Enrolled>> AbhaService::enrolByLicence(
    TransactionRef transaction, DrivingLicence licence, ConsentVersion consent)
{
    return d->ask<Enrolled>(plainJob(byDocument(transaction, licence, consent)), enrolledReader(d->suffix()));
}

QFuture<Answer<TransactionRef>> AbhaService::beginFace()
{
    return d->ask<TransactionRef>(plainJob(faceInit()), readTransaction);
}

QFuture<Answer<FacePoll>> AbhaService::pollFace(TransactionRef transaction)
{
    return d->ask<FacePoll>(plainJob(facePoll(transaction)), readFacePoll);
}

QFuture<Answer<Enrolled>> AbhaService::enrolByFace(
    TransactionRef transaction, Secret aadhaar, QString mobile, ConsentVersion consent)
{
    const auto make = [transaction, mobile, consent](
                          const QString &cipher) { return byAadhaarFace(transaction, cipher, mobile, consent); };
    return d->ask<Enrolled>(sealedJob(std::move(aadhaar), make, spendsOtp), enrolledReader(d->suffix()));
}

}
