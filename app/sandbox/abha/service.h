#pragma once

#include "sandbox/abha/contract.h"
#include "sandbox/abha/office.h"
#include "sandbox/faults.h"
#include "sandbox/tokens.h"

namespace nadi::sandbox::abha
{

/// A clock that runs with the real one but can be set forward, so that a token's half hour need not be waited for.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(const Clock &real)
        : m_real(real)
    {
    }
    UtcTime now() const override { return m_real.now() + m_shift; }
    std::chrono::milliseconds monotonic() const override { return m_real.monotonic() + m_shift; }
    void advance(std::chrono::milliseconds by) { m_shift += by; }

private:
    const Clock &m_real;
    std::chrono::milliseconds m_shift{};
};

/// The ABHA service (abha-m1.md): its door with the order of checks of section 8, and the counters behind it.
class Service
{
public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        Random &random;
        People &people;
        Memory &memory;
        const TokenIssuer &gatewayTokens;
    };
    Service(const Parts &parts, Contract contract, const QString &keyFile);

    static bool serves(const QByteArray &path) { return path.startsWith(base()); }
    bridge::HttpResponse answer(const bridge::HttpRequest &request, const CallFate &fate);
    /// A planned refusal: a documented code, or a status alone.
    bridge::HttpResponse refusal(const CallFate &fate) const;
    /// The path without what it may say about a person.
    QString publicPath(const bridge::HttpRequest &request) const;

    Office &office() { return m_office; }
    void advance(std::chrono::milliseconds by) { m_clock.advance(by); }
    /// What came to this person's phone and mail, oldest first.
    QList<Message> messagesOf(const Person &person) const;
    /// Transactions, codes and messages; people and keys stay.
    void forget();
    /// What the person's app answers to a face hand-off: VERIFIED, FAILED, COMPLETE.
    bool setFace(const QString &transaction, const QString &status);

private:
    static QByteArrayView base() { return "/abha/api"; }
    std::optional<Refusal> headFault(const Operation &operation, const bridge::HttpRequest &request) const;
    tl::expected<TokenClaims, Refusal> tokenOf(const Operation &operation, const bridge::HttpRequest &request);
    tl::expected<TokenClaims, Refusal> userToken(TokenNeed need, const QByteArray &header);
    Outcome serve(const Operation &operation, const bridge::HttpRequest &request);
    bridge::HttpResponse dress(const Refusal &refusal) const;

    ShiftedClock m_clock;
    const TokenIssuer &m_gatewayTokens;
    const Contract m_contract;
    Office m_office;
};

}
