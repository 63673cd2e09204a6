#include "clinic.h"
#include "common/clock.h"
#include "options.h"
#include "storage/audit_trail.h"
#include "storage/meta.h"

namespace nadi::ctl
{
namespace
{
/// Sets the bridge of a restored clinic free. Whether it was paused.
Result<bool> resume(storage::Connection &db, UtcTime now)
{
    storage::Transaction transaction(db);
    if (!transaction.begun())
        return failed(transaction.begun());
    storage::Meta meta(db);
    const auto paused = meta.value(storage::metaBridgePaused);
    if (!paused)
        return failed(paused);
    if (*paused != u"1")
        return false;
    storage::AuditEvent event;
    event.actor = {UserId(QStringLiteral("nadictl")), Role::Administrator};
    event.action = QStringLiteral("bridge.resume");
    event.at = now;
    const auto done = meta.set(storage::metaBridgePaused, QStringLiteral("0"))
                          .and_then([&] { return storage::AuditTrail(db).append(event); })
                          .and_then([&] { return transaction.commit(); });
    if (!done)
        return failed(done);
    return true;
}
}

Exit runResume(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings")});
    if (!options || !options->rest().isEmpty())
        return usage(QStringLiteral("nadictl resume [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    const auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const auto wasPaused = resume(*clinic->database, SystemClock().now());
    if (!wasPaused)
        return report(wasPaused.error());
    print({{QStringLiteral("bridgePaused"), false}, {QStringLiteral("wasPaused"), *wasPaused}});
    return Exit::Ok;
}

}
