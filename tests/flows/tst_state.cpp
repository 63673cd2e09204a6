#include "consents.h"
#include "flows/needs.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <random>

using namespace nadi;
using namespace nadi::test;

namespace
{

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Enough of an effect to see a difference.
QByteArray text(const flows::Effect &effect)
{
    QByteArray out = QByteArray::number(qulonglong(effect.index())) + ' ';
    if (const auto *call = std::get_if<flows::SendCall>(&effect))
        out += call->operation.toUtf8() + call->businessKey.toUtf8() + call->orderKey.toUtf8() + bytes(call->body)
            + call->deadline.toIso().toUtf8();
    else if (const auto *tell = std::get_if<flows::Tell>(&effect))
        out += tell->what.toUtf8() + tell->code.toUtf8() + tell->actor.toUtf8();
    else if (const auto *wake = std::get_if<flows::WakeAt>(&effect))
        out += wake->at.toIso().toUtf8();
    else if (const auto *move = std::get_if<flows::MoveDelivery>(&effect))
        out += toWord(move->state).toUtf8() + move->reason.toUtf8() + move->nextTryAt.toIso().toUtf8();
    return out;
}

QByteArray text(const flows::Step &step)
{
    QByteArray out = bytes(step.state);
    for (const auto &effect : step.effects)
        out += '\n' + text(effect);
    return out;
}

struct Start
{
    QStringView kind;
    QJsonObject state;
};

std::vector<Start> starts()
{
    abdm::HealthInformationRequest wanted;
    wanted.transaction = TransactionId(u"t"_s);
    wanted.consent = ConsentId(u"consent-1"_s);
    wanted.from = noon - 24h;
    wanted.to = noon;
    wanted.dataPushUrl = u"https://phr.example.in/push"_s;
    wanted.keyValue = "key";
    wanted.nonce = "nonce";
    return {
        {flow_kind::delivery,
            deliveryStart(CareContextRef(u"RX-1"_s), HiType::Prescription, QDate(2026, 2, 11), u"UHID-1"_s,
                SmsInvitation::Agreed)},
        {flow_kind::facilityLink, facilityLinkStart()},
        {flow_kind::consent, flows::consentStart(ConsentId(u"consent-1"_s))},
        {flow_kind::transfer, flows::transferStart(wanted, RequestId(u"r"_s))},
        {flow_kind::tokenRenewal, tokenRenewalStart(noon + 24h)},
    };
}

/// A walk with answers drawn from the seed, over whatever keys the flow has used: reaches most states of each flow.
template <class Visit>
void wander(const Start &start, quint64 seed, Visit visit)
{
    std::mt19937_64 random(seed);
    flows::Facts facts;
    facts.now = noon;
    facts.skew = 0ms;
    facts.facility = clinic();
    facts.facilityLink.state = FacilityLinkState::Listed;
    facts.patient = asha();
    if (random() % 4 == 0)
        facts.patient->abhaAddress.reset();
    facts.consent = selfConsent();
    facts.consentAccepted = random() % 4 != 0;
    facts.held = heldFor(*facts.consent);
    facts.bridgeUrl = u"https://bridge.example.in"_s;
    const auto step = flows::stepFunction(start.kind);
    QStringList keys{u"none"_s};
    const QStringList codes{
        u"ABDM-1027"_s, u"ABDM-1207"_s, u"ABDM-1026"_s, u"ABDM-1090"_s, u"ABDM-1028"_s, u"HTTP-403"_s, u"LATE"_s};
    const QStringList decisions{u"retry"_s, u"withdraw"_s, u"give-up"_s, u"facility-listed"_s, u"patient-verified"_s,
        u"invite-agreed"_s, u"opened"_s, u"push-done"_s, u"push-failed"_s};
    auto state = start.state;
    for (int i = 0; i < 40; ++i) {
        const auto key = keys[qsizetype(random() % size_t(keys.size()))];
        const auto code = codes[qsizetype(random() % size_t(codes.size()))];
        const auto error = random() % 2 ? std::optional(abdm::CallbackError{code, {}}) : std::nullopt;
        flows::Event event;
        switch (random() % 10) {
        case 0:
            event = flows::Started{};
            break;
        case 1:
        case 2:
            event = flows::CallAccepted{key, "{\"bridge\":{\"id\":\"b\"},\"services\":[]}"};
            break;
        case 3:
            event = flows::CallRefused{key, code};
            break;
        case 4:
            event = flows::CallDelayed{key, code, int(random() % 9), facts.now + 1min, random() % 2 == 0};
            break;
        case 5:
            event = flows::CallbackArrived{abdm::CallbackKind::OnGenerateToken,
                abdm::OnGenerateToken{u"asha.verma1990@sbx"_s, linkTokenJwt(facts.now + 24h * 180), error, {}}, {},
                key};
            break;
        case 6:
            event = flows::CallbackArrived{abdm::CallbackKind::OnLinkCareContext,
                abdm::OnLinkCareContext{u"asha.verma1990@sbx"_s, u"linked"_s, error, {}}, {}, key};
            break;
        case 7:
            event = flows::CallbackArrived{abdm::CallbackKind::ConsentNotify,
                abdm::ConsentNotify{ConsentId(u"consent-1"_s),
                    random() % 3 ? ConsentStatus::Granted : ConsentStatus::Revoked,
                    random() % 5 ? std::optional(selfConsent()) : std::nullopt},
                RequestId(u"r%1"_s.arg(i)), {}};
            break;
        case 8:
            event = flows::Woken{};
            break;
        default:
            event = flows::Decided{decisions[qsizetype(random() % size_t(decisions.size()))], u"why"_s, u"user-1"_s,
                {{u"businessKey"_s, key}}};
        }
        facts.now = facts.now + std::chrono::minutes(random() % 200);
        const auto next = step(state, event, facts);
        QVERIFY2(next.has_value(), next ? "" : qPrintable(next.error().detail));
        visit(step, state, event, facts, *next);
        for (const auto &effect : next->effects) {
            if (const auto *call = std::get_if<flows::SendCall>(&effect))
                keys << call->businessKey;
            if (const auto *push = std::get_if<flows::PushRecord>(&effect))
                keys << push->businessKey;
        }
        state = next->state;
    }
}

}

class TstFlowState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameInputGivesTheSameOutputToTheByte()
    {
        for (const auto &start : starts())
            for (quint64 seed = 0; seed < 300; ++seed)
                wander(start, seed,
                    [](auto step, const auto &state, const auto &event, const auto &facts, const auto &next) {
                        QCOMPARE(text(*step(state, event, facts)), text(next));
                    });
    }

    void aStoredStateGoesOnAsIfItHadNeverBeenStored()
    {
        for (const auto &start : starts())
            for (quint64 seed = 0; seed < 300; ++seed)
                wander(start, seed,
                    [](auto step, const auto &state, const auto &event, const auto &facts, const auto &next) {
                        const auto stored = QJsonDocument::fromJson(bytes(state)).object();
                        QCOMPARE(text(*step(stored, event, facts)), text(next));
                    });
    }

    void noBusinessKeyIsEverUsedForTwoCalls()
    {
        for (const auto &start : starts())
            for (quint64 seed = 0; seed < 300; ++seed) {
                QSet<QString> keys;
                wander(start, seed, [&](auto, const auto &, const auto &, const auto &, const flows::Step &next) {
                    for (const auto &effect : next.effects)
                        if (const auto *call = std::get_if<flows::SendCall>(&effect)) {
                            QVERIFY2(!keys.contains(call->businessKey), qPrintable(call->businessKey));
                            keys << call->businessKey;
                        }
                });
            }
    }

    void businessKeysAndTimelinesHoldNoPersonalData()
    {
        for (const auto &start : starts())
            for (quint64 seed = 0; seed < 300; ++seed)
                wander(start, seed, [](auto, const auto &, const auto &, const auto &, const flows::Step &next) {
                    for (const auto &effect : next.effects) {
                        QString open;
                        if (const auto *call = std::get_if<flows::SendCall>(&effect))
                            open = call->businessKey + call->orderKey;
                        else if (const auto *tell = std::get_if<flows::Tell>(&effect))
                            open = tell->what + tell->code;
                        QVERIFY2(
                            !open.contains("@sbx"_L1) && !open.contains("Asha V"_L1) && !open.contains("9000000001"_L1),
                            qPrintable(open));
                    }
                });
    }

    void anUnreadableStateIsRefused_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("state");
        for (const auto &start : starts()) {
            const auto kind = start.kind.toString();
            const auto with = [&](const QString &key, const QJsonValue &value) {
                auto state = start.state;
                state.insert(key, value);
                return state;
            };
            QTest::addRow("%s: empty", qPrintable(kind)) << kind << QJsonObject{};
            QTest::addRow("%s: unknown phase", qPrintable(kind)) << kind << with(u"phase"_s, u"dancing"_s);
            QTest::addRow("%s: phase is a number", qPrintable(kind)) << kind << with(u"phase"_s, 1);
            QTest::addRow("%s: text is a number", qPrintable(kind)) << kind << with(u"call"_s, 7);
            QTest::addRow("%s: time is text", qPrintable(kind)) << kind << with(u"wakeAt"_s, u"noon"_s);
            QTest::addRow("%s: time is broken", qPrintable(kind)) << kind << with(u"wakeAt"_s, 1.5);
            QTest::addRow("%s: time is endless", qPrintable(kind)) << kind << with(u"wakeAt"_s, 1e300);
        }
        const auto delivery = starts()[0].state;
        const auto changed = [](QJsonObject state, const QString &key, const QJsonValue &value) {
            state.insert(key, value);
            return state;
        };
        QTest::newRow("delivery: unknown HI type") << u"delivery"_s << changed(delivery, u"hiType"_s, u"Radiology"_s);
        QTest::newRow("delivery: no date") << u"delivery"_s << changed(delivery, u"issuedOn"_s, QString());
        QTest::newRow("delivery: flag is text") << u"delivery"_s << changed(delivery, u"opened"_s, u"true"_s);
        QTest::newRow("delivery: count is broken") << u"delivery"_s << changed(delivery, u"linkCalls"_s, 0.5);
        QTest::newRow("transfer: list of numbers")
            << u"transfer"_s << changed(starts()[3].state, u"contexts"_s, QJsonArray{1, 2});
        QTest::newRow("transfer: more outcomes than contexts")
            << u"transfer"_s << changed(starts()[3].state, u"outcomes"_s, QJsonArray{u"x"_s});
    }
    void anUnreadableStateIsRefused()
    {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, state);
        const auto step = flows::stepFunction(kind)(state, flows::Started{}, {});
        QVERIFY(!step);
        QCOMPARE(step.error().code, u"FLOW-STATE"_s);
    }

    void unknownKindsHaveNoStep() { QVERIFY(!flows::stepFunction(u"claims")); }
};

QTEST_GUILESS_MAIN(TstFlowState)
#include "tst_state.moc"
