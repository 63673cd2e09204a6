#pragma once

#include <QList>
#include <QString>
#include <QVariant>

namespace nadi::ui
{

/// A state or union territory as the registries number it (Local Government Directory).
struct IndianState
{
    QString lgd; ///< "27", without leading zeros
    QString name; ///< in the window's language
};

/// All 36, by name.
QList<IndianState> indianStates();
/// The same as {value, text} for a Choice.
QVariantList stateChoices();
/// The state that an HFR id names ("IN27…", abha-m1.md 6.2: observed, not documented); empty for any other text.
QString stateOfFacilityId(QStringView id);

}
