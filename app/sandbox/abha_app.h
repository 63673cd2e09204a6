#pragma once

#include "common/utc_time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace nadi::sandbox
{

/// A care context that a facility linked to somebody's ABHA.
struct Link
{
    QString hip;
    QString address;
    QString patientReference;
    QString careContext;
    QString display;
    QString hiType;
    UtcTime linkedAt;
    UtcTime notifiedAt;
    bool toldTooEarly = false;
    bool fetched = false; ///< the person's own app has asked for it since it was linked
};

/// What the list of records on a phone needs of a document, read once when it arrives.
struct DocumentHead
{
    QString id; ///< Bundle.identifier.value
    QString title; ///< for people
    QString replaces; ///< id of the version it takes the place of; empty for a first one
    UtcTime replacedDate; ///< of that version
};

/// A record as the app decrypted it, or why it could not.
struct ArrivedRecord
{
    QString id;
    QString address;
    QString hip;
    QString careContext;
    QString transaction;
    UtcTime at;
    QByteArray bundle; ///< empty when it could not be opened
    QString fault; ///< code of the failure
    QString checksum; ///< "verified", "different", "not verified" (7.3)
    DocumentHead head{}; ///< filled in by arrive()
};

/// What is on the patients' phones.
class AbhaApp
{
public:
    /// Null when that context is not linked. With an empty type: any.
    Link *find(const QString &hip, const QString &address, const QString &careContext, const QString &hiType = {});
    void link(Link link) { m_links.append(std::move(link)); }
    /// True when the same document came before for the same context: the patient sees it once.
    bool arrive(ArrivedRecord record);

    const QList<Link> &links() const { return m_links; }
    const QList<ArrivedRecord> &records() const { return m_records; }
    const ArrivedRecord *record(const QString &id) const;

    /// What came for this context, oldest first; of a document that came again, the last arrival.
    QList<ArrivedRecord> documentsOf(const Link &link) const;
    QJsonArray linksOf(const QString &address) const;
    /// With `withBundle` the whole document, for tests and the walkthrough.
    enum class Detail { Summary, Bundle };
    QJsonArray recordsOf(const QString &address, Detail detail) const;

    QJsonObject toJson() const;
    void restore(const QJsonObject &saved);

private:
    bool holds(const ArrivedRecord &record) const;

    QList<Link> m_links;
    QList<ArrivedRecord> m_records;
};

}
