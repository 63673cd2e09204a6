#pragma once

#include "flow_driver.h"
#include "linking_oracle.h"
#include "support/seeded_random.h"

#include <map>

namespace nadi::test
{

// Nobody is like anybody else, whatever number they share.
inline QString nameOf(int person)
{
    return QStringList{u"Asha Verma"_s, u"Ravi Nair"_s, u"Fatima Khan"_s, u"Kiran Patil"_s}[person];
}
inline Gender genderOf(int person)
{
    return person % 2 ? Gender::Male : Gender::Female;
}
inline int yearOf(int person)
{
    return 1950 + person * 9;
}
/// Care contexts in the body of an answer.
QStringList contextsIn(const QJsonObject &body);

/// People whose own apps look for records, two or more at once, and a small bridge in memory with the contract of
/// core/bridge: an inbox that takes a REQUEST-ID once, an outbox with unique keys, timers, restarts that lose what was
/// only in memory. Everything drawn from the seed, on a virtual clock, one event after the other.
class SimulatedLinking
{
public:
    explicit SimulatedLinking(quint64 seed);

    /// Until nothing is due any more; false when that takes longer than any conversation may.
    bool run();

    const LinkingOracle &oracle() const { return m_oracle; }
    /// Every step in order, as a hash.
    QByteArray trace() const { return m_trace; }
    bool allEnded() const;

private:
    struct File
    {
        Patient patient;
        int owner = 0; ///< the person behind it
        QList<CareContextRef> contexts;
        bool proved = false;
    };
    struct Flow
    {
        QJsonObject state;
        PatientId patient;
        UtcTime wakeAt;
        bool finished = false;
    };
    struct App
    {
        QString address;
        int person = 0;
        QStringList found; ///< contexts of the last answer
        QString transaction;
        int inits = 0;
        int typed = 0;
    };
    struct Call
    {
        QString flow;
        flows::SendCall call;
        bool concluded = false;
        bool taken = false; ///< by the gateway, whether or not anybody heard its word
    };

    void fill();
    void at(UtcTime time, std::function<void()> work) { m_agenda.emplace(std::max(time, m_now), std::move(work)); }
    void after(std::chrono::milliseconds delay, std::function<void()> work) { at(m_now + delay, std::move(work)); }
    bool chance(int percent) { return int(m_random() % 100) < percent; }
    std::chrono::milliseconds upTo(std::chrono::milliseconds most)
    {
        return std::chrono::milliseconds(qint64(m_random() % quint64(most.count())));
    }

    // The bridge
    void callback(const abdm::Callback &callback);
    void deliver(const abdm::Callback &callback, const RequestId &request, UtcTime receivedAt);
    void step(const QString &key, const flows::Event &event);
    flows::Facts factsFor(const Flow &flow, const flows::Event &event);
    QList<flows::DiscoveryCandidate> candidatesFor(const abdm::DiscoverRequest &request) const;
    QList<flows::UnlinkedContext> unlinkedOf(const PatientId &patient) const;
    void carryOut(const QString &key, Flow &flow, const flows::Effect &effect);
    void send(const QString &businessKey);
    void sendCode(const QString &key, const flows::SendLinkCode &order);
    void answerInBody(const QString &key, const flows::AnswerInBody &answer);
    void restart();

    // The people
    void look(int app);
    void heard(const QString &operation, const QJsonObject &body);
    void choose(int app);
    void type(int app, const QString &reference);
    void typeDigits(const QString &reference, const QByteArray &digits);

    std::mt19937_64 m_random;
    SeededRandom m_bytes;
    LinkingOracle m_oracle;
    UtcTime m_now = noon;
    std::multimap<UtcTime, std::function<void()>> m_agenda;
    flows::DiscoveryPolicy m_policy;
    QList<File> m_files;
    QList<App> m_apps;
    std::map<QString, Flow> m_flows;
    std::map<QString, Call> m_outbox;
    QSet<QString> m_inbox; ///< REQUEST-IDs
    std::map<QString, int> m_asker; ///< transaction -> app
    std::map<QString, QList<UtcTime>> m_asks; ///< ABHA address -> when
    std::map<QString, QList<UtcTime>> m_codes;
    std::map<QString, QList<QByteArray>> m_messages; ///< link reference -> codes on the phone of its file
    QByteArray m_trace;
    int m_epoch = 0; ///< grows with every restart
    int m_serial = 0;
};

}
