#include "bridge/upkeep.h"

#include "common/log.h"
#include "common/utc_time.h"
#include "storage/audit_heads.h"
#include "storage/audit_retention.h"
#include "storage/discovery_repository.h"
#include "storage/inbox.h"
#include "storage/meta.h"
#include "storage/share_repository.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr auto dedupeMemory = 24h * 7; // S-C6
constexpr auto shareMemory = 24h * 7; // a profile that nobody attached is of no use to the clinic after that
constexpr auto shelfTime = 24h * 30; // users-and-journeys.md section 11: terminal plus 30 days

const Actor self{UserId(u"bridge"_s), Role::System};

}

Upkeep::Upkeep(storage::Connection &db, const Settings &settings, const Clock &clock)
    : m_db(db)
    , m_clock(clock)
    , m_keepYears(int(settings.integer(u"audit.keepYears"_s)))
    , m_headFolder(settings.text(u"audit.headFolder"_s))
{
}

Done Upkeep::look()
{
    Done outcome;
    for (const auto task : {&Upkeep::forgetCallbacks, &Upkeep::forgetShares, &Upkeep::forgetDiscoveries,
             &Upkeep::purgeTrail, &Upkeep::keepHead})
        if (auto done = (this->*task)(); !done && outcome)
            outcome = std::move(done);
    return outcome;
}

Done Upkeep::forgetCallbacks()
{
    const auto now = m_clock.now();
    const auto purged = storage::Inbox(m_db).purge(now - dedupeMemory, now - shelfTime);
    return purged ? Done() : failed(purged);
}

Done Upkeep::forgetShares()
{
    const auto purged = storage::ShareRepository(m_db).purge(m_clock.now() - shareMemory);
    return purged ? Done() : failed(purged);
}

Done Upkeep::forgetDiscoveries()
{
    const auto now = m_clock.now();
    const auto purged = storage::DiscoveryRepository(m_db).purge(now - dedupeMemory, now - shelfTime);
    return purged ? Done() : failed(purged);
}

Done Upkeep::purgeTrail()
{
    const auto now = m_clock.now();
    const auto today = now.toDateTime().date();
    if (m_purged == today)
        return {};
    // A clock that ran ahead would take what the law keeps (S-M4).
    const auto skew = storage::Meta(m_db).value(storage::metaClockSkewSeconds);
    if (!skew)
        return failed(skew);
    if (skew->toLongLong() != 0)
        return {};
    const auto purged = storage::AuditRetention(m_db).purge(m_keepYears, self, now);
    if (!purged)
        return failed(purged);
    if (*purged > 0)
        qCInfo(lcBridge) << "audit trail:" << *purged << "events purged after" << m_keepYears << "years";
    m_purged = today;
    return {};
}

Done Upkeep::keepHead()
{
    const auto now = m_clock.now();
    const auto today = now.toDateTime().date();
    if (m_headFolder.isEmpty() || m_kept == today)
        return {};
    const auto last = storage::headKeptAt(m_db);
    if (!last)
        return failed(last);
    // After a restart of the bridge: once a day is once a day.
    if (!last->isSet() || last->toDateTime().date() != today)
        if (auto done = storage::keepHead(m_db, m_headFolder, now); !done)
            return done;
    m_kept = today;
    return {};
}

}
