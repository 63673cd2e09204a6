#include "gatekeeper_table.h"

#include "flow_driver.h"

#include <QFile>
#include <QRegularExpression>

#include <functional>

namespace nadi::test
{
namespace
{

constexpr QLatin1String unreadable{"unreadable"};

QString address(const QString &word)
{
    if (word == "asha"_L1)
        return u"asha.verma1990@sbx"_s;
    return word == "other"_L1 ? u"other.person@sbx"_s : word;
}

/// "-6d-1ms", relative to noon; "never" is unset.
UtcTime timeOf(const QString &text)
{
    if (text == "never"_L1)
        return {};
    static const QRegularExpression part(u"([+-]?[0-9]+)(ms|h|d)"_s);
    UtcTime time = noon;
    for (auto match = part.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const auto count = found.captured(1).toLongLong();
        const auto unit = found.captured(2);
        time = time + (unit == "ms"_L1 ? 1ms : unit == "h"_L1 ? std::chrono::milliseconds(1h) : 24h) * count;
    }
    return time;
}

/// Our clock minus the gateway's, "-31d"; "unknown" when nobody has told.
std::optional<std::chrono::milliseconds> skewOf(const QString &text)
{
    return text == "unknown"_L1 ? std::nullopt : std::optional(timeOf(text) - noon);
}

flows::Facts::HeldRecord recordOf(const QString &text)
{
    const auto words = text.split(u' ');
    const auto type = hiTypeFromWire(words.value(1));
    return {CareContextRef(words.value(0)), type.value_or(HiType::Prescription), timeOf(words.value(2)),
        address(words.value(3))};
}

QStringList listOf(const QString &text)
{
    return text.split(u',', Qt::SkipEmptyParts);
}

/// One "key=value" of a row. False: no such key.
bool change(ReleaseCase &c, const QString &key, const QString &value)
{
    const QHash<QString, std::function<void()>> changes{
        {u"acknowledged"_s, [&] { c.accepted = value == "yes"_L1; }},
        {u"status"_s, [&] { c.consent->status = consentStatusFromWire(value); }},
        {u"hip"_s, [&] { c.consent->hip = FacilityId(value); }},
        {u"asked"_s, [&] { c.request.facility = FacilityId(value); }},
        {u"now"_s, [&] { c.request.now = timeOf(value); }},
        {u"skew"_s, [&] { c.request.skew = skewOf(value); }},
        {u"erase"_s, [&] { c.consent->dataEraseAt = timeOf(value); }},
        {u"from"_s, [&] { c.consent->from = timeOf(value); }},
        {u"to"_s, [&] { c.consent->to = timeOf(value); }},
        {u"askedFrom"_s, [&] { c.request.from = timeOf(value); }},
        {u"askedTo"_s, [&] { c.request.to = timeOf(value); }},
        {u"purpose"_s, [&] { c.consent->purposeCode = value; }},
        {u"types"_s, [&] { c.consent->hiTypes = listOf(value); }},
        {u"contexts"_s,
            [&] {
                c.consent->careContexts.clear();
                for (const auto &context : listOf(value))
                    c.consent->careContexts << CareContextRef(context);
            }},
        {u"patient"_s, [&] { c.consent->patientAddress = address(value); }},
        {u"frequency"_s, [&] { c.consent->frequencyValue = value.toInt(); }},
        {u"served"_s, [&] { c.servedBefore = value.toInt(); }},
        {u"record"_s, [&] { c.held << recordOf(value); }},
    };
    const auto found = changes.find(key);
    if (found == changes.end() || (!c.consent && key != "acknowledged"_L1 && key != "asked"_L1))
        return false;
    (*found)();
    return true;
}

ReleaseRow rowOf(const QString &line)
{
    const auto cells = line.split(u'|');
    if (cells.size() != 3)
        return {line, {}, unreadable};
    ReleaseRow row{cells[0].trimmed(), baseCase(), cells[2].trimmed()};
    const auto changes = cells[1].trimmed().split(u"; "_s, Qt::SkipEmptyParts);
    if (changes.contains("artefact=none"_L1))
        row.given.consent.reset();
    if (!changes.filter(QRegularExpression(u"^records?="_s)).isEmpty())
        row.given.held.clear();
    for (const auto &text : changes) {
        if (text == "artefact=none"_L1 || text == "records=none"_L1)
            continue;
        if (!change(row.given, text.section(u'=', 0, 0), text.section(u'=', 1)))
            return {line, {}, unreadable};
    }
    return row;
}

}

ReleaseCase baseCase()
{
    ConsentArtefact consent;
    consent.id = ConsentId(u"consent-1"_s);
    consent.status = ConsentStatus::Granted;
    consent.hip = clinic().id;
    consent.patientAddress = address(u"asha"_s);
    consent.careContexts = {CareContextRef(u"RX-1"_s), CareContextRef(u"RX-2"_s)};
    consent.hiTypes = {u"Prescription"_s};
    consent.purposeCode = u"CAREMGT"_s;
    consent.from = noon - 7 * 24h;
    consent.to = noon;
    consent.dataEraseAt = noon + 30 * 24h;
    consent.frequencyUnit = u"HOUR"_s;
    consent.frequencyValue = 2;
    return {consent, {clinic().id, noon - 6 * 24h, noon - 1h, noon, 0ms},
        {{CareContextRef(u"RX-1"_s), HiType::Prescription, noon - 24h, consent.patientAddress}}, 1, true};
}

QList<ReleaseRow> gatekeeperTable()
{
    QFile file(QStringLiteral(NADI_SOURCE_DIR "/tests/flows/gatekeeper_table.txt"));
    QList<ReleaseRow> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        if (!line.startsWith(u'#'))
            rows << rowOf(line);
    return rows;
}

QString answerOf(Decide decide, const ReleaseCase &given)
{
    const auto release = decide(given.consent, given.request, given.held, given.servedBefore, given.accepted);
    if (!release.refusal.isEmpty())
        return release.careContexts.isEmpty() ? release.refusal : u"refused and released"_s;
    QStringList leaving;
    for (const auto &context : release.careContexts)
        leaving << context.value();
    return leaving.join(u' ');
}

}
