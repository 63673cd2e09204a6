#pragma once

#include "desktop.h"

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

}
