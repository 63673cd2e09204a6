#include "clinic.h"
#include "clinic/prescribing/medicine_lists.h"
#include "common/clock.h"
#include "common/id.h"
#include "options.h"

#include <QFile>
#include <QJsonArray>

namespace nadi::ctl
{
namespace
{

const QString how = QStringLiteral("nadictl prescribing list [--settings FILE] | check LIST [--settings FILE]"
                                   " | import LIST --doctor ID [--settings FILE]");
const QString doctorOption = QStringLiteral("--doctor");
constexpr qint64 mostBytes = 4 * 1024 * 1024;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return fail(ErrorKind::Invalid, QStringLiteral("CTL-FILE"), path);
    return file.readAll();
}

QJsonObject asJson(const clinic::ListEdition &edition)
{
    QJsonObject json{{QStringLiteral("number"), edition.number}, {QStringLiteral("version"), edition.version},
        {QStringLiteral("asOf"), edition.asOf.toString(Qt::ISODate)}, {QStringLiteral("source"), edition.source},
        {QStringLiteral("signedUnder"), edition.judged}};
    if (edition.number > 0) {
        json.insert(QStringLiteral("responsible"), edition.responsible);
        json.insert(QStringLiteral("takenBy"), edition.takenBy.value());
        json.insert(QStringLiteral("takenAt"), edition.takenAt.toIso());
    }
    return json;
}

QJsonObject asJson(const clinic::ListedMedicine &row)
{
    return {{QStringLiteral("ingredient"), row.ingredient}, {QStringLiteral("list"), clinic::toWord(row.list)},
        {QStringLiteral("use"), clinic::toWord(row.use)}, {QStringLiteral("source"), row.source},
        {QStringLiteral("asOf"), row.asOf.toString(Qt::ISODate)}};
}

Result<QJsonObject> listed(clinic::Work &work)
{
    const auto editions = clinic::listEditions(work);
    if (!editions)
        return failed(editions);
    const auto inForce = clinic::listsInForce(work);
    if (!inForce)
        return failed(inForce);
    QJsonArray history;
    for (const auto &edition : *editions)
        history.append(asJson(edition));
    QJsonArray rows;
    for (const auto &row : inForce->table.rows)
        rows.append(asJson(row));
    return QJsonObject{{QStringLiteral("inForce"), asJson(editions->constFirst())},
        {QStringLiteral("editions"), history}, {QStringLiteral("rows"), rows}};
}

Result<QJsonObject> checked(clinic::Work &work, const QString &path)
{
    const auto content = contentOf(path);
    if (!content)
        return failed(content);
    const auto inForce = clinic::listsInForce(work);
    if (!inForce)
        return failed(inForce);
    const auto proposal = clinic::proposeList(*content, inForce->table, work.clock.now().toDateTime().date());
    if (!proposal)
        return failed(proposal);
    return QJsonObject{{QStringLiteral("version"), proposal->table.version},
        {QStringLiteral("replaces"), inForce->table.version}, {QStringLiteral("rows"), proposal->table.rows.size()},
        {QStringLiteral("added"), proposal->added}, {QStringLiteral("changed"), proposal->changed},
        {QStringLiteral("left"), QJsonArray::fromStringList(proposal->left)},
        {QStringLiteral("keptProhibited"), QJsonArray::fromStringList(proposal->kept)}};
}

Result<QJsonObject> imported(clinic::Work &work, const QString &path, const DoctorId &responsible)
{
    const auto content = contentOf(path);
    if (!content)
        return failed(content);
    return clinic::takeList(work, *content, responsible).map([](const clinic::ListEdition &edition) {
        return QJsonObject{{QStringLiteral("inForce"), asJson(edition)}};
    });
}

}

Exit runPrescribing(const QStringList &arguments)
{
    const auto options = Options::parse(arguments.mid(1), {QStringLiteral("--settings"), doctorOption});
    const auto what = arguments.value(0);
    const auto files = options ? options->rest() : QStringList();
    const bool known = what == u"list" ? files.isEmpty() : (what == u"check" || what == u"import") && files.size() == 1;
    if (!options || !known || (what == u"import") == options->value(doctorOption).isEmpty())
        return usage(how);
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    auto clinic = openClinic(*settings);
    if (!clinic)
        return report(clinic.error());
    const SystemClock clock;
    RandomIdSource ids(*clinic->random);
    clinic::Work work{*clinic->database, clock, ids, commandLineActor()};
    const auto answer = what == u"list" ? listed(work)
        : what == u"check"              ? checked(work, files.first())
                                        : imported(work, files.first(), DoctorId(options->value(doctorOption)));
    if (!answer)
        return report(answer.error());
    print(*answer);
    return Exit::Ok;
}

}
