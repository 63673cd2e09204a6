#include "abdm/calls.h"

#include <QJsonArray>

namespace nadi::abdm
{
namespace
{
/// 4.2: one character outside this set refuses the whole request with ABDM-9999.
QString plainDisplay(const QString &text, const QString &fallback)
{
    static constexpr QStringView marks = u"_-@,. \"':|()/";
    QString out;
    for (const auto c : text) {
        if (c.unicode() < 128 && (c.isLetterOrNumber() || marks.contains(c)))
            out += c;
        else if (c.category() == QChar::Punctuation_Dash)
            out += u'-';
    }
    const bool holdsName = std::any_of(out.cbegin(), out.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    return holdsName ? out.simplified().left(255) : fallback;
}

QJsonObject patientGroup(const LinkCareContext &call, HiType type)
{
    QJsonArray contexts;
    for (const auto &context : call.contexts)
        if (context.hiType == type)
            contexts.append(QJsonObject{
                {QStringLiteral("referenceNumber"), context.reference.value()},
                {QStringLiteral("display"), plainDisplay(context.display, context.reference.value())},
            });
    return {
        {QStringLiteral("referenceNumber"), call.patientReference},
        {QStringLiteral("display"), plainDisplay(call.patientDisplay, call.patientReference)},
        {QStringLiteral("careContexts"), contexts},
        {QStringLiteral("hiType"), toWire(type)},
        {QStringLiteral("count"), contexts.size()},
    };
}

QJsonObject idOnly(const QString &id)
{
    return {{QStringLiteral("id"), id}};
}
}

QJsonObject GenerateToken::body() const
{
    QJsonObject out{
        {QStringLiteral("abhaAddress"), abhaAddress.value()},
        {QStringLiteral("name"), name},
        {QStringLiteral("gender"), toWire(gender)},
        {QStringLiteral("yearOfBirth"), yearOfBirth},
    };
    // A JSON number here, a digit string in link/carecontext: the contract differs between the two calls (4.1, 4.2).
    if (abhaNumber)
        out.insert(QStringLiteral("abhaNumber"), abhaNumber->digits().toLongLong());
    return out;
}

QJsonObject LinkCareContext::body() const
{
    QList<HiType> types;
    for (const auto &context : contexts)
        if (!types.contains(context.hiType))
            types.append(context.hiType);
    QJsonArray patient;
    for (const auto type : types)
        patient.append(patientGroup(*this, type));
    QJsonObject out{
        {QStringLiteral("abhaAddress"), abhaAddress.value()},
        {QStringLiteral("patient"), patient},
    };
    if (abhaNumber)
        out.insert(QStringLiteral("abhaNumber"), abhaNumber->digits());
    return out;
}

QJsonObject ContextNotify::body() const
{
    const QJsonObject notification{
        {QStringLiteral("patient"), idOnly(abhaAddress.value())},
        {QStringLiteral("careContext"),
            QJsonObject{
                {QStringLiteral("patientReference"), patientReference},
                {QStringLiteral("careContextReference"), careContext.value()},
            }},
        {QStringLiteral("hiTypes"), QJsonArray{toWire(hiType)}},
        {QStringLiteral("date"), date.toIso()},
        {QStringLiteral("hip"), idOnly(hip.value())},
    };
    return {{QStringLiteral("notification"), notification}};
}

QJsonObject SmsNotify::body() const
{
    const QJsonObject notification{
        {QStringLiteral("phoneNo"), phoneNo},
        {QStringLiteral("hip"), QJsonObject{{QStringLiteral("name"), hipName}, {QStringLiteral("id"), hip.value()}}},
    };
    return {{QStringLiteral("notification"), notification}};
}

}
