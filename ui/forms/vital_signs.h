#pragma once

#include "domain/content/wellness.h"

namespace nadi::ui
{

/// Rows for the usual vital signs, with their LOINC codes and nothing measured yet: FHIR's vital signs profile names
/// these codes, so that no terminology is needed for them.
QList<WellnessEntry> usualVitals();
/// Unit and its UCUM code of a measurement that is one of those; empty for others.
std::pair<QString, QString> usualUnit(const Coded &what);

/// One measured quantity over time.
struct VitalPoint
{
    QDate on;
    double value = 0;
    QString text; ///< as it was typed, with the unit
};
struct VitalSeries
{
    QString name;
    QList<VitalPoint> points; ///< oldest first
};
/// Quantities that were measured twice or more. `records` are (day, content), in any order.
QList<VitalSeries> seriesOf(const QList<std::pair<QDate, WellnessContent>> &records);

}
