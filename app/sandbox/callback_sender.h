#pragma once

#include "common/clock.h"
#include "common/id.h"
#include "sandbox/faults.h"
#include "sandbox/registry.h"
#include "sandbox/tokens.h"

#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>

namespace nadi::sandbox
{

struct OutCallback
{
    QString path;
    QString hip;
    QJsonObject body;
    QString subject; ///< what the answer will be about: a consent id, a transaction id, or empty
};

/// The gateway's side of a callback: signed, addressed by X-HIP-ID, repeated until the bridge takes it (the real policy
/// is not published; ours gives up after a few tries), and put through the fault plan.
class CallbackSender : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        Registry &registry;
        TokenIssuer &tokens;
        Faults &faults;
        Tempo &tempo;
    };
    explicit CallbackSender(Parts parts, QObject *parent = nullptr);

    void trust(const QByteArray &caPem) { m_caPem += caPem; }
    void send(OutCallback callback, std::chrono::milliseconds delay);
    /// What stood in the HTTP response to the callback with this REQUEST-ID.
    using BodyAnswer = std::function<void(const OutCallback &asked, const QString &request, QJsonObject body)>;
    void hearBodies(BodyAnswer heard) { m_heard = std::move(heard); }
    /// What the callback with this REQUEST-ID was about; nullopt when we never sent it (ABDM-1015).
    std::optional<QString> subjectOf(const QString &requestId) const;

    const QJsonArray &log() const { return m_log; }
    QJsonArray takeLog() { return std::exchange(m_log, {}); }

private:
    struct Delivery
    {
        OutCallback callback;
        QString request;
        bool oddTimestamp = false;
        int tries = 0;
    };
    enum class Signature { Good, Broken };
    void start(const OutCallback &callback, const CallbackFate &fate);
    void post(Delivery delivery, Signature signature);
    void answered(Delivery delivery, int status);

    Parts m_parts;
    QNetworkAccessManager m_manager;
    QByteArray m_caPem;
    QHash<QString, QString> m_subjects;
    QJsonArray m_log;
    BodyAnswer m_heard;
};

}
