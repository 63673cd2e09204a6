#include "sandbox/user_link.h"

#include <algorithm>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr int mostOfOneType = 20;

QJsonObject identifier(const QString &type, const QString &value)
{
    return {{u"type"_s, type}, {u"value"_s, value}};
}

QString dashed(const QString &digits)
{
    return u"%1-%2-%3-%4"_s.arg(digits.left(2), digits.mid(2, 4), digits.mid(6, 4), digits.mid(10));
}

Answer wrongReply()
{
    return Answer::refused(400, "ABDM-1015", u"Invalid response id"_s);
}

bool isFailure(RecordSearch &search, const Call &call)
{
    const auto error = call.body[u"error"].toObject();
    if (error.isEmpty())
        return false;
    search.code = error[u"code"].toString();
    return true;
}
}

QString UserLinks::find(const Question &question)
{
    const auto *person = m_parts.people.byAddress(question.address);
    if (!person || !person->active || m_parts.registry.clientOf(question.hip).isEmpty())
        return {};
    RecordSearch search;
    search.id = m_parts.ids.uuid();
    search.address = person->abhaAddress;
    search.hip = question.hip;
    search.at = m_parts.clock.now();
    search.state = u"searching"_s;
    search.awaiting = u"discover"_s;
    m_searches.insert(search.id, search);

    QJsonArray vouched;
    if (question.vouched) {
        // With and without the country's code, dashed and plain (5.1).
        vouched << identifier(u"MOBILE"_s, (m_parts.tempo.roll(2) ? u"+91-"_s : QString()) + person->mobile);
        if (person->hasAbhaNumber())
            vouched << identifier(
                u"ABHA_NUMBER"_s, m_parts.tempo.roll(2) ? dashed(person->abhaNumber) : person->abhaNumber);
    }
    QJsonArray typed;
    if (!question.recordNumber.isEmpty())
        typed << identifier(u"MR"_s, question.recordNumber);
    const int year = person->yearOfBirth + question.yearsOff;
    QJsonObject patient{{u"id"_s, person->abhaAddress}, {u"verifiedIdentifiers"_s, vouched}, {u"name"_s, person->name},
        {u"gender"_s, person->gender},
        {u"yearOfBirth"_s, m_parts.tempo.roll(2) ? QJsonValue(year) : QJsonValue(QString::number(year))}};
    patient.insert(u"unverifiedIdentifiers"_s, typed.isEmpty() ? QJsonValue() : QJsonValue(typed));
    m_parts.callbacks.send({u"/api/v3/hip/patient/care-context/discover"_s, search.hip,
                               {{u"transactionId"_s, search.id}, {u"patient"_s, patient}}, u"discover:"_s + search.id},
        m_parts.tempo.between(100ms, 300ms));
    return search.id;
}

bool UserLinks::choose(const QString &id, const QStringList &careContexts)
{
    const auto search = m_searches.find(id);
    const auto mayChoose = search != m_searches.end() && (search->state == u"found"_s || search->state == u"code"_s);
    if (!mayChoose || careContexts.isEmpty())
        return false;
    QJsonArray groups;
    for (const auto &link : std::as_const(search->found))
        if (careContexts.contains(link.careContext))
            groups << QJsonObject{{u"referenceNumber"_s, link.patientReference},
                {u"careContexts"_s, QJsonArray{QJsonObject{{u"referenceNumber"_s, link.careContext}}}},
                {u"hiType"_s, link.hiType}, {u"count"_s, 1}};
    if (groups.isEmpty())
        return false;
    search->state = u"choosing"_s;
    search->awaiting = u"init"_s;
    search->chosen = careContexts;
    search->code.clear();
    m_parts.callbacks.send(
        {u"/api/v3/hip/link/care-context/init"_s, search->hip,
            {{u"transactionId"_s, id}, {u"abhaAddress"_s, search->address}, {u"patient"_s, groups}}, u"init:"_s + id},
        m_parts.tempo.between(100ms, 300ms));
    return true;
}

bool UserLinks::type(const QString &id, const QString &code)
{
    const auto search = m_searches.find(id);
    if (search == m_searches.end() || search->state != u"code"_s)
        return false;
    search->state = u"typing"_s;
    search->awaiting = u"confirm"_s;
    search->code.clear();
    // As text or as a number that loses its leading zeros (5.4).
    const auto token = m_parts.tempo.roll(2) ? QJsonValue(code) : QJsonValue(code.toInt());
    m_parts.callbacks.send(
        {u"/api/v3/hip/link/care-context/confirm"_s, search->hip,
            {{u"requestId"_s, QJsonValue::Null}, {u"timestamp"_s, QJsonValue::Null},
                {u"confirmation"_s, QJsonObject{{u"token"_s, token}, {u"linkRefNumber"_s, search->linkReference}}}},
            u"confirm:"_s + id},
        m_parts.tempo.between(100ms, 300ms));
    return true;
}

RecordSearch *UserLinks::answeredBy(const Call &call, QStringView about)
{
    const auto subject = m_parts.callbacks.subjectOf(call.body[u"response"][u"requestId"].toString());
    if (!subject || !subject->startsWith(about) || subject->at(about.size()) != u':')
        return nullptr;
    const auto found = m_searches.find(subject->mid(about.size() + 1));
    return found != m_searches.end() && m_parts.registry.serves(call.client, found->hip) ? &*found : nullptr;
}

std::optional<Answer> UserLinks::groupFault(const Call &call)
{
    for (const auto &group : call.body[u"patient"].toArray()) {
        const auto count = group[u"careContexts"].toArray().size();
        if (group[u"count"].toInt() != count || count < 1 || count > mostOfOneType)
            return Answer::refused(400, "ABDM-1059", u"Invalid count"_s);
        if (group[u"referenceNumber"].toString().isEmpty())
            return Answer::refused(400, "ABDM-1060", u"Invalid patient reference"_s);
        if (group[u"display"].toString().isEmpty())
            return Answer::refused(400, "ABDM-1061", u"Invalid display"_s);
    }
    return std::nullopt;
}

QList<Link> UserLinks::linksIn(const Call &call, const RecordSearch &search) const
{
    QList<Link> out;
    for (const auto &group : call.body[u"patient"].toArray())
        for (const auto &context : group[u"careContexts"].toArray())
            out << Link{search.hip, search.address, group[u"referenceNumber"].toString(),
                context[u"referenceNumber"].toString(), context[u"display"].toString(), group[u"hiType"].toString(),
                m_parts.clock.now(), UtcTime(), false};
    return out;
}

Answer UserLinks::onDiscover(const Call &call)
{
    auto *search = answeredBy(call, u"discover");
    if (!search)
        return wrongReply();
    if (call.body[u"transactionId"].toString() != search->id)
        return Answer::refused(400, "ABDM-9999", u"Invalid transaction id"_s);
    if (search->awaiting != u"discover"_s)
        return Answer::refused(400, "ABDM-1106", u"Duplicate on discover request"_s);
    if (isFailure(*search, call)) {
        search->state = u"failed"_s;
        search->awaiting.clear();
        return Answer::accepted();
    }
    if (const auto fault = groupFault(call))
        return *fault;
    if (call.body[u"matchedBy"].toArray().isEmpty() || call.body[u"patient"].toArray().isEmpty())
        return Answer::refused(400, "ABDM-1109", u"Invalid on discover response"_s);
    const auto found = linksIn(call, *search);
    QSet<QString> people;
    for (const auto &link : found) {
        people.insert(link.patientReference);
        if (m_parts.app.find(link.hip, link.address, link.careContext, link.hiType))
            return Answer::refused(400, "ABDM-1056", u"This care contexts has been already linked"_s);
    }
    if (people.size() > 1)
        return Answer::refused(400, "ABDM-1109", u"More than one patient"_s);
    search->found = found;
    search->state = u"found"_s;
    search->awaiting.clear();
    m_parts.memory.effect(u"discovered:"_s + search->hip + u'|' + search->address);
    return Answer::accepted();
}

Answer UserLinks::onInit(const Call &call)
{
    auto *search = answeredBy(call, u"init");
    if (!search)
        return wrongReply();
    if (search->awaiting != u"init"_s)
        return Answer::refused(400, "ABDM-1107", u"Duplicate on init request"_s);
    if (isFailure(*search, call)) {
        search->state = u"found"_s;
        search->awaiting.clear();
        return Answer::accepted();
    }
    const auto link = call.body[u"link"].toObject();
    const auto expiry = UtcTime::parse(link[u"meta"][u"communicationExpiry"].toString());
    if (!expiry || *expiry <= m_parts.clock.now())
        return Answer::refused(400, "ABDM-9999", u"Invalid communication expiry date"_s);
    if (link[u"authenticationType"].toString().isEmpty())
        return Answer::refused(400, "ABDM-9999", u"Invalid authentication type"_s);
    search->linkReference = link[u"referenceNumber"].toString();
    search->hint = link[u"meta"][u"communicationHint"].toString();
    search->codeExpires = *expiry;
    search->state = u"code"_s;
    search->awaiting.clear();
    return Answer::accepted();
}

Answer UserLinks::onConfirm(const Call &call)
{
    auto *search = answeredBy(call, u"confirm");
    if (!search)
        return wrongReply();
    if (search->awaiting != u"confirm"_s)
        return Answer::refused(400, "ABDM-1108", u"Duplicate on confirm request"_s);
    search->awaiting.clear();
    if (isFailure(*search, call)) {
        search->state = u"code"_s; // the app lets the person type again
        return Answer::accepted();
    }
    if (const auto fault = groupFault(call))
        return *fault;
    const auto linked = linksIn(call, *search);
    const bool asChosen = linked.size() == search->chosen.size()
        && std::ranges::all_of(linked, [&](const Link &link) { return search->chosen.contains(link.careContext); });
    if (!asChosen)
        return Answer::refused(400, "ABDM-1057", u"Invalid Care Contexts"_s);
    const auto *person = m_parts.people.byAddress(search->address);
    const bool fetches = person && person->autoConsent;
    for (auto link : linked) {
        link.fetched = fetches;
        m_parts.app.link(link);
        m_parts.memory.effect(u"link:%1|%2|%3"_s.arg(link.hip, link.address, link.careContext));
    }
    search->state = u"linked"_s;
    if (fetches)
        m_linked(*person, linked, 0ms);
    return Answer::accepted();
}

QJsonArray UserLinks::of(const QString &address) const
{
    QList<RecordSearch> mine;
    for (const auto &search : m_searches)
        if (search.address == address)
            mine.append(search);
    std::ranges::stable_sort(mine, [](const auto &a, const auto &b) { return a.at > b.at; });
    QJsonArray out;
    for (const auto &search : std::as_const(mine)) {
        QJsonArray found;
        for (const auto &link : search.found)
            found << QJsonObject{{u"careContext"_s, link.careContext}, {u"display"_s, link.display},
                {u"hiType"_s, link.hiType},
                {u"linked"_s, search.state == u"linked"_s && search.chosen.contains(link.careContext)}};
        out << QJsonObject{{u"search"_s, search.id}, {u"hip"_s, search.hip},
            {u"from"_s, m_parts.registry.nameOf(search.hip)}, {u"at"_s, search.at.toIso()}, {u"state"_s, search.state},
            {u"code"_s, search.code}, {u"hint"_s, search.hint}, {u"found"_s, found}};
    }
    return out;
}

}
