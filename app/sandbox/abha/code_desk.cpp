#include "sandbox/abha/code_desk.h"

#include <QtEndian>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype keptMessages = 500;

QString textOf(CodeFrom from, const QString &code)
{
    return from == CodeFrom::Aadhaar
        ? u"%1 is the OTP for your Aadhaar (sandbox). Valid for 10 minutes. Do not share it."_s.arg(code)
        : u"%1 is your OTP for ABHA (sandbox). Valid for 10 minutes. Do not share it."_s.arg(code);
}

/// UIDAI and ABDM lock by themselves, each its own codes.
QString lockKey(const Transaction &transaction)
{
    return (transaction.from == CodeFrom::Aadhaar ? u"A|"_s : u"M|"_s) + transaction.target;
}
}

QString CodeDesk::freshCode()
{
    // The remainder's bias is of no weight here.
    const auto number = qFromLittleEndian<quint32>(m_random.bytes(4).constData()) % 1'000'000;
    return QString::number(number).rightJustified(6, u'0');
}

void CodeDesk::deliver(const Message &message)
{
    if (m_messages.size() >= keptMessages)
        m_messages.removeFirst();
    m_messages.append(message);
}

bool CodeDesk::isLocked(const Transaction &transaction) const
{
    const auto until = m_lockedUntil.value(lockKey(transaction));
    return until.isSet() && m_clock.now() < until;
}

std::optional<Refusal> CodeDesk::send(Transaction &transaction, const QString &target)
{
    transaction.target = target;
    if (!isLocked(transaction) && transaction.sent >= mostSent)
        m_lockedUntil.insert(lockKey(transaction), m_clock.now() + lockTime);
    if (isLocked(transaction))
        return documented(u"ABDM-1100"_s);
    transaction.code = freshCode();
    transaction.sentAt = m_clock.now();
    transaction.spent = false;
    ++transaction.sent;
    deliver({target, textOf(transaction.from, transaction.code), transaction.code, m_clock.now()});
    return std::nullopt;
}

CodeDesk::Verdict CodeDesk::check(Transaction &transaction, const QString &typed)
{
    // A locked transaction never opens again: only a fresh one helps, after the half hour (1.6).
    if (transaction.wrong >= mostWrong || isLocked(transaction))
        return Verdict::Locked;
    if (transaction.spent || transaction.code.isEmpty())
        return Verdict::Spent;
    if (m_clock.now() - transaction.sentAt > codeLife)
        return Verdict::Expired;
    if (typed != transaction.code) {
        if (++transaction.wrong >= mostWrong)
            m_lockedUntil.insert(lockKey(transaction), m_clock.now() + lockTime);
        return Verdict::Wrong;
    }
    transaction.spent = true;
    return Verdict::Right;
}

void CodeDesk::tell(const QString &to, const QString &text)
{
    deliver({to, text, {}, m_clock.now()});
}

QList<Message> CodeDesk::messagesFor(const QString &mobile, const QString &email) const
{
    QList<Message> out;
    for (const auto &message : m_messages)
        if (!message.to.isEmpty() && (message.to == mobile || message.to == email))
            out.append(message);
    return out;
}

void CodeDesk::clear()
{
    m_lockedUntil.clear();
    m_messages.clear();
}

}
