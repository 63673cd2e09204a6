#pragma once

#include "abdm/abha/service.h"

#include <variant>

namespace nadi::identity
{

/// What the conversation asks of the ABHA service, as values: each becomes one function of AbhaService.
namespace call
{
using abdm::abha::TransactionRef;

struct EnrolmentOtp
{
    Secret aadhaar;
    TransactionRef resendOf;
};
struct EnrolByAadhaar
{
    TransactionRef transaction;
    Secret otp;
    QString mobile;
};
struct CaptureBiometric
{
    abdm::abha::Biometric kind = abdm::abha::Biometric::Fingerprint;
};
struct EnrolByBiometric
{
    Secret aadhaar;
    abdm::abha::Capture capture;
    QString mobile;
};
struct EnrolByDemographics
{
    Secret aadhaar;
    abdm::abha::Demographics person;
};
struct EnrolByFace
{
    TransactionRef transaction;
    Secret aadhaar;
    QString mobile;
};
struct MobileOtp
{
    TransactionRef transaction;
    QString mobile;
};
struct VerifyMobile
{
    TransactionRef transaction;
    Secret otp;
};
struct Suggest
{
    TransactionRef transaction;
};
struct ChooseAddress
{
    TransactionRef transaction;
    QString localPart;
};
struct LicenceOtp
{
    QString mobile;
    TransactionRef resendOf;
};
struct VerifyLicenceOtp
{
    TransactionRef transaction;
    Secret otp;
};
struct EnrolByLicence
{
    TransactionRef transaction;
    abdm::abha::DrivingLicence licence;
};
struct BeginFace
{
};
struct PollFace
{
    TransactionRef transaction;
};
struct OutlineNumber
{
    AbhaNumber number;
};
struct OutlineAddress
{
    AbhaAddress address;
};
struct FindByMobile
{
    QString mobile;
};
struct LoginOtp
{
    abdm::abha::LoginHint hint = abdm::abha::LoginHint::AbhaNumber;
    Secret id;
    abdm::abha::OtpSystem system = abdm::abha::OtpSystem::Abdm;
    TransactionRef transaction;
};
struct VerifyLogin
{
    abdm::abha::LoginHint hint = abdm::abha::LoginHint::AbhaNumber;
    abdm::abha::OtpSystem system = abdm::abha::OtpSystem::Abdm;
    TransactionRef transaction;
    Secret otp;
};
struct AddressOtp
{
    AbhaAddress address;
    abdm::abha::OtpSystem system = abdm::abha::OtpSystem::Abdm;
    TransactionRef resendOf;
};
struct VerifyAddress
{
    abdm::abha::OtpSystem system = abdm::abha::OtpSystem::Abdm;
    TransactionRef transaction;
    Secret otp;
};
struct ChooseAccount
{
    abdm::abha::TransferToken transfer;
    TransactionRef transaction;
    AbhaNumber number;
};
struct Profile
{
    abdm::abha::UserToken token;
    abdm::abha::AbhaService::TokenOf of = abdm::abha::AbhaService::TokenOf::AbhaNumber;
};
struct Card
{
    abdm::abha::UserToken token;
    abdm::abha::AbhaService::TokenOf of = abdm::abha::AbhaService::TokenOf::AbhaNumber;
};
struct Qr
{
    abdm::abha::UserToken token;
    abdm::abha::AbhaService::TokenOf of = abdm::abha::AbhaService::TokenOf::AbhaNumber;
};
struct LogOut
{
    abdm::abha::UserToken token;
};
}

using Call = std::variant<call::EnrolmentOtp, call::CaptureBiometric, call::EnrolByAadhaar, call::EnrolByBiometric,
    call::EnrolByDemographics, call::EnrolByFace, call::MobileOtp, call::VerifyMobile, call::Suggest,
    call::ChooseAddress, call::LicenceOtp, call::VerifyLicenceOtp, call::EnrolByLicence, call::BeginFace,
    call::PollFace, call::OutlineNumber, call::OutlineAddress, call::FindByMobile, call::LoginOtp, call::VerifyLogin,
    call::AddressOtp, call::VerifyAddress, call::ChooseAccount, call::Profile, call::Card, call::Qr, call::LogOut>;

}
