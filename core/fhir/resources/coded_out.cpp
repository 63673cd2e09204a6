#include "fhir/resources/coded_out.h"

#include <QRegularExpression>

#include <algorithm>

namespace nadi::fhir
{
namespace
{
/// As each owner shapes its codes; a typing slip or text in the place of a code is found here.
bool hasShape(const Code &code)
{
    static const QRegularExpression snomed(QStringLiteral("\\A[1-9][0-9]{5,17}\\z"));
    static const QRegularExpression loinc(QStringLiteral("\\A[0-9]{1,7}-[0-9]\\z"));
    static const QRegularExpression other(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9.()/&-]{0,39}\\z"));
    const auto &pattern = code.system == CodeSystem::Snomed ? snomed : code.system == CodeSystem::Loinc ? loinc : other;
    return pattern.match(code.code).hasMatch();
}
}

bool isIn(Systems systems, CodeSystem system)
{
    return std::ranges::find(systems, system) != systems.end();
}

QString wordsOf(const Coded &what, Systems systems)
{
    auto words = cleanText(what.text);
    if (words.isEmpty() && !what.codes.isEmpty())
        words = cleanText(what.codes.first().display);
    QStringList others;
    for (const auto &code : what.codes)
        if (!isIn(systems, code.system))
            others += code.code;
    return others.isEmpty() ? words : words + QStringLiteral(" [%1]").arg(others.join(QStringLiteral(", ")));
}

void writeCoded(JsonOut &out, const Coded &what, Systems systems)
{
    const auto isAllowed = [&](const Code &code) { return isIn(systems, code.system); };
    if (std::ranges::any_of(what.codes, isAllowed))
        out.array("coding", [&] {
            for (const auto &code : what.codes)
                if (isAllowed(code))
                    out.object([&] {
                        out.word("system", guide::uriOf(code.system));
                        out.text("code", code.code);
                        out.text("display", code.display);
                    });
        });
    out.text("text", wordsOf(what, systems));
}

void writeCoded(JsonOut &out, std::string_view key, const Coded &what, Systems systems)
{
    if (!what.isEmpty())
        out.object(key, [&] { writeCoded(out, what, systems); });
}

void writeCodedList(JsonOut &out, std::string_view key, const Coded &what, Systems systems)
{
    if (!what.isEmpty())
        out.only(key, [&] { writeCoded(out, what, systems); });
}

bool isWritable(const Coded &what)
{
    return std::ranges::all_of(what.codes, [](const Code &code) { return hasShape(code) && !isBlank(code.display); })
        && !isBlank(wordsOf(what, anySystem));
}

bool isWritableOrEmpty(const Coded &what)
{
    return what.isEmpty() || isWritable(what);
}

}
