#pragma once

#include "flows/conversation.h"
#include "flows/delivery_state.h"

#include <array>

namespace nadi::flows
{

/// One step of a delivery: consumes the state, collects effects. delivery.cpp has the gates and a person's decisions,
/// delivery_token.cpp the link token, delivery_link.cpp the link and its announcement, delivery_invite.cpp the SMS.
class DeliveryStep : private Conversation
{
public:
    DeliveryStep(DeliveryFlow flow, const Facts &facts)
        : Conversation(facts)
        , f(std::move(flow))
    {
    }
    Step run(const Event &event);

private:
    using Phase = DeliveryPhase;
    enum class Token { Look, JustSaved, Useless };

    void on(const Started &);
    void on(const CallAccepted &event);
    void on(const CallRefused &event);
    void on(const CallDelayed &event);
    void on(const CallbackArrived &event);
    void on(const Woken &);
    void on(const Decided &event);

    void enter(Token token = Token::Look);
    void hold(const QString &reason);
    void pause(const QString &reason, UtcTime until);
    void needAttention(const QString &reason, const QString &code = {});
    void restart(const Decided &by);
    void stop(Phase phase, DeliveryState shown, QStringView what, const Decided &by);
    void show(DeliveryState state, const QString &reason = {}, int attempt = 0, UtcTime nextTryAt = {});
    void send(QStringView operation, const QString &key, Phase phase, const QJsonObject &body, UtcTime deadline,
        std::optional<AbhaAddress> linkTokenFor = {});
    void lateFailure(const QString &key, const QString &code);
    UtcTime limit() const;
    bool isStopped() const { return f.phase == Phase::Withdrawn || f.phase == Phase::GaveUp; }
    bool isLinked() const { return f.phase == Phase::Linked || f.phase == Phase::Announced; }
    bool isQueued() const
    {
        return f.phase == Phase::TokenQueued || f.phase == Phase::LinkQueued || f.phase == Phase::InviteQueued;
    }
    bool isFinished() const;

    void askToken();
    void sendTokenRequest(const QString &key);
    void joinToken(const TokenRequest &request);
    void onToken(const abdm::OnGenerateToken &answer, const QString &key);
    void tokenFailed(const QString &code);
    void lookForToken();
    bool hasToken() const;
    bool isAskingToken() const { return f.phase == Phase::TokenQueued || f.phase == Phase::TokenRequested; }

    void link();
    void onLink(const abdm::OnLinkCareContext &answer, const QString &key, int together);
    void linkFailed(const QString &code, int together);
    void becomeLinked();
    void waitForLink();
    void announce();
    void announceFailed(const QString &code);
    void announced();
    void waitForAnnouncement();
    void markOpened();

    void invite();
    void onInvite(const abdm::OnNotify &answer, const QString &key);

    DeliveryFlow f;
};

namespace delivery_timing
{
using namespace std::chrono_literals;
inline constexpr std::chrono::milliseconds gateLook = 5min;
inline constexpr std::chrono::milliseconds overdue = 10min;
inline constexpr std::chrono::milliseconds giveToPerson = 48h; ///< users-and-journeys.md 5.3
inline constexpr std::chrono::milliseconds askAgain = 6h; ///< a lost token callback; far outside the duplicate window
inline constexpr std::array<std::chrono::milliseconds, 3> tokenLook{15s, 60s, 5min};
inline constexpr std::array<std::chrono::milliseconds, 4> pauses{1min, 5min, 15min, 30min};
inline constexpr std::array<std::chrono::milliseconds, 4> announce{
    5s, 5s, 15s, 60s}; ///< 4.3: earlier is answered ABDM-1006
inline constexpr std::chrono::milliseconds resendLink = 1h;

template <size_t N>
constexpr std::chrono::milliseconds at(const std::array<std::chrono::milliseconds, N> &delays, int index)
{
    return delays[size_t(std::min(index, int(N) - 1))];
}
}

}
