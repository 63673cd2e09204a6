#include "domain/hi_type.h"

#include <array>

namespace nadi
{
namespace
{
struct Row
{
    HiType type;
    QLatin1String wire;
};
constexpr std::array rows{
    Row{HiType::Prescription, QLatin1String("Prescription")},
    Row{HiType::DiagnosticReport, QLatin1String("DiagnosticReport")},
    Row{HiType::OPConsultation, QLatin1String("OPConsultation")},
    Row{HiType::DischargeSummary, QLatin1String("DischargeSummary")},
    Row{HiType::ImmunizationRecord, QLatin1String("ImmunizationRecord")},
    Row{HiType::HealthDocumentRecord, QLatin1String("HealthDocumentRecord")},
    Row{HiType::WellnessRecord, QLatin1String("WellnessRecord")},
    Row{HiType::Invoice, QLatin1String("Invoice")},
};
}

QString toWire(HiType type)
{
    for (const auto &row : rows)
        if (row.type == type)
            return row.wire;
    return {};
}

std::optional<HiType> hiTypeFromWire(QStringView word)
{
    for (const auto &row : rows)
        if (word == row.wire)
            return row.type;
    return std::nullopt;
}

}
