#pragma once

#include "domain/delivery.h"
#include "storage/connection.h"

#include <QHash>

namespace nadi::storage
{

/// Count of deliveries that need a person, by reason code.
struct AttentionGroup
{
    QString reason;
    int count = 0;
    UtcTime oldest;
};

/// Deliveries and the timeline of every flow: the read models of the success page, the patient file and support.
class DeliveryRepository
{
public:
    explicit DeliveryRepository(Connection &db)
        : m_db(db)
    {
    }
    Done save(const Delivery &delivery); ///< insert or replace by record
    Result<Delivery> ofRecord(const RecordId &record) const;
    Result<Delivery> ofFlow(const FlowId &flow) const;
    Result<Delivery> bySupportCode(const QString &code) const;
    Result<QList<Delivery>> ofPatient(const PatientId &patient) const;
    /// Whether the network has confirmed this care context, by any of its records.
    Result<bool> isLinked(const FacilityId &facility, const CareContextRef &context) const;
    Result<QList<Delivery>> inState(DeliveryState state, const FacilityId &facility) const;
    Result<QList<Delivery>> updatedSince(UtcTime time, const FacilityId &facility) const;
    Result<QList<AttentionGroup>> attention(const FacilityId &facility) const;

    /// How many per state word, for status pages.
    Result<QHash<QString, int>> counts() const;
    /// `sequence` is given by the database.
    Done append(const TimelineEntry &entry);
    Result<QList<TimelineEntry>> timeline(const FlowId &flow) const;

private:
    Connection &m_db;
};

}
