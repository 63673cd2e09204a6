#pragma once

#include "desktop.h"

#include <functional>

class QCoreApplication;

namespace nadi::desktop
{

struct Options
{
    bool sandbox = false;
    bool selfTest = false;
    QString settingsFile;
};
Options readOptions(const QCoreApplication &app);

/// nadi-pages: as set, or beside the program.
QString pageWorkerFrom(const Settings &settings);

/// Opens the window on the first facility of the database, and tells. Quits with CLINIC-NONE in the log when there is
/// none yet.
void openFirstFacility(Desktop &desktop, std::function<void(QQuickWindow &)> opened);

}
