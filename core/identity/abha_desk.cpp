#include "identity/abha_desk.h"

#include "identity/conversation.h"
#include "identity/dispatch.h"

#include <QTimer>

namespace nadi::identity
{

struct AbhaDesk::Private
{
    Private(AbhaDesk *owner, abdm::abha::AbhaService &abha, const Clock &time, DeskPolicy rules)
        : q(owner)
        , service(abha)
        , clock(time)
        , policy(std::move(rules))
    {
        state.view.addressSuffix = service.addressSuffix();
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, q, [this] { take(event::Wake{}); });
    }

    void take(Event event)
    {
        auto step = advance(policy, std::move(state), std::move(event), clock.now());
        state = std::move(step.state);
        for (auto &effect : step.effects)
            dispatch({service, device, policy.consent}, std::move(effect), *q,
                [this](Event answer) { take(std::move(answer)); });
        schedule();
        Q_EMIT q->changed();
    }

    void schedule()
    {
        if (!state.wakeAt.isSet())
            return timer.stop();
        timer.start(std::max(std::chrono::milliseconds(0), state.wakeAt - clock.now()));
    }

    AbhaDesk *q;
    abdm::abha::AbhaService &service;
    abdm::abha::RegisteredDevice *device = nullptr;
    const Clock &clock;
    DeskPolicy policy;
    State state;
    QTimer timer;
};

AbhaDesk::AbhaDesk(abdm::abha::AbhaService &service, const Clock &clock, DeskPolicy policy, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, service, clock, std::move(policy)))
{
}

AbhaDesk::~AbhaDesk() = default;

void AbhaDesk::use(abdm::abha::RegisteredDevice *device)
{
    d->device = device;
}

const View &AbhaDesk::view() const
{
    return d->state.view;
}

void AbhaDesk::begin(Purpose purpose, Way way)
{
    d->take(event::Begin{purpose, way});
}

void AbhaDesk::agree()
{
    d->take(event::Agree{});
}

void AbhaDesk::giveAadhaar(AadhaarNumber number)
{
    d->take(event::GiveAadhaar{std::move(number)});
}

void AbhaDesk::giveNumber(const AbhaNumber &number)
{
    d->take(event::GiveNumber{number});
}

void AbhaDesk::giveAddress(const AbhaAddress &address)
{
    d->take(event::GiveAddress{address});
}

void AbhaDesk::giveMobile(const QString &tenDigits)
{
    d->take(event::GiveMobile{tenDigits});
}

void AbhaDesk::chooseFound(int index)
{
    d->take(event::ChooseFound{index});
}

void AbhaDesk::chooseMethod(abdm::abha::OtpSystem system)
{
    d->take(event::ChooseMethod{system});
}

void AbhaDesk::giveOtp(Secret otp, const QString &communicationMobile)
{
    d->take(event::GiveOtp{std::move(otp), communicationMobile});
}

void AbhaDesk::resend()
{
    d->take(event::Resend{});
}

void AbhaDesk::keepMobile()
{
    d->take(event::KeepMobile{});
}

void AbhaDesk::chooseAccount(int row)
{
    d->take(event::ChooseAccount{row});
}

void AbhaDesk::giveLicence(const abdm::abha::DrivingLicence &licence)
{
    d->take(event::GiveLicence{licence});
}

void AbhaDesk::giveDemographics(const abdm::abha::Demographics &person)
{
    d->take(event::GiveDemographics{person});
}

void AbhaDesk::takeCapture(abdm::abha::Biometric kind)
{
    d->take(event::TakeCapture{kind});
}

void AbhaDesk::chooseAddress(const QString &localPart)
{
    d->take(event::ChooseAddress{localPart});
}

void AbhaDesk::tryAgain()
{
    d->take(event::TryAgain{});
}

void AbhaDesk::forget()
{
    d->take(event::Forget{});
}

QJsonObject AbhaDesk::parked() const
{
    return park(d->state);
}

Done AbhaDesk::resume(const QJsonObject &parked)
{
    auto resumed = unpark(parked, d->clock.now());
    if (!resumed)
        return failed(resumed);
    d->take(event::Forget{});
    const auto lastCall = d->state.lastCall;
    d->state = std::move(*resumed);
    d->state.lastCall = lastCall;
    d->state.view.addressSuffix = d->service.addressSuffix();
    Q_EMIT changed();
    return {};
}

}
