#include "clinic/list_reading.h"

#include "storage/audit_trail.h"

#include <array>

namespace nadi::clinic
{
namespace
{

constexpr std::array words{
    std::pair{List::DayBoard, "day-board"},
    std::pair{List::Attention, "attention"},
    std::pair{List::Search, "search"},
};

}

QString toWord(List list)
{
    for (const auto &[value, word] : words)
        if (value == list)
            return QString::fromLatin1(word);
    return {};
}

Done ListReading::note(Work &work, const FacilityId &facility, const QList<PatientId> &shown)
{
    const auto now = work.clock.now();
    if (const auto day = now.toDateTime().date(); day != m_day || work.actor.user != m_user) {
        m_seen.clear();
        m_day = day;
        m_user = work.actor.user;
    }
    const auto fresh = QSet<PatientId>(shown.begin(), shown.end()).subtract(m_seen);
    if (fresh.isEmpty())
        return {};
    storage::AuditEvent event;
    event.actor = work.actor;
    event.action = QStringLiteral("patient.list");
    event.subject = toWord(m_list);
    event.facility = facility;
    event.reason = QString::number(fresh.size());
    event.at = now;
    if (auto done = storage::AuditTrail(work.db).append(event); !done)
        return done;
    m_seen.unite(fresh);
    return {};
}

}
