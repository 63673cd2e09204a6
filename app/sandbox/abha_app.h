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
};

struct Attachment
{
    QByteArray contentType;
    QByteArray bytes;
};

/// What is on the patients' phones.
class AbhaApp
{
public:
    /// Null when that context is not linked. With an empty type: any.
    Link *find(const QString &hip, const QString &address, const QString &careContext, const QString &hiType = {});
    void link(Link link) { m_links.append(std::move(link)); }
    void arrive(ArrivedRecord record);

    const QList<Link> &links() const { return m_links; }
    const QList<ArrivedRecord> &records() const { return m_records; }
    const ArrivedRecord *record(const QString &id) const;

    /// The same document came before, for the same context.
    bool holds(const ArrivedRecord &record) const;
    /// What came for this context, oldest first; of a document that came again, the last arrival.
    QList<ArrivedRecord> documentsOf(const Link &link) const;
    QJsonArray linksOf(const QString &address) const;
    /// With `withBundle` the whole document, for tests and the walkthrough.
    enum class Detail { Summary, Bundle };
    QJsonArray recordsOf(const QString &address, Detail detail) const;

    QJsonObject toJson() const;
    void restore(const QJsonObject &saved);

private:
    QList<Link> m_links;
    QList<ArrivedRecord> m_records;
};

/// Bundle.identifier.value; empty when the bundle could not be opened.
QString documentIdOf(const QByteArray &bundle);
/// Title of the document for people: Composition.title.
QString titleOf(const QByteArray &bundle);
/// The first thing in the bundle that can be shown: a PDF or a picture.
std::optional<Attachment> attachmentOf(const QByteArray &bundle);

}
