#pragma once

#include "sandbox/answers.h"
#include "sandbox/memory.h"
#include "sandbox/tempo.h"

#include <QMap>

namespace nadi::sandbox
{

/// One facility as the facility registry knows it.
struct Facility
{
    QString id;
    QString name;
    QString bridge; ///< client that serves it; empty: nobody
    QString serviceName; ///< what the patient sees
    QStringList types;
    bool known = true; ///< false: no such facility in the registry
};

/// Bridges and facilities: 2.1 to 2.4.
class Registry
{
public:
    Registry(Memory &memory, Tempo &tempo)
        : m_memory(memory)
        , m_tempo(tempo)
    {
    }

    Answer setBridgeUrl(const Call &call);
    Answer bridgeServices(const Call &call) const;
    Answer serviceById(const Call &call) const;
    Answer registerServices(const Call &call);

    QString bridgeUrl(const QString &client) const { return m_urls.value(client); }
    bool serves(const QString &client, const QString &service) const;
    /// The client whose bridge gets the callbacks of a service.
    QString clientOf(const QString &service) const;
    QString nameOf(const QString &service) const;
    const QMap<QString, Facility> &facilities() const { return m_facilities; }
    /// Facilities that somebody's bridge serves.
    QStringList served() const;

    /// For the control page: "linked" to `client`, "elsewhere", "none" (in the registry, unserved), "unknown".
    bool setListing(const QString &facility, const QString &listing, const QString &client, const QString &name);

    void clear();
    QJsonObject toJson() const;
    void restore(const QJsonObject &saved);

private:
    Facility &facility(const QString &id);

    Memory &m_memory;
    Tempo &m_tempo;
    QMap<QString, QString> m_urls; ///< by client
    QMap<QString, Facility> m_facilities; ///< by service id
};

}
