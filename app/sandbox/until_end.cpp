#include "sandbox/until_end.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace nadi::sandbox
{
namespace
{
// A signal handler may only write to a descriptor; the notifier on its other end does the rest.
int signalPipe[2]{-1, -1};

void onSignal(int)
{
    const char one = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &one, 1);
}
}

void quitWhenAbandoned(QCoreApplication &app)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalPipe) == 0) {
        auto *signalled = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &app);
        QObject::connect(signalled, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
        std::signal(SIGTERM, onSignal);
        std::signal(SIGINT, onSignal);
    }
    auto *input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, &app);
    QObject::connect(input, &QSocketNotifier::activated, &app, [input] {
        char unread[256];
        if (::read(STDIN_FILENO, unread, sizeof unread) <= 0) {
            input->setEnabled(false);
            QCoreApplication::quit();
        }
    });
}

}
