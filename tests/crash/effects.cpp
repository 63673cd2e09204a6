#include "crash/effects.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{
constexpr QLatin1String pageAgain("page-again:");
constexpr QLatin1String openedAgain("opened-again:");
constexpr QLatin1String contextNotify("context-notify:");

/// Statements, not deeds: "this page", "there is something new here". Heard twice they change nothing.
bool mayBeSaidAgain(const QString &key)
{
    return key.startsWith(pageAgain) || key.startsWith(openedAgain) || key.startsWith(contextNotify);
}
}

Effects::Effects(Control &control, FacilityId facility)
    : m_facility(std::move(facility))
    , m_effects(control.read(u"effects"_s).toObject())
{
    QSet<QString> requests;
    for (const auto &call : control.read(u"calls"_s).toArray()) {
        m_linkCalls += call[u"path"].toString().endsWith(u"/link/carecontext");
        const auto request = call[u"requestId"].toString();
        if (request.isEmpty())
            continue;
        m_repeatedRequests += requests.contains(request);
        requests.insert(request);
    }
}

QStringList Effects::notOnce() const
{
    QStringList wrong;
    for (auto it = m_effects.begin(); it != m_effects.end(); ++it)
        if (it.value().toInt() != 1 && !mayBeSaidAgain(it.key()))
            wrong << u"%1: %2"_s.arg(it.key()).arg(it.value().toInt());
    return wrong;
}

int Effects::times(const char *effect, const QString &address, const CareContextRef &context) const
{
    return m_effects[u"%1:%2|%3|%4"_s.arg(QLatin1String(effect), m_facility.value(), address, context.value())].toInt();
}

int Effects::linked(const QString &address, const CareContextRef &context) const
{
    return times("link", address, context);
}

int Effects::opened(const QString &address, const CareContextRef &context) const
{
    return times("opened", address, context);
}

int Effects::saidAgain() const
{
    int times = announcedAgain();
    for (auto it = m_effects.begin(); it != m_effects.end(); ++it)
        times += it.key().startsWith(pageAgain) ? it.value().toInt() : 0;
    return times;
}

int Effects::announcedAgain() const
{
    int times = 0;
    for (auto it = m_effects.begin(); it != m_effects.end(); ++it)
        times += it.key().startsWith(contextNotify) ? it.value().toInt() - 1 : 0;
    return times;
}

int Effects::careContexts() const
{
    const auto keys = m_effects.keys();
    return int(std::ranges::count_if(keys, [](const QString &key) { return key.startsWith(u"link:"); }));
}

}
