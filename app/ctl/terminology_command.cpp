#include "command.h"
#include "common/clock.h"
#include "compose/installation.h"
#include "options.h"
#include "terminology/licence_notice.h"
#include "terminology/term_search.h"
#include "terminology/terminology_import.h"

#include <QJsonArray>

#include <cstdio>

namespace nadi::ctl
{
using namespace terminology;

namespace
{
const QString how = QStringLiteral(
    "nadictl terminology import FILE|FOLDER --kind snomed|loinc|icd10|namaste|siddha|unani [--accept-licence]"
    " [--version TEXT] | list | search WORDS [--scope SCOPE] [--limit N] [--settings FILE]");
const QString accept = QStringLiteral("--accept-licence");

QJsonObject asJson(const ReleaseInfo &release)
{
    return {{QStringLiteral("kind"), toWord(release.system)}, {QStringLiteral("version"), release.version},
        {QStringLiteral("concepts"), release.concepts}, {QStringLiteral("terms"), release.terms},
        {QStringLiteral("importedAt"), release.importedAt}, {QStringLiteral("notice"), release.notice}};
}

QString toWord(TermMatch match)
{
    switch (match) {
    case TermMatch::Exact:
        return QStringLiteral("exact");
    case TermMatch::Beginning:
        return QStringLiteral("beginning");
    case TermMatch::Words:
        break;
    }
    return QStringLiteral("words");
}

QJsonValue asJson(const std::optional<Tm2Link> &link)
{
    if (!link)
        return {};
    const bool narrower = link->relation == Tm2Relation::Narrower;
    return QJsonObject{{QStringLiteral("code"), link->code}, {QStringLiteral("title"), link->title},
        {QStringLiteral("relation"), narrower ? QStringLiteral("narrower") : QStringLiteral("equivalent")}};
}

/// One line on standard error for each percent, and only where somebody looks at it.
class ProgressLine
{
public:
    Done operator()(const ImportProgress &at)
    {
        const int percent = at.all > 0 ? int(at.done * 100 / at.all) : 0;
        if (at.step == m_step && percent == m_percent)
            return {};
        m_step = at.step;
        m_percent = percent;
        std::fprintf(stderr, "%s %d %%\n", at.step == ImportProgress::Step::Reading ? "reading" : "indexing", percent);
        return {};
    }

private:
    ImportProgress::Step m_step = ImportProgress::Step::Reading;
    int m_percent = -1;
};

Exit import(const Options &options, const QString &folder, LicenceAnswer licence)
{
    const auto system = codeSystemFromWord(options.value(QStringLiteral("--kind")));
    if (!system || !importableSystems().contains(*system) || options.rest().size() != 1)
        return usage(how);
    const ImportRequest request{*system, options.rest().first(), folder, licence,
        options.value(QStringLiteral("--version")), SystemClock().now()};
    const auto imported = importRelease(request, ProgressLine());
    if (!imported && imported.error().code == u"TERM-LICENCE") {
        auto json = ctl::asJson(imported.error());
        json.insert(u"notice", licenceNotice(*system));
        print(json);
        return Exit::Refused;
    }
    if (!imported)
        return report(imported.error());
    auto json = asJson(imported->release);
    QJsonArray lines;
    for (const auto line : imported->leftOut)
        lines.append(line);
    json.insert(u"leftOut", lines);
    print(json);
    return Exit::Ok;
}

Exit list(const Options &options, const QString &folder)
{
    if (!options.rest().isEmpty())
        return usage(how);
    QJsonArray releases;
    for (const auto &release : releasesIn(folder))
        releases.append(asJson(release));
    print({{QStringLiteral("releases"), releases}});
    return Exit::Ok;
}

Exit search(const Options &options, const QString &folder)
{
    const auto word = options.value(QStringLiteral("--scope"));
    const auto scope = word.isEmpty() ? TermScope::Anything : termScopeFromWord(word);
    const auto given = options.value(QStringLiteral("--limit"));
    const int limit = given.isEmpty() ? 20 : given.toInt(); // 0 when it is no number
    constexpr int most = 200;
    if (!scope || limit < 1 || limit > most || options.rest().isEmpty())
        return usage(how);
    TermSearch terms(folder);
    QJsonArray hits;
    for (const auto &hit : terms.find(options.rest().join(u' '), *scope, limit)) {
        QJsonObject json{{QStringLiteral("system"), nadi::toWord(hit.code.system)},
            {QStringLiteral("code"), hit.code.code}, {QStringLiteral("display"), hit.code.display},
            {QStringLiteral("matched"), hit.matched}, {QStringLiteral("match"), toWord(hit.match)}};
        if (!hit.notice.isEmpty())
            json.insert(u"notice", hit.notice);
        if (const auto known = terms.lookUp(hit.code.system, hit.code.code); known && known->tm2)
            json.insert(u"tm2", asJson(known->tm2));
        hits.append(json);
    }
    print({{QStringLiteral("hits"), hits}});
    return hits.isEmpty() ? Exit::Refused : Exit::Ok;
}
}

Exit runTerminology(const QStringList &arguments)
{
    const QString settingsOption = QStringLiteral("--settings");
    const QHash<QString, QStringList> taken{
        {QStringLiteral("import"), {settingsOption, QStringLiteral("--kind"), QStringLiteral("--version")}},
        {QStringLiteral("list"), {settingsOption}},
        {QStringLiteral("search"), {settingsOption, QStringLiteral("--scope"), QStringLiteral("--limit")}},
    };
    const auto action = arguments.value(0);
    auto given = arguments.mid(1);
    const auto licence
        = action == u"import" && given.removeAll(accept) > 0 ? LicenceAnswer::Accepted : LicenceAnswer::NotGiven;
    const auto options = Options::parse(given, taken.value(action));
    if (!taken.contains(action) || !options)
        return usage(how);
    const auto settings = options->settings();
    if (!settings)
        return report(settings.error());
    const auto folder = app::terminologyFolderOf(*settings);
    if (!folder)
        return report(folder.error());
    if (action == u"import")
        return import(*options, *folder, licence);
    return action == u"list" ? list(*options, *folder) : search(*options, *folder);
}

}
