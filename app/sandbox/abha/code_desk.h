#pragma once

#include "common/random.h"
#include "sandbox/abha/refusal.h"
#include "sandbox/abha/transactions.h"

#include <QList>

namespace nadi::sandbox::abha
{

/// What arrived on somebody's phone or in their mail.
struct Message
{
    QString to; ///< mobile or e-mail
    QString text;
    QString code;
    UtcTime at;
};

/// Makes one-time passwords, brings them to the phone, and judges what comes back (1.6).
class CodeDesk
{
public:
    static constexpr std::chrono::minutes codeLife{10}; ///< not published
    static constexpr std::chrono::minutes lockTime{30};
    static constexpr int mostSent = 3; ///< the first and two resends
    static constexpr int mostWrong = 3; ///< not published

    enum class Verdict { Right, Wrong, Expired, Spent, Locked };

    CodeDesk(const Clock &clock, Random &random)
        : m_clock(clock)
        , m_random(random)
    {
    }
    /// To `target`; the refusal is ABDM-1100.
    std::optional<Refusal> send(Transaction &transaction, const QString &target);
    /// Spends the code when it is right.
    Verdict check(Transaction &transaction, const QString &typed);
    /// A message without a code.
    void tell(const QString &to, const QString &text);

    /// Oldest first.
    QList<Message> messagesFor(const QString &mobile, const QString &email) const;
    void clear();

private:
    QString freshCode();
    void deliver(const Message &message);
    bool isLocked(const Transaction &transaction) const;

    const Clock &m_clock;
    Random &m_random;
    QHash<QString, UtcTime> m_lockedUntil; ///< by target
    QList<Message> m_messages;
};

}
