#include "sandbox/ending.h"

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
const QString subject = u"ending:"_s;
}

bool Ending::tell(const QString &address, const QString &status)
{
    auto *person = m_parts.people.byAddress(address);
    if (!person)
        return false;
    person->active = status == u"ACTIVE"_s;
    person->deleted = status == u"DELETED"_s;
    QSet<QString> facilities;
    for (const auto &link : m_parts.app.links())
        if (link.address == person->abhaAddress)
            facilities.insert(link.hip);
    for (const auto &hip : std::as_const(facilities))
        m_parts.callbacks.send(
            {u"/api/v3/patients/status/notify"_s, hip,
                {{u"notification"_s, QJsonObject{{u"status"_s, status}, {u"abhaAddress"_s, person->abhaAddress}}}},
                subject + hip + u'|' + person->abhaAddress},
            m_parts.tempo.between(100ms, 300ms));
    return true;
}

Answer Ending::onDeactivate(const Call &call)
{
    const auto about = m_parts.callbacks.subjectOf(call.body[u"response"][u"requestId"].toString());
    if (!about || !about->startsWith(subject))
        return Answer::refused(400, "ABDM-1015", u"Invalid response id"_s);
    const auto hip = about->mid(subject.size()).section(u'|', 0, 0);
    if (!m_parts.registry.serves(call.client, hip))
        return Answer::refused(400, "ABDM-1035", u"Invalid HIP"_s);
    m_acknowledged.insert({about->section(u'|', 1), hip});
    return Answer::accepted();
}

QStringList Ending::acknowledged(const QString &address) const
{
    QStringList out;
    for (const auto &[who, hip] : m_acknowledged)
        if (who == address)
            out << hip;
    std::sort(out.begin(), out.end());
    return out;
}

}
