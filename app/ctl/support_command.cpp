#include "clinic.h"
#include "common/clock.h"
#include "common/log.h"
#include "options.h"
#include "storage/audit_trail.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSysInfo>

namespace nadi::ctl
{
namespace
{
// One part of the bundle: a name and its lines.
struct Part
{
    QString name;
    QStringList lines;
};

QStringList versions()
{
    return {QStringLiteral("nadi %1").arg(QStringLiteral(NADI_VERSION)),
        QStringLiteral("nadi-bridge %1").arg(QStringLiteral(NADI_BRIDGE_VERSION)),
        QStringLiteral("Qt %1").arg(QLatin1String(qVersion())), QSysInfo::prettyProductName(),
        QSysInfo::currentCpuArchitecture()};
}

QStringList countLines(const Result<QJsonObject> &counts)
{
    if (!counts)
        return {counts.error().code};
    QStringList lines;
    for (auto it = counts->begin(); it != counts->end(); ++it)
        lines << QStringLiteral("%1 = %2").arg(it.key()).arg(it.value().toInt());
    return lines;
}

// A clinic that does not open is what support is asked about: its error code is part of the answer.
QList<Part> parts(const Settings &settings)
{
    QList<Part> all{{QStringLiteral("versions"), versions()}, {QStringLiteral("settings"), settings.describe()}};
    auto clinic = openClinic(settings);
    if (!clinic) {
        all << Part{QStringLiteral("database"), {clinic.error().code}};
        return all;
    }
    all << Part{QStringLiteral("database"),
        {QStringLiteral("backend = ") + backendName(clinic->installation.database),
            QStringLiteral("schema = %1").arg(clinic->database->schemaVersion())}};
    all << Part{QStringLiteral("outbox"), countLines(outboxCounts(*clinic))}
        << Part{QStringLiteral("inbox"), countLines(inboxCounts(*clinic))}
        << Part{QStringLiteral("deliveries"), countLines(deliveryCounts(*clinic))};
    return all;
}

// Paths in the settings name the account, and accounts are often named like their people.
void hideHome(QList<Part> &all)
{
    for (auto &part : all)
        part.lines.replaceInStrings(QDir::homePath(), QStringLiteral("~"));
}

// The last guard: a line that looks like personal data or a secret does not leave, whatever brought it here (S-A4).
int dropSuspicious(QList<Part> &all)
{
    int dropped = 0;
    for (auto &part : all)
        dropped += int(part.lines.removeIf([](const QString &line) { return redacted(line) != line; }));
    return dropped;
}

QByteArray written(const QList<Part> &all)
{
    QJsonObject json;
    for (const auto &part : all)
        json.insert(part.name, QJsonArray::fromStringList(part.lines));
    return QJsonDocument(json).toJson();
}

// A clinic that does not open has no trail to write to, and may be the very thing support is asked about; the bundle
// holds no patient, so it is written all the same.
bool noteExport(const Settings &settings)
{
    const auto clinic = openClinic(settings);
    if (!clinic)
        return false;
    storage::AuditEvent event;
    event.actor = commandLineActor();
    event.action = QStringLiteral("support.export");
    event.at = SystemClock().now();
    return storage::AuditTrail(*clinic->database).append(event).has_value();
}

QJsonObject listing(const QList<Part> &all, int dropped, qsizetype bytes)
{
    QJsonArray content;
    for (const auto &part : all)
        content.append(QJsonObject{{QStringLiteral("part"), part.name}, {QStringLiteral("lines"), part.lines.size()}});
    return {
        {QStringLiteral("content"), content}, {QStringLiteral("dropped"), dropped}, {QStringLiteral("bytes"), bytes}};
}
}

Exit runSupportBundle(const QStringList &arguments)
{
    const auto options = Options::parse(arguments, {QStringLiteral("--settings"), QStringLiteral("--write")});
    if (!options || !options->rest().isEmpty())
        return usage(QStringLiteral("nadictl support-bundle [--write FILE] [--settings FILE]"));
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    auto all = parts(*settings);
    hideHome(all);
    const int dropped = dropSuspicious(all);
    const auto bytes = written(all);
    print(listing(all, dropped, bytes.size()));
    const auto target = options->value(QStringLiteral("--write"));
    if (target.isEmpty())
        return Exit::Ok;
    const bool audited = noteExport(*settings);
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return report({ErrorKind::Storage, QStringLiteral("CTL-FILE"), file.errorString()});
    print({{QStringLiteral("written"), target}, {QStringLiteral("audited"), audited}});
    return Exit::Ok;
}

}
