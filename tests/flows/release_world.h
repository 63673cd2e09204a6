#pragma once

#include "consent_oracle.h"
#include "flows/gatekeeper.h"
#include "flows/needs.h"

#include <QStringList>

#include <random>

namespace nadi::test
{

/// Two facilities of one bridge, a few patients with records, a network that says and asks whatever it likes in
/// whatever order, and a runner in memory: flows, outbox and pages as in core/bridge, on a clock that jumps. One seed,
/// one story.
class ReleaseWorld
{
public:
    explicit ReleaseWorld(quint64 seed);

    void live(int events);

    QStringList violations;
    int pagesOut = 0;
    int pagesStopped = 0; ///< wanted by a flow, refused when the bytes were ready
    int refusals = 0; ///< data requests answered with an error

private:
    struct Flow
    {
        QString kind;
        FacilityId facility;
        QJsonObject state;
        UtcTime wakeAt;
    };
    struct Call
    {
        QString flow;
        QString key;
        ConsentId acknowledges; ///< says OK to this grant
    };
    struct Page
    {
        QString flow;
        flows::PushRecord push;
    };

    void signRecord();
    void grant();
    void endConsent();
    void ask();
    void answerCall();
    void runPage();
    void moveClock();
    void wake();

    ConsentArtefact anArtefact(const ConsentId &id);
    void deliver(const QString &kind, const QString &key, const FacilityId &facility, const QJsonObject &first,
        abdm::CallbackKind callback, const abdm::Callback &body);
    void step(const QString &name, const flows::Event &event);
    void carryOut(const QString &name, const flows::Effect &effect);
    flows::Facts factsFor(const Flow &flow, const flows::Needs &needs) const;
    int served(const ConsentId &consent, const TransactionId &except) const;
    int pick(int below) { return int(m_random() % quint64(below)); }
    bool chance(int percent) { return pick(100) < percent; }
    UtcTime daysFrom(int first, int last);

    std::mt19937_64 m_random;
    UtcTime m_now; ///< by our clock
    std::chrono::milliseconds m_skew{}; ///< ours minus the gateway's
    bool m_skewTold = true; ///< not after a start of the bridge, until somebody answered
    ConsentOracle m_oracle;
    std::map<QString, Flow> m_flows;
    std::map<QString, ConsentArtefact> m_artefacts;
    std::map<QString, ConsentOracle::Record> m_records;
    std::map<QString, std::map<QString, UtcTime>> m_served;
    std::vector<Call> m_calls;
    std::vector<Page> m_pages;
    int m_transactions = 0;
};

}
