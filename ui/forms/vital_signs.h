#pragma once

#include "domain/content/wellness.h"

#include <optional>

namespace nadi::ui
{

/// Rows for the usual vital signs, with their LOINC codes and nothing measured yet: FHIR's vital signs profile names
/// these codes, so that no terminology is needed for them.
QList<WellnessEntry> usualVitals();
/// Unit and its UCUM code of a measurement that is one of those; empty for others.
std::pair<QString, QString> usualUnit(const Coded &what);

/// LOINC's panel: it has no value of its own, its two parts have (FHIR R4, "Vital Signs Profiles").
bool isBloodPressure(const Coded &what);
/// "120/80"; empty where nothing was measured.
QString pressureText(const Measurement &row);
/// Takes "120/80", or nothing. False for anything else.
bool writePressure(Measurement &row, const QString &text);

/// One measured quantity over time.
struct VitalPoint
{
    QDate on;
    double value = 0;
    std::optional<double> other; ///< of the same moment: the diastolic pressure
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
