#include "renderer.h"

#include <QDir>
#include <QFile>
#include <QQuickWindow>

namespace nadi::desktop
{
using namespace Qt::StringLiterals;

namespace
{

bool hasGraphicsCard()
{
    const bool direct = !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty();
    // The maker's own driver, and Windows' card inside its Linux subsystem, have names of their own.
    return direct || QFile::exists(u"/dev/nvidiactl"_s) || QFile::exists(u"/dev/dxg"_s);
}

}

void chooseRenderer()
{
    if (qEnvironmentVariableIsSet("QT_QUICK_BACKEND") || qEnvironmentVariableIsSet("QSG_RHI_BACKEND"))
        return;
    if (!hasGraphicsCard())
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
}

}
