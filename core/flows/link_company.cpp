#include "flows/link_company.h"

#include <QJsonArray>
#include <QSet>

namespace nadi::flows
{
namespace
{

using namespace Qt::StringLiterals;

QJsonArray elementsOf(const QueuedLink &link)
{
    return link.body.value("patient"_L1).toArray();
}

/// Whose link it is: these must be the same for the token and for the file the contexts are shown under.
QStringList personOf(const QueuedLink &link)
{
    const auto elements = elementsOf(link);
    const auto file = elements.isEmpty() ? QJsonValue() : elements.first()["referenceNumber"_L1];
    return {link.body.value("abhaAddress"_L1).toString(), link.body.value("abhaNumber"_L1).toString(), file.toString()};
}

using Named = std::pair<QString, QString>; ///< HI type, care context

QSet<Named> contextsOf(const QueuedLink &link)
{
    QSet<Named> out;
    for (const auto &element : elementsOf(link))
        for (const auto &context : element["careContexts"_L1].toArray())
            out.insert({element["hiType"_L1].toString(), context["referenceNumber"_L1].toString()});
    return out;
}

/// The element with the contexts of `more` that it does not have yet.
QJsonObject joined(QJsonObject element, const QJsonValue &more)
{
    auto contexts = element.value("careContexts"_L1).toArray();
    for (const auto &context : more["careContexts"_L1].toArray()) {
        const auto same
            = [&](const QJsonValue &there) { return there["referenceNumber"_L1] == context["referenceNumber"_L1]; };
        if (std::none_of(contexts.begin(), contexts.end(), same))
            contexts.append(context);
    }
    element["count"_L1] = contexts.size();
    element["careContexts"_L1] = contexts;
    return element;
}

}

qsizetype leavingTogether(const QList<QueuedLink> &queue)
{
    if (queue.isEmpty() || queue.first().alone)
        return std::min<qsizetype>(queue.size(), 1);
    auto contexts = contextsOf(queue.first());
    qsizetype count = 1;
    for (; count < queue.size(); ++count) {
        const auto &next = queue[count];
        const auto all = contexts + contextsOf(next);
        if (next.alone || personOf(next) != personOf(queue.first()) || all.size() > contextsPerCall)
            break;
        contexts = all;
    }
    return count;
}

QJsonObject linkTogether(const QList<QueuedLink> &links)
{
    if (links.isEmpty())
        return {};
    auto body = links.first().body;
    QJsonArray elements;
    for (const auto &link : links)
        for (const auto &more : elementsOf(link)) {
            const auto there = std::find_if(elements.begin(), elements.end(),
                [&](const QJsonValue &element) { return element["hiType"_L1] == more["hiType"_L1]; });
            if (there == elements.end())
                elements.append(more);
            else
                *there = joined(there->toObject(), more);
        }
    body["patient"_L1] = elements;
    return body;
}

}
