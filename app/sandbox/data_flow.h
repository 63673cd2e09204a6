#pragma once

#include "crypto/fidelius.h"
#include "sandbox/consents.h"
#include "sandbox/contract.h"

#include <QMap>
#include <QObject>
#include <QSet>

namespace nadi::sandbox
{

enum class TransferState { Requested, Acknowledged, Refused, Receiving, Received, Failed, TimedOut };

struct Transfer
{
    QString id;
    QString consent;
    QString secret; ///< unguessable part of the push URL (7.1)
    crypto::KeyPair keys;
    TransferState state = TransferState::Requested;
    QString hipStatus; ///< what the HIP's notify said
    QSet<int> pages;
    int pageCount = 0;
    bool pushTokenReused = false; ///< the push carried a token that also spoke to the gateway (S-X5)
    bool pushedEarly = false; ///< bytes came before the acknowledgement was accepted (S-N1)
};

/// The patient's app as requester: asks, takes pushes, decrypts, and keeps the book of notifications (section 7).
class DataFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        Random &random;
        const Contract &contract;
        Registry &registry;
        Memory &memory;
        AbhaApp &app;
        Consents &consents;
        CallbackSender &callbacks;
        Tempo &tempo;
    };
    explicit DataFlow(Parts parts, QObject *parent = nullptr);

    void setPushBase(const QString &url) { m_pushBase = url; }
    /// Strict requesters refuse unlisted references, raw keys and unknown members (section 12, 12).
    enum class Peer { Strict, Lenient };
    void setPeer(Peer peer) { m_peer = peer; }

    /// Empty when the consent cannot carry it.
    QString request(const QString &consent, std::chrono::milliseconds delay);
    /// As a careless or malicious requester: {"consent", "keyForm", "keysOf": an earlier transaction, "hip": told to
    /// that facility, "changes": over the callback's body}. A transaction id among the changes is a replay.
    QString requestOddly(const QJsonObject &odd);
    Answer onRequest(const Call &call);
    Answer notify(const Call &call);
    /// `token` is what the push carried as bearer.
    Answer push(const QString &secret, const QJsonObject &body, const QByteArray &token);
    void spokeToGateway(const QByteArray &token) { m_gatewayTokens.insert(token); }

    QJsonArray transfersOf(const QString &address) const;
    void clear() { m_transfers.clear(); }

private:
    QString ask(const QString &consent, const QJsonObject &odd, std::chrono::milliseconds delay);
    QJsonObject requestBody(const Transfer &transfer, const Consent &consent) const;
    std::optional<Answer> pushFault(const Transfer &transfer, const Consent &consent, const QJsonObject &body) const;
    void open(const Transfer &transfer, const Consent &consent, const QJsonObject &entry, const QJsonObject &material);

    Parts m_parts;
    QString m_pushBase;
    Peer m_peer = Peer::Strict;
    QMap<QString, std::shared_ptr<Transfer>> m_transfers;
    QSet<QByteArray> m_gatewayTokens;
};

}
