#pragma once

#include "sandbox/callback_sender.h"
#include "sandbox/people.h"

#include <QMap>

namespace nadi::sandbox
{

/// One scan of a clinic's QR by somebody's ABHA app, and what came back.
struct Scan
{
    QString id;
    QString address;
    QString hip;
    QString counter;
    UtcTime at;
    std::chrono::milliseconds sentAt{}; ///< monotonic
    QString state; ///< "waiting", "token", "refused"
    QString tokenNumber;
    int expirySeconds = 0;
    QString code; ///< of the hospital's error answer
    bool asking = false; ///< a running-token question is open
    QString runningNumber;
    int averageMinutes = 0;
};

/// Scan and share (section 3): the app scans, the HIE-CM calls the hospital, the hospital's answer is checked word by
/// word and shown on the phone.
class Shares
{
public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        People &people;
        Registry &registry;
        Memory &memory;
        CallbackSender &callbacks;
        Tempo &tempo;
    };
    explicit Shares(Parts parts)
        : m_parts(parts)
    {
    }

    /// Id of the scan; empty when there is no such person, the text is no facility QR, or nobody serves the facility.
    QString scan(const QString &address, const QString &qrText, const QString &intent = {});
    /// Asks how far the queue is. Only with a token that is still valid.
    bool askRunning(const QString &scan);

    Answer onShare(const Call &call);
    Answer onRunningToken(const Call &call);

    /// Newest first.
    QJsonArray of(const QString &address) const;
    void clear() { m_scans.clear(); }

private:
    /// The scan that this answers; nullptr: a REQUEST-ID we never sent, or another bridge's.
    Scan *answeredBy(const Call &call, QStringView about);
    bool isAlive(const Scan &scan) const;
    QJsonObject profileOf(const Person &person);

    Parts m_parts;
    QMap<QString, Scan> m_scans;
};

}
