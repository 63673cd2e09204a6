#pragma once

#include <QList>
#include <QString>

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
/// The state that an HFR id names ("IN27…", abha-m1.md 6.2: observed, not documented); empty for any other text.
QString stateOfFacilityId(QStringView id);

}
