#include "sandbox/abha/transactions.h"

namespace nadi::sandbox::abha
{
using namespace std::chrono_literals;

namespace
{
constexpr auto life = 30min;
}

Transaction &Transactions::begin(Flow flow)
{
    m_byId.removeIf([now = m_clock.now()](const auto &entry) { return now - entry.value().begun > life; });
    Transaction fresh;
    fresh.id = m_ids.uuid();
    fresh.flow = flow;
    fresh.begun = m_clock.now();
    return *m_byId.insert(fresh.id, fresh);
}

Transaction *Transactions::find(const QString &id)
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() || m_clock.now() - found->begun > life ? nullptr : &*found;
}

Transaction &Transactions::renew(const QString &id)
{
    auto moved = m_byId.take(id);
    moved.id = m_ids.uuid();
    return *m_byId.insert(moved.id, moved);
}

}
