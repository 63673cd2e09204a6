#include "storage/restore_report.h"

#include "domain/words.h"
#include "storage/meta.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::storage
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array words{
    Word<CallbacksGo>{CallbacksGo::Unknown, QLatin1String("unknown")},
    Word<CallbacksGo>{CallbacksGo::Here, QLatin1String("here")},
    Word<CallbacksGo>{CallbacksGo::Elsewhere, QLatin1String("elsewhere")},
};

QString timeText(UtcTime time)
{
    return time.isSet() ? time.toIso() : QString();
}

UtcTime timeOf(const QJsonValue &value)
{
    return UtcTime::parse(value.toString()).value_or(UtcTime());
}

RestoreReport fromJson(const QJsonObject &json)
{
    RestoreReport report;
    report.restoredAt = timeOf(json[u"restoredAt"]);
    report.backupAt = timeOf(json[u"backupAt"]);
    report.linkTokens = json[u"linkTokens"].toInt();
    report.slotHolds = json[u"slotHolds"].toInt();
    report.unsure = json[u"unsure"].toInt();
    report.comparedAt = timeOf(json[u"comparedAt"]);
    report.callbacks = valueOf(words, json[u"callbacks"].toString(), CallbacksGo::Unknown);
    for (const auto &facility : json[u"notListed"].toArray())
        report.notListed << facility.toString();
    report.repeatable = json[u"repeatable"].toInt();
    return report;
}

}

QString toWord(CallbacksGo where)
{
    return wordOf(words, where);
}

QJsonObject toJson(const RestoreReport &report)
{
    return {{u"restoredAt"_s, timeText(report.restoredAt)}, {u"backupAt"_s, timeText(report.backupAt)},
        {u"linkTokens"_s, report.linkTokens}, {u"slotHolds"_s, report.slotHolds}, {u"unsure"_s, report.unsure},
        {u"comparedAt"_s, timeText(report.comparedAt)}, {u"callbacks"_s, toWord(report.callbacks)},
        {u"notListed"_s, QJsonArray::fromStringList(report.notListed)}, {u"repeatable"_s, report.repeatable}};
}

Result<std::optional<RestoreReport>> restoreReport(Connection &db)
{
    const auto text = Meta(db).value(metaRestoreReport);
    if (!text)
        return failed(text);
    if (text->isEmpty())
        return std::optional<RestoreReport>();
    return std::optional(fromJson(QJsonDocument::fromJson(text->toUtf8()).object()));
}

Done saveRestoreReport(Connection &db, const RestoreReport &report)
{
    return Meta(db).set(
        metaRestoreReport, QString::fromUtf8(QJsonDocument(toJson(report)).toJson(QJsonDocument::Compact)));
}

Result<bool> isBridgePaused(Connection &db)
{
    return Meta(db).value(metaBridgePaused).map([](const QString &word) { return word == u"1"; });
}

}
