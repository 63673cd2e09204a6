#include "fhir/observation_codes.h"

#include <algorithm>
#include <array>

namespace nadi::fhir
{
namespace
{
using W = WellnessSection;

constexpr std::array kinds{
    ObservationKind{W::VitalSigns, "Vital Signs", "ObservationVitalSigns", "61008-9 9279-1 8867-4 2708-6 85354-9",
        "Quantity string"},
    ObservationKind{W::BodyMeasurement, "Body Measurement", "ObservationBodyMeasurement",
        "39156-5 29463-7 8302-2 56074-8 8280-0 56072-2", "Quantity string"},
    ObservationKind{W::PhysicalActivity, "Physical Activity", "ObservationPhysicalActivity",
        "55423-8 93832-4 41981-2 80493-0", "Quantity string"},
    ObservationKind{W::GeneralAssessment, "General Assessment", "ObservationGeneralAssessment",
        "2339-0 41604-0 14743-9 14760-3 73708-0 34534-8 8999-5 9052-2 69429-9 94122-9 8693-4 365275006",
        "Quantity CodeableConcept"},
    ObservationKind{W::WomenHealth, "Women Health", "ObservationWomenHealth", "11976-8 92656-8 42798-9 42802-9 8665-2",
        "Quantity string"},
    ObservationKind{
        W::Lifestyle, "Lifestyle", "ObservationLifestyle", "228273003 365981007 228509002 41829006", "CodeableConcept"},
    ObservationKind{W::OtherObservations, "Other Observations", "Observation", {}, {}},
};

/// FHIR R4, "Vital Signs Profiles": the code decides, and these are the units each may have.
constexpr std::array vitalSigns{
    VitalSign{"9279-1", "/min", {}},
    VitalSign{"8867-4", "/min", {}},
    VitalSign{"2708-6", "%", {}},
    VitalSign{"59408-5", "%", "2708-6"},
    VitalSign{"8310-5", "Cel [degF]", {}},
    VitalSign{"8302-2", "cm [in_i]", {}},
    VitalSign{"9843-4", "cm [in_i]", {}},
    VitalSign{"29463-7", "g kg [lb_av]", {}},
    VitalSign{"39156-5", "kg/m2", {}},
    VitalSign{bloodPressure, "mm[Hg]", {}},
};
}

const ObservationKind &observationKind(WellnessSection section)
{
    return *std::ranges::find(kinds, section, &ObservationKind::section);
}

const ObservationKind *observationKind(std::string_view profile)
{
    const auto *found = std::ranges::find(kinds, profile, &ObservationKind::profile);
    return found == kinds.end() || found->codes.empty() ? nullptr : found;
}

const VitalSign *vitalSign(std::string_view loinc)
{
    const auto *found = std::ranges::find(vitalSigns, loinc, &VitalSign::code);
    return found == vitalSigns.end() ? nullptr : found;
}

bool isOneOf(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word)
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

}
