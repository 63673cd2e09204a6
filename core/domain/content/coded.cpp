#include "domain/content/coded.h"

#include "domain/words.h"

#include <algorithm>

namespace nadi
{
namespace
{

constexpr std::array systems{
    Word<CodeSystem>{CodeSystem::Snomed, QLatin1String("snomed")},
    Word<CodeSystem>{CodeSystem::Loinc, QLatin1String("loinc")},
    Word<CodeSystem>{CodeSystem::Icd10, QLatin1String("icd10")},
    Word<CodeSystem>{CodeSystem::Namaste, QLatin1String("namaste")},
    Word<CodeSystem>{CodeSystem::Siddha, QLatin1String("siddha")},
    Word<CodeSystem>{CodeSystem::Unani, QLatin1String("unani")},
    Word<CodeSystem>{CodeSystem::Icd11Tm2, QLatin1String("icd11-tm2")},
};

}

std::optional<Code> codeIn(const Coded &what, CodeSystem system)
{
    const auto found = std::ranges::find(what.codes, system, &Code::system);
    return found == what.codes.end() ? std::nullopt : std::optional(*found);
}

QString toWord(CodeSystem system)
{
    return wordOf(systems, system);
}

std::optional<CodeSystem> codeSystemFromWord(QStringView word)
{
    return valueOf(systems, word);
}

}
