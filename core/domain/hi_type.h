#pragma once

#include <QString>

#include <optional>

namespace nadi
{

/// HI types by their wire names (abdm-v3-gateway.md 6.1). An unknown word is nullopt, never "allowed" (S-N6).
enum class HiType {
    Prescription,
    DiagnosticReport,
    OPConsultation,
    DischargeSummary,
    ImmunizationRecord,
    HealthDocumentRecord,
    WellnessRecord,
    Invoice,
};

QString toWire(HiType type);
std::optional<HiType> hiTypeFromWire(QStringView word);

}
