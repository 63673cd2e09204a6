#pragma once

#include "common/settings.h"

class QQmlEngine;

namespace nadi::ui
{

/// Sets scheme, scale, motion and script height of the Theme singleton from the settings app.theme, app.scalePercent
/// and the window's language.
void applyTheme(QQmlEngine &engine, const Settings &settings);

}
