#pragma once

#include "sandbox/abha_app.h"
#include "sandbox/callback_sender.h"

#include <QMap>
#include <QObject>

namespace nadi::sandbox
{

enum class ConsentAnswer { Waiting, Acknowledged, Refused, TooLate };

struct Consent
{
    QString id;
    QString address;
    QString hip;
    QList<Link> contexts;
    QStringList hiTypes;
    QString purpose;
    QString hiuName;
    QString requesterName;
    QString status; ///< GRANTED, REVOKED, EXPIRED
    UtcTime createdAt;
    UtcTime from;
    UtcTime to;
    UtcTime eraseAt;
    ConsentAnswer answer = ConsentAnswer::Waiting;
};

/// What a consent is given for.
struct ConsentTerms
{
    QString address;
    QString hip;
    QList<Link> contexts;
    QStringList hiTypes; ///< empty: those of the contexts
    QString purpose = QStringLiteral("PATRQT");
    QString hiuName; ///< empty in the consents of the patient's own app
    QString requesterName;
    UtcTime from;
    UtcTime to;
    UtcTime eraseAt;
};

/// Consents of the patients, 6.3: the notify to the HIP, its acknowledgement within 60 seconds, and
/// the ends of a consent.
class Consents : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        Random &random;
        Registry &registry;
        Memory &memory;
        CallbackSender &callbacks;
        Tempo &tempo;
    };
    explicit Consents(Parts parts, QObject *parent = nullptr)
        : QObject(parent)
        , m_parts(parts)
    {
    }

    QString grant(
        const QString &address, const QString &hip, const QList<Link> &contexts, std::chrono::milliseconds delay);
    QString grant(const ConsentTerms &terms, std::chrono::milliseconds delay);
    /// "REVOKED" or "EXPIRED": told to the HIP at once. false: no such consent, or it has ended.
    bool end(const QString &id, const QString &status);
    Answer onNotify(const Call &call);

    const Consent *find(const QString &id) const;
    QJsonArray of(const QString &address) const;
    void clear() { m_consents.clear(); }

Q_SIGNALS:
    /// The HIP acknowledged in time: data may be asked for.
    void acknowledged(const QString &consent);

private:
    QJsonObject artefact(const Consent &consent) const;
    QString signature() const;

    Parts m_parts;
    QMap<QString, Consent> m_consents;
};

}
