#pragma once

#include "desktop.h"
#include "local_network.h"

#include <QTemporaryDir>

namespace nadi::desktop
{

/// The settings of `nadi --sandbox`: a fresh clinic file and key in a folder that goes with the program.
QProcessEnvironment sandboxEnvironment(const QProcessEnvironment &environment, const QString &directory);

/// Fills the demo clinic, opens the window on it at once, and brings the local network up beside it.
class SandboxSession
{
public:
    SandboxSession(
        Desktop &desktop, const QString &programs, const QString &directory, const QProcessEnvironment &environment);

    bool open();
    LocalNetwork &network() { return m_network; }

private:
    void useNetwork();

    Desktop &m_desktop;
    QProcessEnvironment m_environment;
    LocalNetwork m_network;
};

}
