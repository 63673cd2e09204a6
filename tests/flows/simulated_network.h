#pragma once

#include "abdm/callbacks.h"
#include "domain/clinic.h"
#include "domain/person.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <random>

namespace nadi::test
{

/// What goes wrong. All zero: every callback comes once, soon and in order, every call is answered.
struct Faults
{
    int copies = 1; ///< a callback is delivered 1 to `copies` times
    std::chrono::milliseconds late{0}; ///< a reply comes up to this much later, so in any order
    std::chrono::milliseconds lateRequest{0}; ///< the same for consents and data requests
    int lost = 0; ///< per cent of replies that never come (never an SMS acknowledgement)
    int down = 0; ///< per cent of attempts that find no network
    int unseen = 0; ///< per cent of attempts that act and whose answer is lost
    int crash = 0; ///< per cent of attempts that act, after which the bridge dies before it hears the answer
    UtcTime downFrom = {}; ///< nothing gets through from here …
    UtcTime downUntil = {}; ///< … to here
    int overtaking = 0; ///< per cent of data requests sent before the acknowledgement was seen
};

/// The gateway and the patients' ABHA apps as abdm-v3-gateway.md section 12 asks of a simulator, on a virtual clock:
/// checks calls, remembers effects, answers by callbacks. Knows nothing of flows.
class SimulatedNetwork
{
public:
    enum class Outcome { Accepted, Refused, Down, Unseen, Crash };
    struct Answer
    {
        Outcome outcome = Outcome::Accepted;
        QString code;
        QByteArray body;
    };
    struct Call
    {
        QString operation;
        QStringList businessKeys; ///< more than one of links that leave together
        QJsonObject body;
        FacilityId hip;
        RequestId request;
        bool withLinkToken = false;
    };
    using Deliver = std::function<void(UtcTime, abdm::CallbackKind, const abdm::Callback &, const RequestId &)>;

    SimulatedNetwork(Faults faults, quint64 seed, Deliver deliver)
        : m_faults(faults)
        , m_random(seed)
        , m_deliver(std::move(deliver))
        , m_strict(seed % 2 == 1)
    {
    }

    /// What the network knows about a person; the clinic may know something else.
    void enrol(const AbhaAddress &address, const QString &name);
    void list(const FacilityId &facility) { m_listed.insert(facility.value()); }
    /// The gateway refuses to know these consents: somebody made them up (S-N1).
    void forgeConsents() { m_forged = true; }
    /// The gateway finds this context wrong and refuses every call it is in (ABDM-1057).
    void dislike(const CareContextRef &context) { m_disliked.insert(context.value()); }

    Answer call(const Call &call, UtcTime now);
    /// A page reaches the ABHA app. False when the app does not take it.
    bool push(const TransactionId &transaction, const CareContextRef &context, UtcTime now);

    // Evidence, for the invariants of security-reliability.md section 7.
    QHash<QString, int> effectsByKey; ///< I3
    QHash<QString, int> linksByContext;
    QSet<QString> linked;
    QSet<QString> invited; ///< phone numbers
    QSet<QString> received; ///< care contexts that the app has
    QSet<QString> notified; ///< care contexts reported DELIVERED in a notify
    QHash<QString, QList<UtcTime>> tokensByAddress;
    int tokensDuringBlock = 0; ///< I9
    int pagesWithoutConsent = 0; ///< I5
    int repliesLost = 0;
    int linkCalls = 0; ///< that got through, repeats too
    int mostTogether = 0; ///< contexts in one of them

private:
    struct Consent
    {
        abdm::ConsentNotify notify;
        ConsentStatus status = ConsentStatus::Granted;
        RequestId request;
        FacilityId hip;
        bool accepted = false;
        int asks = 0;
    };
    struct Transaction
    {
        QString consent;
        bool acknowledged = false;
    };

    Answer act(const Call &call, UtcTime now);
    Answer generateToken(const Call &call, UtcTime now);
    Answer link(const Call &call, UtcTime now);
    QString linkRefusal(const QStringList &contexts) const;
    Answer contextNotify(const Call &call, UtcTime now);
    Answer acknowledgeConsent(const Call &call, UtcTime now);
    Answer services() const;
    void consentAfterLink(
        const Call &call, const QString &address, const QString &context, const QString &hiType, UtcTime now);
    void askForData(const QString &consent, UtcTime at);
    void reply(const Call &call, abdm::CallbackKind kind, abdm::Callback body, UtcTime now);
    void post(abdm::CallbackKind kind, const abdm::Callback &body, const RequestId &request, UtcTime at,
        std::chrono::milliseconds late);
    bool chance(int percent) { return int(m_random() % 100) < percent; }
    std::chrono::milliseconds upTo(std::chrono::milliseconds most)
    {
        return std::chrono::milliseconds(most.count() > 0 ? qint64(m_random() % quint64(most.count())) : 0);
    }

    Faults m_faults;
    std::mt19937_64 m_random;
    Deliver m_deliver;
    bool m_strict = false; ///< one context that is linked already refuses the whole call
    bool m_forged = false;
    QSet<QString> m_disliked;
    int m_serial = 0;
    QSet<QString> m_listed;
    QHash<QString, QString> m_names;
    QHash<QString, UtcTime> m_blockedUntil;
    QHash<QString, UtcTime> m_linkedAt;
    QHash<QString, Consent> m_consents;
    QHash<QString, Transaction> m_transactions;
};

}
