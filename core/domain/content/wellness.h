#pragma once

#include "domain/content/measurement.h"

namespace nadi
{

/// The sections of a WellnessRecord, which are told apart by their exact titles (nrces-fhir.md section 3).
enum class WellnessSection {
    VitalSigns,
    BodyMeasurement,
    PhysicalActivity,
    GeneralAssessment,
    WomenHealth,
    Lifestyle,
    OtherObservations,
};

struct WellnessEntry
{
    WellnessSection section = WellnessSection::VitalSigns;
    Measurement measurement{};

    bool operator==(const WellnessEntry &) const = default;
};

/// HI type WellnessRecord.
struct WellnessContent
{
    QList<WellnessEntry> entries{};

    bool operator==(const WellnessContent &) const = default;
};

QString toWord(WellnessSection section);
std::optional<WellnessSection> wellnessSectionFromWord(QStringView word);

}
