#include "terminology/term_scope.h"

#include "domain/words.h"

#include <QStringList>

#include <algorithm>

namespace nadi::terminology
{
namespace
{

constexpr std::array scopes{
    Word<TermScope>{TermScope::Complaint, QLatin1String("complaint")},
    Word<TermScope>{TermScope::Diagnosis, QLatin1String("diagnosis")},
    Word<TermScope>{TermScope::AyushDiagnosis, QLatin1String("ayush-diagnosis")},
    Word<TermScope>{TermScope::LabTest, QLatin1String("lab-test")},
    Word<TermScope>{TermScope::Imaging, QLatin1String("imaging")},
    Word<TermScope>{TermScope::Observation, QLatin1String("observation")},
    Word<TermScope>{TermScope::Medicine, QLatin1String("medicine")},
    Word<TermScope>{TermScope::Vaccine, QLatin1String("vaccine")},
    Word<TermScope>{TermScope::Allergy, QLatin1String("allergy")},
    Word<TermScope>{TermScope::Procedure, QLatin1String("procedure")},
    Word<TermScope>{TermScope::Dosing, QLatin1String("dosing")},
    Word<TermScope>{TermScope::Specimen, QLatin1String("specimen")},
    Word<TermScope>{TermScope::Anything, QLatin1String("anything")},
};

}

QList<CodeSystem> systemsFor(TermScope scope)
{
    using enum CodeSystem;
    switch (scope) {
    case TermScope::Complaint:
    case TermScope::Diagnosis:
        return {Icd10, Snomed, Namaste, Siddha, Unani};
    case TermScope::AyushDiagnosis:
        return {Namaste, Siddha, Unani};
    case TermScope::LabTest:
    case TermScope::Imaging:
        return {Loinc}; // DiagnosticReport.code takes nothing else
    case TermScope::Observation:
        return {Loinc, Snomed};
    case TermScope::Medicine:
    case TermScope::Vaccine:
    case TermScope::Allergy:
    case TermScope::Procedure:
    case TermScope::Dosing:
    case TermScope::Specimen:
        return {Snomed};
    case TermScope::Anything:
        break;
    }
    return {Snomed, Loinc, Icd10, Namaste, Siddha, Unani};
}

QString toWord(TermScope scope)
{
    return wordOf(scopes, scope);
}

std::optional<TermScope> termScopeFromWord(QStringView word)
{
    const auto found = std::ranges::find_if(scopes, [word](const auto &row) { return word == row.word; });
    return found == scopes.end() ? std::nullopt : std::optional(found->value);
}

QStringList termScopeWords()
{
    QStringList words;
    for (const auto &row : scopes)
        words << row.word;
    return words;
}

}
