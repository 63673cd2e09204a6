#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace nadi
{

/// The code systems a person may pick from. Their URIs belong to fhir (guide.h), their files to terminology.
enum class CodeSystem { Snomed, Loinc, Icd10, Namaste, Siddha, Unani, Icd11Tm2 };

/// One code as its owner publishes it. A code without a display never leaves (nrces-fhir.md section 2).
struct Code
{
    CodeSystem system = CodeSystem::Snomed;
    QString code{};
    QString display{}; ///< the owner's words, not the clinic's

    bool operator==(const Code &) const = default;
};

/// What a person wrote, and the codes that person picked for it. Codes are never guessed from the text.
struct Coded
{
    QString text{};
    QList<Code> codes{}; ///< at most one per system

    bool operator==(const Coded &) const = default;
    bool isEmpty() const { return text.isEmpty() && codes.isEmpty(); }
};

std::optional<Code> codeIn(const Coded &what, CodeSystem system);

QString toWord(CodeSystem system);
std::optional<CodeSystem> codeSystemFromWord(QStringView word);

}
