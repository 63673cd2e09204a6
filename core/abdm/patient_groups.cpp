#include "abdm/patient_groups.h"

#include <algorithm>

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

QJsonObject group(const PatientContexts &patient, HiType type)
{
    QJsonArray contexts;
    for (const auto &context : patient.contexts)
        if (context.hiType == type)
            contexts.append(QJsonObject{
                {QStringLiteral("referenceNumber"), context.reference.value()},
                {QStringLiteral("display"), plainDisplay(context.display, context.reference.value())},
            });
    return {
        {QStringLiteral("referenceNumber"), patient.reference},
        {QStringLiteral("display"), plainDisplay(patient.display, patient.reference)},
        {QStringLiteral("careContexts"), contexts},
        {QStringLiteral("hiType"), toWire(type)},
        {QStringLiteral("count"), contexts.size()},
    };
}
}

QJsonArray patientGroups(const PatientContexts &patient)
{
    QList<HiType> types;
    for (const auto &context : patient.contexts)
        if (!types.contains(context.hiType))
            types.append(context.hiType);
    QJsonArray out;
    for (const auto type : types)
        out.append(group(patient, type));
    return out;
}

}
