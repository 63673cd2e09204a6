#pragma once

#include "domain/flow_start.h"
#include "flows/flow.h"
#include "flows/start.h"

#include <QTest>

namespace nadi::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const UtcTime noon = UtcTime::fromMs(1'795'262'400'000); // 2026-11-21T12:00:00Z

inline Patient asha()
{
    Patient person;
    person.id = PatientId(u"patient-1"_s);
    person.name = u"Asha Verma"_s;
    person.gender = Gender::Female;
    person.birth.year = 1990;
    person.mobile = u"9000000001"_s;
    person.abhaAddress = *AbhaAddress::parse(u"asha.verma1990@sbx");
    person.abhaVerifiedAt = noon - 24h;
    return person;
}

inline Facility clinic()
{
    Facility facility;
    facility.id = FacilityId(u"IN0710000123"_s);
    facility.registryId = u"IN0710000123"_s;
    facility.name = u"Asha Hospital"_s;
    facility.hipName = u"Asha Hospital"_s;
    return facility;
}

inline QByteArray linkTokenJwt(UtcTime expiry)
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part("{\"alg\":\"RS512\"}") + '.' + part("{\"exp\":" + QByteArray::number(expiry.ms() / 1000) + "}")
        + ".sig";
}

/// One flow in a test: keeps its state, applies events, remembers what it wanted.
class FlowDriver
{
public:
    FlowDriver(QStringView kind, QJsonObject first)
        : m_step(flows::stepFunction(kind))
        , state(std::move(first))
    {
        facts.now = noon;
        facts.skew = 0ms;
        facts.facility = clinic();
        facts.facilityLink = {facts.facility.id, FacilityLinkState::Listed, noon, {}};
        facts.patient = asha();
        facts.bridgeId = u"SBXID_000001"_s;
        facts.bridgeUrl = u"https://bridge.example.in"_s;
    }

    void apply(const flows::Event &event)
    {
        auto step = m_step(state, event, facts);
        QVERIFY2(step.has_value(), step ? "" : qPrintable(step.error().code + u' ' + step.error().detail));
        state = step->state;
        last = step->effects;
        for (const auto &effect : last) {
            if (const auto *tell = std::get_if<flows::Tell>(&effect))
                story << tell->what;
            else if (const auto *call = std::get_if<flows::SendCall>(&effect))
                calls << *call;
            else if (const auto *move = std::get_if<flows::MoveDelivery>(&effect))
                moves << *move;
            else if (const auto *wake = std::get_if<flows::WakeAt>(&effect))
                wakeAt = wake->at;
            else if (const auto *push = std::get_if<flows::PushRecord>(&effect))
                pushes << *push;
            else if (std::holds_alternative<flows::Finish>(effect))
                wakeAt = {};
            if (!std::holds_alternative<flows::WakeAt>(effect) && !std::holds_alternative<flows::Finish>(effect))
                ++wishes;
        }
    }
    void accept(const QByteArray &body = {}) { apply(flows::CallAccepted{key(), body}); }
    void refuse(const QString &code) { apply(flows::CallRefused{key(), code}); }
    void decide(QStringView what, const QString &reason = {})
    {
        apply(flows::Decided{what.toString(), reason, u"user-1"_s, {}});
    }
    void callback(abdm::CallbackKind kind, const abdm::Callback &body) { callback(kind, body, key()); }
    void callback(abdm::CallbackKind kind, const abdm::Callback &body, const QString &repliesTo)
    {
        apply(flows::CallbackArrived{kind, body, RequestId(u"request-%1"_s.arg(++m_requests)), repliesTo});
    }
    void tokenArrives(const QString &address = u"asha.verma1990@sbx"_s)
    {
        callback(abdm::CallbackKind::OnGenerateToken,
            abdm::OnGenerateToken{address, linkTokenJwt(facts.now + 182 * 24h), {}, {}});
    }
    void tokenFails(const QString &code)
    {
        callback(abdm::CallbackKind::OnGenerateToken,
            abdm::OnGenerateToken{u"asha.verma1990@sbx"_s, {}, abdm::CallbackError{code, {}}, {}});
    }
    void linkArrives() { linkArrives(key()); }
    void linkArrives(const QString &repliesTo)
    {
        callback(abdm::CallbackKind::OnLinkCareContext,
            abdm::OnLinkCareContext{u"asha.verma1990@sbx"_s, u"Successfully Linked care context"_s, {}, {}}, repliesTo);
    }
    void linkFails(const QString &code) { linkFails(code, key()); }
    void linkFails(const QString &code, const QString &repliesTo)
    {
        callback(abdm::CallbackKind::OnLinkCareContext,
            abdm::OnLinkCareContext{u"asha.verma1990@sbx"_s, u"Failed"_s, abdm::CallbackError{code, {}}, {}},
            repliesTo);
    }
    void notifyArrives(abdm::CallbackKind kind, const QString &error = {})
    {
        abdm::OnNotify body;
        body.acknowledged = error.isEmpty();
        if (!error.isEmpty())
            body.error = abdm::CallbackError{error, {}};
        callback(kind, body);
    }
    /// Time goes to the wake-up that the flow asked for.
    void sleep()
    {
        QVERIFY(wakeAt.isSet());
        facts.now = std::max(facts.now, wakeAt);
        apply(flows::Woken{});
    }
    void haveToken()
    {
        facts.linkToken = LinkTokenInfo{*asha().abhaAddress, facts.facility.id, noon, noon + 100 * 24h};
    }

    QString key() const { return calls.isEmpty() ? QString() : calls.last().businessKey; }
    QString operation() const { return calls.isEmpty() ? QString() : calls.last().operation; }
    QString phase() const { return state.value("phase"_L1).toString(); }
    QString shown() const { return moves.isEmpty() ? QString() : toWord(moves.last().state); }
    QString reason() const { return moves.isEmpty() ? QString() : moves.last().reason; }
    bool told(QStringView what) const { return story.contains(what); }
    bool isFinished() const
    {
        return std::any_of(
            last.begin(), last.end(), [](const auto &e) { return std::holds_alternative<flows::Finish>(e); });
    }
    template <class Kind>
    const Kind *find() const
    {
        for (const auto &effect : last)
            if (const auto *found = std::get_if<Kind>(&effect))
                return found;
        return nullptr;
    }

private:
    flows::StepFunction m_step;
    int m_requests = 0;

public:
    QJsonObject state;
    flows::Facts facts;
    std::vector<flows::Effect> last;
    QStringList story;
    QList<flows::SendCall> calls;
    QList<flows::MoveDelivery> moves;
    QList<flows::PushRecord> pushes;
    UtcTime wakeAt;
    int wishes = 0; ///< effects other than timers, over the whole test
};

inline FlowDriver newDelivery()
{
    return FlowDriver(flow_kind::delivery,
        deliveryStart(CareContextRef(u"RX-2026-000117"_s), HiType::Prescription, QDate(2026, 2, 11), u"UHID-000482"_s,
            SmsInvitation::Agreed));
}

/// Confirmed by the gateway, not announced yet.
inline FlowDriver linkedDelivery()
{
    auto d = newDelivery();
    d.haveToken();
    d.apply(flows::Started{});
    d.accept();
    d.linkArrives();
    return d;
}

}
