#include "command.h"
#include "options.h"
#include "registry_question.h"

#include <QJsonArray>

#include <algorithm>

namespace nadi::ctl
{
using namespace abdm::registry;

namespace
{
const QString how = QStringLiteral("nadictl registry facility (--id ID | --name TEXT --state LGD --ownership G|P|PP"
                                   " [--district LGD] [--page N]) | doctor (--hpr ID | --registration NUMBER"
                                   " [--state STATE]) [--settings FILE]");

QJsonObject asJson(const FacilityEntry &facility)
{
    return {{QStringLiteral("id"), facility.id.value()}, {QStringLiteral("name"), facility.name},
        {QStringLiteral("status"), facility.status}, {QStringLiteral("approved"), facility.isApproved()},
        {QStringLiteral("ownership"), facility.ownership}, {QStringLiteral("type"), facility.type},
        {QStringLiteral("systemOfMedicine"), facility.systemOfMedicine}, {QStringLiteral("state"), facility.state},
        {QStringLiteral("district"), facility.district}, {QStringLiteral("pinCode"), facility.pinCode},
        {QStringLiteral("address"), facility.address}};
}

bool isVerified(const Professional &doctor)
{
    return doctor.standing == Professional::Standing::Verified;
}

QJsonObject asJson(const Professional &doctor)
{
    QJsonArray registrations;
    for (const auto &one : doctor.registrations)
        registrations.append(QJsonObject{{QStringLiteral("number"), one.number},
            {QStringLiteral("council"), one.council}, {QStringLiteral("systemOfMedicine"), one.systemOfMedicine}});
    return {{QStringLiteral("hprId"), doctor.hprId}, {QStringLiteral("hprAddress"), doctor.hprAddress},
        {QStringLiteral("name"), doctor.name}, {QStringLiteral("verified"), isVerified(doctor)},
        {QStringLiteral("registrations"), registrations},
        {QStringLiteral("qualifications"), QJsonArray::fromStringList(doctor.qualifications)}};
}

Result<FacilityQuery> facilityQuery(const Options &options)
{
    const auto given = [&](const char *name) { return options.value(QString::fromLatin1(name)); };
    FacilityQuery query;
    query.id = FacilityId(given("--id"));
    query.name = given("--name");
    query.state = given("--state");
    query.ownership = given("--ownership");
    query.district = given("--district");
    if (const auto page = given("--page"); !page.isEmpty())
        query.page = page.toInt(); // 0 when it is no number
    const bool narrowed = !(query.name + query.state + query.ownership + query.district + given("--page")).isEmpty();
    const bool whole = !query.name.trimmed().isEmpty() && !query.state.isEmpty()
        && QStringList{QStringLiteral("G"), QStringLiteral("P"), QStringLiteral("PP")}.contains(query.ownership);
    if (query.page < 1 || (query.id.isEmpty() ? !whole : narrowed))
        return fail(ErrorKind::Invalid, QStringLiteral("CTL-USAGE"), how);
    return query;
}

Result<ProfessionalQuery> doctorQuery(const Options &options)
{
    ProfessionalQuery query;
    query.registrationNumber = options.value(QStringLiteral("--registration")).trimmed();
    query.state = options.value(QStringLiteral("--state"));
    const auto hpr = options.value(QStringLiteral("--hpr"));
    const bool narrowed = !query.registrationNumber.isEmpty() || !query.state.isEmpty();
    if (hpr.isEmpty() ? query.registrationNumber.isEmpty() : narrowed)
        return fail(ErrorKind::Invalid, QStringLiteral("CTL-USAGE"), how);
    if (hpr.isEmpty())
        return query;
    return normalisedHprId(hpr).map([&](const QString &id) {
        query.hprId = id;
        return query;
    });
}

Exit answer(const FacilityQuery &query, const FacilityPage &page)
{
    QJsonArray facilities;
    for (const auto &facility : page.facilities)
        facilities.append(asJson(facility));
    print({{QStringLiteral("facilities"), facilities}, {QStringLiteral("total"), page.total},
        {QStringLiteral("page"), query.page}, {QStringLiteral("pages"), page.pages}});
    return page.facilities.isEmpty() ? Exit::Refused : Exit::Ok;
}

Exit answer(const ProfessionalQuery &, const QList<Professional> &found)
{
    QJsonArray doctors;
    for (const auto &doctor : found)
        doctors.append(asJson(doctor));
    print({{QStringLiteral("doctors"), doctors}});
    return std::any_of(found.begin(), found.end(), isVerified) ? Exit::Ok : Exit::Refused;
}

template <class Query>
Exit ask(const Options &options, const Result<Query> &query)
{
    if (!query)
        return query.error().code == u"CTL-USAGE" ? usage(how) : report(query.error());
    const auto settings = options.settings();
    if (!settings)
        return report(settings.error());
    const auto registry = RegistryQuestion::make(*settings);
    if (!registry)
        return report(registry.error());
    const auto found = (*registry)->ask(*query);
    return found ? answer(*query, *found) : report(found.error());
}
}

Exit runRegistry(const QStringList &arguments)
{
    static const QHash<QString, QStringList> taken{
        {QStringLiteral("facility"),
            {QStringLiteral("--settings"), QStringLiteral("--id"), QStringLiteral("--name"), QStringLiteral("--state"),
                QStringLiteral("--ownership"), QStringLiteral("--district"), QStringLiteral("--page")}},
        {QStringLiteral("doctor"),
            {QStringLiteral("--settings"), QStringLiteral("--hpr"), QStringLiteral("--registration"),
                QStringLiteral("--state")}},
    };
    const auto what = arguments.value(0);
    const auto options = Options::parse(arguments.mid(1), taken.value(what));
    if (!taken.contains(what) || !options || !options->rest().isEmpty())
        return usage(how);
    return what == u"facility" ? ask(*options, facilityQuery(*options)) : ask(*options, doctorQuery(*options));
}

}
