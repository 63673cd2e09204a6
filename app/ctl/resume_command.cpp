#include "clinic.h"
#include "common/clock.h"
#include "options.h"
#include "storage/audit_trail.h"
#include "storage/meta.h"
#include "storage/restore_report.h"

namespace nadi::ctl
{
namespace
{
struct Resumed
{
    bool wasPaused = false;
    std::optional<storage::RestoreReport> restore;
};

/// Sets the bridge of a restored clinic free, unless callbacks still go to the old machine: two bridges of one clinic
/// would both answer for it. `anyway` is the administrator's word against the last comparison.
Result<Resumed> resume(storage::Connection &db, bool anyway, UtcTime now)
{
    storage::Transaction transaction(db);
    if (!transaction.begun())
        return failed(transaction.begun());
    const auto paused = storage::isBridgePaused(db);
    if (!paused)
        return failed(paused);
    auto report = storage::restoreReport(db);
    if (!report)
        return failed(report);
    if (!*paused)
        return Resumed{false, std::move(*report)};
    if (*report && (*report)->callbacks == storage::CallbacksGo::Elsewhere && !anyway)
        return fail(ErrorKind::Refused, QStringLiteral("RESUME-ELSEWHERE"),
            QStringLiteral("callbacks still go to another machine; switch it off, or resume anyway"));
    storage::AuditEvent event;
    event.actor = commandLineActor();
    event.action = QStringLiteral("bridge.resume");
    event.reason = anyway ? QStringLiteral("anyway") : QString();
    event.at = now;
    const auto done = storage::Meta(db)
                          .set(storage::metaBridgePaused, QStringLiteral("0"))
                          .and_then([&] { return storage::AuditTrail(db).append(event); })
                          .and_then([&] { return transaction.commit(); });
    if (!done)
        return failed(done);
    return Resumed{true, std::move(*report)};
}
}

Exit runResume(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings")});
    const bool anyway = options && options->rest() == QStringList{QStringLiteral("anyway")};
    if (!options || (!options->rest().isEmpty() && !anyway))
        return usage(QStringLiteral("nadictl resume [anyway] [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    const auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const auto resumed = resume(*clinic->database, anyway, SystemClock().now());
    if (!resumed)
        return report(resumed.error());
    print({{QStringLiteral("bridgePaused"), false}, {QStringLiteral("wasPaused"), resumed->wasPaused},
        {QStringLiteral("restore"), resumed->restore ? toJson(*resumed->restore) : QJsonValue()}});
    return Exit::Ok;
}

}
