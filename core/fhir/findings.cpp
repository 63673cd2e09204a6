#include "fhir/findings.h"

#include <algorithm>

namespace nadi::fhir
{
namespace
{
QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

bool isWord(std::string_view name)
{
    return name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '['
            || c == ']' || c == ':';
    });
}
}

QString Place::text() const
{
    QString text = parent ? parent->text() + u'.' : QString();
    text += isWord(name) ? latin(name) : QStringLiteral("?");
    if (index >= 0)
        text += u'[' + QString::number(index) + u']';
    return text;
}

void Findings::add(Severity severity, const QString &place, std::string_view rule, std::string_view message)
{
    auto &count = severity == Severity::Error ? m_errors : m_warnings;
    if (count < most && ++count)
        m_list.append({severity, place, latin(rule), latin(message)});
}

}
