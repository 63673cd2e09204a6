#include "linking_oracle.h"

#include <QJsonDocument>

#include <algorithm>
#include <chrono>

namespace nadi::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int codesOfOneConversation = 3; // B41
constexpr int codesOfOneDay = 5;

}

void LinkingOracle::answered(const QString &request, const QJsonObject &body)
{
    const auto first = m_answers.constFind(request);
    if (first == m_answers.constEnd())
        m_answers.insert(request, body);
    else if (*first != body)
        defects << u"answered twice, differently: "_s + request;
    if (QJsonDocument(body).toJson().contains("******") && body.contains(u"error"))
        defects << u"a refusal that names a phone: "_s + request;
}

void LinkingOracle::codeOrdered(const QString &reference, const QString &address, UtcTime now)
{
    auto &link = m_links[reference];
    link.inForce.clear();
    if (++link.codes > codesOfOneConversation)
        defects << u"too many codes in one conversation: "_s + reference;
    auto &codes = m_codesOf[address];
    codes << now;
    if (std::ranges::count_if(codes, [&](UtcTime at) { return now - at < 24h; }) > codesOfOneDay)
        defects << u"too many codes in one day: "_s + reference;
}

void LinkingOracle::codeInForce(const QString &reference, UtcTime until)
{
    auto &link = m_links[reference];
    link.inForce = link.sent;
    link.until = until;
    link.wrong = 0;
}

bool LinkingOracle::isRight(const Link &link, const QByteArray &digits, UtcTime now) const
{
    return !link.inForce.isEmpty() && digits == link.inForce && now < link.until && link.wrong < m_tries;
}

void LinkingOracle::typed(const QString &reference, const QByteArray &digits, UtcTime now, const QStringList &contexts)
{
    auto &link = m_links[reference];
    const bool right = isRight(link, digits, now);
    if (contexts.isEmpty() == right)
        defects << (right ? u"a right code was refused: "_s : u"a wrong code was taken: "_s) + reference;
    for (const auto &context : contexts)
        if (m_owner.value(context, -1) != m_asker.value(reference, -2))
            defects << u"somebody else's context was given away: "_s + context;
    if (right) {
        rightAgain += link.confirmed;
        link.confirmed = true;
        return;
    }
    ++refusedCodes;
    expiredCodes += !link.inForce.isEmpty() && digits == link.inForce && now >= link.until;
    const bool counts = !link.inForce.isEmpty() && digits != link.inForce && now < link.until && !link.confirmed;
    if (counts && link.wrong < m_tries && ++link.wrong == m_tries)
        ++deadCodes;
}

void LinkingOracle::linked(const QString &reference, const QString &context)
{
    ++links;
    m_links[reference].linked = true;
    m_linked.insert(context);
    if (!m_links[reference].confirmed)
        defects << u"linked without a right code: "_s + context;
    if (m_owner.value(context, -1) != m_asker.value(reference, -2))
        defects << u"linked to another person: "_s + context;
}

void LinkingOracle::refused(const QString &reference)
{
    auto &link = m_links[reference];
    if (--link.onTheWay == 0 && !link.taken)
        link.inForce.clear();
}

void LinkingOracle::finish()
{
    for (auto link = m_links.cbegin(); link != m_links.cend(); ++link)
        if (link->taken != link->linked)
            defects << u"the network and the clinic disagree: "_s + link.key();
}

}
