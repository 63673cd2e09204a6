#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"
#include "storage/connection.h"

#include <QJsonObject>

#include <optional>

namespace nadi::storage
{

/// One conversation with the network, as stored. `state` is sealed; the other columns route.
struct FlowRow
{
    FlowId id;
    QString kind; ///< "delivery", "facility-link", "consent", "transfer"
    QString key; ///< business key, unique per (tenant, kind): record id, facility id, consent id, transaction id
    FacilityId facility;
    PatientId patient; ///< may be empty
    QJsonObject state;
    bool finished = false;
    UtcTime wakeAt; ///< unset: no timer
    qint64 version = 0; ///< optimistic lock
    UtcTime createdAt;
    UtcTime updatedAt;
};

class FlowRepository
{
public:
    explicit FlowRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Fails with FLOW-EXISTS (Conflict) when (kind, key) is there: starting twice has one effect.
    Done insert(const FlowRow &flow);
    /// Fails with DB-STALE when somebody stepped it since it was read; stores version + 1.
    Done update(const FlowRow &flow);
    Result<FlowRow> flow(const FlowId &id) const;
    Result<FlowRow> byKey(const QString &kind, const QString &key) const;
    /// Unfinished flows whose wakeAt has passed, oldest first.
    Result<QList<FlowId>> due(UtcTime now, int limit) const;
    Result<std::optional<UtcTime>> nextWake() const;
    /// Unfinished ones of this patient that have a timer: those that wait for something.
    Result<QList<FlowId>> waiting(const QString &kind, const FacilityId &facility, const PatientId &patient) const;
    Result<QList<FlowRow>> unfinished(const QString &kind, const FacilityId &facility) const;

private:
    Connection &m_db;
};

}
