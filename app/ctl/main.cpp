#include "command.h"
#include "common/crash_note.h"
#include "common/log.h"
#include "crypto/self_test.h"

#include <QCoreApplication>
#include <QHash>

using namespace nadi;
using namespace nadi::ctl;

int main(int argc, char **argv)
{
    installCrashNote("nadictl");
    forbidMemoryDumps();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(NADI_VERSION));
    installJsonLog(QStringLiteral("nadictl"));

    static const QHash<QString, Exit (*)(const QStringList &)> commands{
        {QStringLiteral("fidelius"), runFidelius},
        {QStringLiteral("bundle"), runBundle},
        {QStringLiteral("backup"), runBackup},
        {QStringLiteral("restore"), runRestore},
        {QStringLiteral("clinic"), runClinic},
        {QStringLiteral("recovery-text"), runRecoveryText},
        {QStringLiteral("registry"), runRegistry},
        {QStringLiteral("resume"), runResume},
        {QStringLiteral("audit"), runAudit},
        {QStringLiteral("consents"), runConsents},
        {QStringLiteral("prescribing"), runPrescribing},
        {QStringLiteral("status"), runStatus},
        {QStringLiteral("support-bundle"), runSupportBundle},
        {QStringLiteral("terminology"), runTerminology},
    };
    const auto arguments = QCoreApplication::arguments();
    const auto command = commands.value(arguments.value(1));
    if (!command)
        return int(usage(QStringLiteral(
            "nadictl fidelius | bundle | clinic | recovery-text | backup | restore | resume"
            " | registry | audit | consents | prescribing | status | support-bundle | terminology (docs/nadictl.md)")));
    if (const auto holds = crypto::selfTest(); !holds)
        return int(report(holds.error()));
    return int(command(arguments.mid(2)));
}
