#include "domain/abha_profile_json.h"
#include "domain/words.h"
#include "identity/conversation.h"

namespace nadi::identity
{
using namespace Qt::StringLiterals;

namespace
{
constexpr int version = 1;
// Nobody publishes how long a transaction lives (1.6). An OTP that is older is refused anyway; after the account is
// there the X-token's half hour is the only figure that is known.
constexpr std::chrono::minutes otpLife{10};
constexpr std::chrono::minutes accountLife{30};

constexpr std::array purposes{
    Word<Purpose>{Purpose::CreateByAadhaar, QLatin1String("aadhaar")},
    Word<Purpose>{Purpose::CreateByLicence, QLatin1String("licence")},
    Word<Purpose>{Purpose::CreateByFace, QLatin1String("face")},
    Word<Purpose>{Purpose::CreateByBiometric, QLatin1String("biometric")},
    Word<Purpose>{Purpose::CreateByDemographics, QLatin1String("demographic")},
    Word<Purpose>{Purpose::Verify, QLatin1String("verify")},
};
constexpr std::array stages{
    Word<Stage>{Stage::Otp, QLatin1String("otp")},
    Word<Stage>{Stage::LicenceDetails, QLatin1String("licence-details")},
    Word<Stage>{Stage::MobileOtp, QLatin1String("mobile-otp")},
    Word<Stage>{Stage::Address, QLatin1String("address")},
};

std::chrono::minutes lifeAt(Stage stage)
{
    return stage == Stage::Otp ? otpLife : accountLife;
}

bool hasAccount(Stage stage)
{
    return stage == Stage::MobileOtp || stage == Stage::Address;
}

tl::unexpected<Error> unreadable()
{
    return fail(ErrorKind::Invalid, u"ABHA-PARKED"_s);
}
}

QJsonObject park(const State &state)
{
    const auto &view = state.view;
    const auto stage = wordOf(stages, view.stage);
    if (view.purpose == Purpose::Verify || stage.isEmpty() || state.transaction.isEmpty())
        return {};
    QJsonObject out{{u"version"_s, version}, {u"purpose"_s, wordOf(purposes, view.purpose)}, {u"stage"_s, stage},
        {u"transaction"_s, state.transaction}, {u"since"_s, state.transactionSince.toIso()},
        {u"destination"_s, view.destination}, {u"mobile"_s, view.mobile}, {u"maskedId"_s, view.maskedId}};
    if (view.profile)
        out.insert(u"profile"_s, toJson(*view.profile));
    return out;
}

Result<State> unpark(const QJsonObject &parked, UtcTime now)
{
    State state;
    auto &view = state.view;
    view.purpose = valueOf(purposes, parked[u"purpose"].toString(), Purpose::Verify);
    view.stage = valueOf(stages, parked[u"stage"].toString(), Stage::Idle);
    state.transaction = parked[u"transaction"].toString();
    const auto since = UtcTime::parse(parked[u"since"].toString());
    if (parked[u"version"].toInt() != version || view.purpose == Purpose::Verify || view.stage == Stage::Idle
        || state.transaction.isEmpty() || !since)
        return unreadable();
    if (hasAccount(view.stage)) {
        view.profile = abhaProfileFromJson(parked[u"profile"].toObject());
        view.proof = AbhaProof::Created;
        if (!view.profile->number)
            return unreadable();
    }
    state.transactionSince = *since;
    view.destination = parked[u"destination"].toString();
    view.mobile = parked[u"mobile"].toString();
    view.maskedId = parked[u"maskedId"].toString();
    // A clock that was set back makes nothing young again.
    const auto age = now - *since;
    if (age >= lifeAt(view.stage) || age < std::chrono::minutes(-1)) {
        view.stage = Stage::Ended;
        view.problem = Problem{{ErrorKind::Refused, 0, u"ABDM-1017"_s, {}, {}}, Problem::Offer::BeginAnew, {}};
        state.transaction.clear();
    }
    return state;
}

}
