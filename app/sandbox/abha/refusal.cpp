#include "sandbox/abha/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
Refused make(int status, Shape shape, const char *code, const QString &message)
{
    return Refused(Refusal{status, shape, QLatin1String(code), message, {}, {}});
}

/// The service writes some codes with a colon and a blank behind them; adding it twice would be our own invention.
QString withColon(const QString &code)
{
    return code.endsWith(u": "_s) ? code : code + u": "_s;
}
}

Refused keyed(QStringView field, const QString &message)
{
    return Refused(Refusal{400, Shape::Keyed, {}, message, field.toString(), {}});
}

Refused wrapped(int status, const char *code, const QString &message)
{
    return make(status, Shape::Wrapped, code, message);
}

Refused flat(int status, const char *code, const QString &message)
{
    return make(status, Shape::Flat, code, message);
}

Refused listed(const char *code, const QString &message)
{
    return make(400, Shape::Listed, code, message);
}

Refused plain(int status, const QString &message)
{
    return make(status, Shape::Message, "", message);
}

Refused manager(int status, const char *code, const char *message, const char *description)
{
    return Refused(
        Refusal{status, Shape::Manager, QLatin1String(code), QLatin1String(message), {}, QLatin1String(description)});
}

std::optional<Refusal> reshaped(Refusal refusal, QStringView word)
{
    static const std::pair<QStringView, Shape> words[]{{u"wrapped", Shape::Wrapped}, {u"listed", Shape::Listed},
        {u"flat", Shape::Flat}, {u"message", Shape::Message}, {u"keyed", Shape::Keyed}, {u"capital", Shape::Capital},
        {u"nested", Shape::Nested}, {u"nothing", Shape::Nothing}};
    if (word == u"colon") {
        refusal.code = withColon(refusal.code);
        return refusal;
    }
    for (const auto &[name, shape] : words) {
        if (name != word)
            continue;
        refusal.shape = shape;
        if (refusal.field.isEmpty())
            refusal.field = u"loginId"_s;
        return refusal;
    }
    return std::nullopt;
}

QString serviceTime(UtcTime now)
{
    return (now + 330min).toDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QJsonValue bodyOf(const Refusal &refusal, UtcTime now)
{
    const auto stamped
        = [&](const QString &key) { return QJsonObject{{key, refusal.message}, {u"timestamp"_s, serviceTime(now)}}; };
    const QJsonObject pair{{u"code"_s, refusal.code}, {u"message"_s, refusal.message}};
    const QJsonArray list{QJsonObject{{u"code"_s, withColon(refusal.code)}, {u"message"_s, refusal.message}}};
    switch (refusal.shape) {
    case Shape::Wrapped:
        return QJsonObject{{u"error"_s, pair}};
    case Shape::Listed:
        return list;
    case Shape::Flat:
        return pair;
    case Shape::Message:
        return stamped(u"message"_s);
    case Shape::Keyed:
        return stamped(refusal.field);
    case Shape::Capital:
        return stamped(u"Message"_s);
    case Shape::Manager: {
        auto out = pair;
        if (refusal.code == u"404"_s)
            out.insert(u"type"_s, u"Status report"_s);
        out.insert(u"description"_s, refusal.description);
        return out;
    }
    case Shape::Nested:
        return QJsonObject{{u"message"_s, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact))}};
    case Shape::Nothing:
        break;
    }
    return QJsonValue(QJsonValue::Undefined);
}

}
