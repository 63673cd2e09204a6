#include "sandbox/faults.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;

namespace
{
/// A proxy between the caller and the service, speaking for itself.
const QByteArray proxyPage = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad "
                             "Gateway</h1></center><hr><center>nginx</center></body></html>";

/// What the connection carries instead of the service's answer: literally the planned body.
void say(CallFate &fate, const QJsonObject &details)
{
    fate.kind = CallFate::Kind::Say;
    fate.status = details[u"status"].toInt(500);
    const auto body = details[u"body"];
    fate.contentType = body.isString() ? "text/plain" : "application/json";
    fate.body = body.isString() ? body.toString().toUtf8()
        : body.isArray()        ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
        : body.isObject()       ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                                : QByteArray();
}

void apply(CallFate &fate, const QString &act, const QJsonObject &details)
{
    if (act == u"drop-after"_s)
        fate.kind = CallFate::Kind::DropAfter;
    else if (act == u"drop-before"_s)
        fate.kind = CallFate::Kind::DropBefore;
    else if (act == u"say"_s)
        say(fate, details);
    else if (act == u"proxy-page"_s) {
        fate.kind = CallFate::Kind::Say;
        fate.status = 502;
        fate.contentType = "text/html";
        fate.body = proxyPage;
    } else if (act == u"code"_s) {
        fate.kind = CallFate::Kind::Answer;
        fate.code = details[u"code"].toString();
        fate.status = details[u"status"].toInt();
    } else if (const int status = act.toInt(); status >= 400) {
        fate.kind = CallFate::Kind::Answer;
        fate.status = status;
    }
    fate.shape = details[u"shape"].toString(fate.shape);
    fate.successStatus = details[u"success"].toInt(fate.successStatus);
}
}

Faults::Faults(const QJsonObject &plan)
    : m_dice(quint64(plan[u"seed"].toInteger(0)))
{
    for (const auto &row : plan[u"rules"].toArray()) {
        Rule rule;
        rule.at = row[u"at"].toString();
        rule.match = row[u"match"].toString();
        rule.act = row[u"do"].toString();
        rule.chance = row[u"chance"].toDouble(1);
        rule.passing = row[u"after"].toInt(0);
        rule.left = row[u"times"].toInt(-1);
        rule.details = row.toObject();
        rule.delay = std::chrono::milliseconds(row[u"delayMs"].toInt(0));
        m_rules.append(rule);
    }
}

Faults Faults::mixed(quint64 seed)
{
    const auto rule = [](const char *at, const char *act, double chance, int delayMs = 0) {
        return QJsonObject{{u"at"_s, QLatin1String(at)}, {u"do"_s, QLatin1String(act)}, {u"chance"_s, chance},
            {u"delayMs"_s, delayMs}};
    };
    return Faults(QJsonObject{
        {u"seed"_s, qint64(seed & 0x7fffffff)},
        {u"rules"_s,
            QJsonArray{
                rule("call", "500", 0.05),
                rule("call", "429", 0.05),
                rule("call", "drop-after", 0.05),
                rule("call", "drop-before", 0.03),
                rule("callback", "twice", 0.25),
                rule("callback", "again", 0.05),
                rule("callback", "late", 0.25, 2000),
                rule("callback", "lost", 0.03),
                rule("callback", "odd-time", 0.2),
                rule("callback", "bad-signature", 0.1),
                rule("callback", "unknown-kid", 0.02),
            }},
    });
}

bool Faults::strikes(Rule &rule, QStringView at, const QString &path)
{
    if (rule.left == 0 || rule.at != at || !path.contains(rule.match))
        return false;
    if (rule.passing > 0) {
        --rule.passing;
        return false;
    }
    // Drawn even for certain rules, so that a changed chance does not shift what follows.
    const bool struck = std::uniform_real_distribution<>(0, 1)(m_dice) < rule.chance;
    if (struck && rule.left > 0)
        --rule.left;
    return struck;
}

CallFate Faults::forCall(const QString &path)
{
    CallFate fate;
    for (auto &rule : m_rules) {
        if (!strikes(rule, u"call", path))
            continue;
        fate.extraDelay += rule.delay;
        apply(fate, rule.act, rule.details);
    }
    return fate;
}

CallbackFate Faults::forCallback(const QString &path)
{
    CallbackFate fate;
    for (auto &rule : m_rules) {
        if (!strikes(rule, u"callback", path))
            continue;
        if (rule.act == u"lost"_s)
            fate.lost = true;
        else if (rule.act == u"twice"_s || rule.act == u"again"_s)
            fate.copies = 2;
        else if (rule.act == u"odd-time"_s)
            fate.oddTimestamp = true;
        else if (rule.act == u"bad-signature"_s)
            fate.badSignatureFirst = true;
        else if (rule.act == u"unknown-kid"_s)
            fate.unknownKid = true;
        fate.newIdPerCopy = fate.newIdPerCopy || rule.act == u"again"_s;
        fate.extraDelay += rule.delay;
    }
    return fate;
}

}
