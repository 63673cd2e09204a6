#pragma once

class QCoreApplication;

namespace nadi::sandbox
{

/// Quits when standard input closes (whoever started the sandbox is gone) or on SIGTERM and SIGINT.
void quitWhenAbandoned(QCoreApplication &app);

}
