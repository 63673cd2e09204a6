#pragma once

#include "domain/record.h"
#include "flow_driver.h"
#include "simulated_network.h"

#include <map>
#include <memory>

namespace nadi::test
{

/// A small runner in memory, with the contract of core/bridge: facts in, step, effects out; an outbox with unique
/// business keys and order keys; a courier with the retry plan of S-O7; everything on a virtual clock, one event after
/// the other.
class SimulatedBridge
{
public:
    struct Record
    {
        CareContextRef careContext;
        PatientId patient;
        UtcTime signedAt;
        DeliveryState shown = DeliveryState::Ready;
        QString reason;
        bool wentBack = false; ///< from linked to anything less
    };

    SimulatedBridge(Faults faults, quint64 seed);

    SimulatedNetwork &network() { return m_network; }
    void addPatient(const Patient &patient) { m_patients[patient.id.value()] = patient; }
    void confirm(const CareContextRef &careContext, const PatientId &patient);
    void linkFacility();
    /// What the bridge does while a visit is open: renews the patient's token in its last seven days (B10).
    void openVisit(const PatientId &patient);
    void decide(QStringView kind, const QString &key, const QString &what);
    /// Runs until nothing is due before `until`.
    void run(UtcTime until);
    UtcTime now() const { return m_now; }

    const std::map<QString, Record> &records() const { return m_records; }
    FacilityLinkState facility() const { return m_facilityLink.state; }
    /// Everything a person could see at the end, one line per fact.
    QString finalState() const;
    QString phase(QStringView kind, const QString &key) const;
    /// Every step in order, as a hash: the same seed gives the same trace.
    QByteArray trace() const { return m_trace; }
    int steps() const { return m_steps; }
    QStringList alarms;
    QStringList defects; ///< what must never happen in the runner itself

private:
    using FlowName = std::pair<QString, QString>;
    struct Flow
    {
        QJsonObject state;
        PatientId patient;
        UtcTime wakeAt;
        bool finished = false;
    };
    enum class Mail { Pending, Flying, Accepted, Unseen, Confirmed, Refused };
    struct Message
    {
        FlowName flow;
        flows::SendCall call;
        Mail state = Mail::Pending;
        QString code;
        UtcTime createdAt;
        int attempts = 0;
        bool isDone() const { return state == Mail::Confirmed || state == Mail::Refused; }
        bool isOpen() const { return !isDone(); }
    };

    void at(UtcTime time, std::function<void()> work);
    void step(const FlowName &name, const flows::Event &event);
    void carryOut(const FlowName &name, Flow &flow, const flows::Effect &effect);
    flows::Facts factsFor(const FlowName &name, const Flow &flow, const flows::Event &event);
    void queue(const FlowName &name, const flows::SendCall &call);
    void sendNext(const QString &orderKey);
    QStringList withCompany(const QStringList &queue) const;
    void send(const QStringList &parcel);
    void outcome(const QStringList &parcel, const SimulatedNetwork::Answer &answer);
    void tryAgain(const QStringList &parcel, const QString &code, bool networkDown);
    void tellWaitingForToken(const FlowName &saver);
    void conclude(const flows::ConcludeCall &effect);
    void push(const FlowName &name, const flows::PushRecord &page);
    void deliver(abdm::CallbackKind kind, const abdm::Callback &callback, const RequestId &request);
    void move(const FlowName &name, const flows::MoveDelivery &move);

    SimulatedNetwork m_network;
    std::mt19937_64 m_random;
    UtcTime m_now = noon;
    std::multimap<UtcTime, std::function<void()>> m_agenda;
    Facility m_facility = clinic();
    FacilityLink m_facilityLink;
    std::map<QString, Patient> m_patients;
    std::map<QString, Record> m_records; ///< by care context; also the key of its delivery
    std::map<FlowName, Flow> m_flows;
    std::map<QString, Message> m_outbox;
    std::map<QString, QStringList> m_order; ///< order key -> business keys as queued
    std::map<QString, QStringList> m_requests; ///< REQUEST-ID -> business keys
    std::map<QString, LinkTokenInfo> m_tokens;
    std::map<QString, ConsentArtefact> m_consents;
    std::map<QString, QSet<QString>> m_served;
    QByteArray m_trace;
    int m_serial = 0;
    int m_steps = 0;
};

}
