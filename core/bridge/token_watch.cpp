#include "bridge/token_watch.h"

#include "domain/flow_start.h"
#include "storage/appointment_repository.h"
#include "storage/consent_repository.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"
#include "storage/inbox.h"
#include "storage/patient_repository.h"

#include <QSet>

namespace nadi::bridge
{
namespace
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto lastWeek = 24h * 7; ///< B10
constexpr auto stillOpen = 24h; ///< a visit that nobody closed yesterday is open today

bool isOpen(AppointmentStatus status)
{
    using enum AppointmentStatus;
    return status == Booked || status == Arrived || status == WithDoctor;
}

class TokenWatch
{
public:
    TokenWatch(storage::Connection &db, IdSource &ids, UtcTime now)
        : m_db(db)
        , m_ids(ids)
        , m_now(now)
    {
    }

    Result<int> run(const FacilityId &facility)
    {
        const auto visits = storage::AppointmentRepository(m_db).between(facility, m_now - stillOpen, m_now + lastWeek);
        if (!visits)
            return failed(visits);
        QSet<QString> seen;
        int begun = 0;
        for (const auto &visit : *visits) {
            if (!isOpen(visit.status) || seen.contains(visit.patient.value()))
                continue;
            seen.insert(visit.patient.value());
            const auto one = look(facility, visit.patient);
            if (!one)
                return failed(one);
            begun += *one;
        }
        return begun;
    }

private:
    Result<int> look(const FacilityId &facility, const PatientId &id)
    {
        const auto patient = storage::PatientRepository(m_db).patient(id, facility);
        if (!patient)
            return failed(patient);
        if (!patient->abhaAddress || !patient->abhaVerifiedAt.isSet())
            return 0;
        const auto token = storage::ConsentRepository(m_db).linkToken(facility, *patient->abhaAddress, m_now, 0ms);
        if (!token)
            return failed(token);
        if (!*token || (*token)->expiresAt > m_now + lastWeek)
            return 0;
        return begin(facility, id, (*token)->expiresAt);
    }

    Result<int> begin(const FacilityId &facility, const PatientId &patient, UtcTime oldExpiresAt)
    {
        storage::Transaction transaction(m_db);
        if (!transaction.begun())
            return failed(transaction.begun());
        storage::FlowRow row;
        row.id = m_ids.next<FlowId>();
        row.kind = flow_kind::tokenRenewal.toString();
        row.key = facility.value() + u'/' + patient.value() + u'/' + QString::number(oldExpiresAt.ms());
        row.facility = facility;
        row.patient = patient;
        row.state = tokenRenewalStart(oldExpiresAt);
        row.createdAt = row.updatedAt = m_now;
        storage::FlowRepository flows(m_db);
        const auto known = flows.byKey(row.kind, row.key);
        if (known)
            return 0;
        if (known.error().kind != ErrorKind::NotFound)
            return failed(known);
        if (const auto inserted = flows.insert(row); !inserted)
            return failed(inserted);
        storage::InboxMessage start;
        start.source = u"clinic"_s;
        start.route = flow_event::start.toString();
        start.request = m_ids.next<RequestId>();
        start.facility = facility;
        start.flow = row.id;
        start.body = "{}";
        start.receivedAt = m_now;
        if (const auto put = storage::Inbox(m_db).put(start); !put)
            return failed(put);
        if (const auto committed = transaction.commit(); !committed)
            return failed(committed);
        return 1;
    }

    storage::Connection &m_db;
    IdSource &m_ids;
    UtcTime m_now;
};

}

Result<int> beginTokenRenewals(storage::Connection &db, const Clock &clock, IdSource &ids)
{
    const auto facilities = storage::FacilityRepository(db).facilities();
    if (!facilities)
        return failed(facilities);
    TokenWatch watch(db, ids, clock.now());
    int begun = 0;
    for (const auto &facility : *facilities) {
        const auto here = watch.run(facility.id);
        if (!here)
            return failed(here);
        begun += *here;
    }
    return begun;
}

}
