#pragma once

#include "domain/content/coded.h"

#include <array>

namespace nadi::terminology
{

/// What a code is picked for. The NRCeS profiles say which systems may stand there (terminology.md section 1).
enum class TermScope {
    Complaint,
    Diagnosis, ///< of Western medicine and of AYUSH; the AYUSH codes travel beside the Condition, never in it
    AyushDiagnosis,
    LabTest,
    Imaging,
    Observation, ///< vitals and other measurements
    Medicine,
    Vaccine,
    Allergy,
    Procedure,
    Dosing, ///< route, method, additional instruction
    Specimen,
    Anything,
};

/// The systems that a search for this looks into.
QList<CodeSystem> systemsFor(TermScope scope);

QString toWord(TermScope scope);
std::optional<TermScope> termScopeFromWord(QStringView word);
QStringList termScopeWords();

}
