#include "crypto/system_store.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace nadi::crypto
{
namespace
{
using namespace std::chrono_literals;

// Long enough for a person to type the password of the store.
constexpr auto patience = 2min;

// Asking libsecret without a session bus can hang or start one of its own.
bool canBeAsked()
{
#if defined(Q_OS_LINUX)
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
#else
    return true;
#endif
}

// The only nested event loop of the program: it runs before anything else does.
QKeychain::Error run(QKeychain::Job &job, const QString &entry)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(entry);
    QEventLoop loop;
    bool answered = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        answered = true;
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    job.start();
    if (!answered)
        loop.exec();
    return answered ? job.error() : QKeychain::AccessDenied;
}

Error asError(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return {ErrorKind::NotFound, QStringLiteral("KEY-NONE"), {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: // what a missing session bus or service gives
        return {ErrorKind::Unavailable, QStringLiteral("KEY-NO-STORE"), {}};
    default:
        return {ErrorKind::Refused, QStringLiteral("KEY-LOCKED"), {}};
    }
}
}

Result<Secret> readSystemStore(const QString &service, const QString &entry)
{
    if (!canBeAsked())
        return tl::unexpected<Error>(asError(QKeychain::NoBackendAvailable));
    QKeychain::ReadPasswordJob job(service);
    if (const auto error = run(job, entry); error != QKeychain::NoError)
        return tl::unexpected<Error>(asError(error));
    return Secret(job.binaryData());
}

Done writeSystemStore(const QString &service, const QString &entry, const Secret &key)
{
    if (!canBeAsked())
        return tl::unexpected<Error>(asError(QKeychain::NoBackendAvailable));
    QKeychain::WritePasswordJob job(service);
    job.setBinaryData(key.reveal());
    if (const auto error = run(job, entry); error != QKeychain::NoError)
        return tl::unexpected<Error>(asError(error));
    return {};
}

}
