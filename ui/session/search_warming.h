#pragma once

#include <QObject>

namespace nadi::ui
{

struct UiServices;

/// Reads the names of all people into the search index after the window opened, slice by slice, so that the first key
/// press finds them and nobody waits for the database meanwhile. Ends with `owner`; a failure is met by the search
/// itself.
void warmSearch(UiServices &services, QObject *owner);

}
