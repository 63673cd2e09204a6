#include "abdm/abha/refusal_reader.h"

#include "abdm/abha/meaning.h"
#include "abdm/json_reader.h"

#include <algorithm>

namespace nadi::abdm::abha
{
namespace
{
constexpr JsonLimits refusalLimits{.bytes = 64 * 1024, .depth = 16, .members = 1000};
// Six accounts with a photo of 100 KB each, and room.
constexpr JsonLimits answerLimits{.bytes = 1024 * 1024, .depth = 16, .members = 5000};
constexpr qsizetype longestMessage = 200;

QString forTheScreen(QString text)
{
    text = text.left(4 * longestMessage).simplified();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return text.left(longestMessage);
}

class Reader
{
public:
    explicit Reader(int status)
    {
        m_out.httpStatus = status;
        m_out.code = QStringLiteral("HTTP-%1").arg(status);
    }

    Refusal take(const QJsonValue &value)
    {
        read(value, 2);
        return done();
    }
    Refusal takeText(const QString &text)
    {
        m_out.message = forTheScreen(text);
        return done();
    }

private:
    Refusal done()
    {
        m_out.kind = kindOf(meaningOf(m_out));
        return m_out;
    }

    void read(const QJsonValue &value, int depth)
    {
        // Of several entries the first; the others are complaints about the same request.
        const auto object = value.isArray() ? value.toArray().at(0).toObject() : value.toObject();
        if (const auto error = object.value(u"error"); error.isObject())
            return read(error, depth);
        const auto code = readCode(object.value(u"code"));
        // The API manager's 404 repeats the HTTP status as its code.
        if (!code.isEmpty() && code != QString::number(m_out.httpStatus))
            m_out.code = code;
        for (const auto key : {u"message", u"Message", u"error"})
            if (const auto text = object.value(QStringView(key)).toString(); !text.isEmpty())
                return readMessage(text, depth);
        if (code.isEmpty())
            readField(object);
    }

    /// A message may hold the whole complaint once more, as JSON text.
    void readMessage(const QString &text, int depth)
    {
        if (depth > 0 && (text.startsWith(u'[') || text.startsWith(u'{'))) {
            if (const auto inner = readJson(text.toUtf8(), refusalLimits))
                return read(*inner, depth - 1);
        }
        m_out.message = forTheScreen(text);
    }

    void readField(const QJsonObject &object)
    {
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isString() || it.key() == u"timestamp")
                continue;
            m_out.field = forTheScreen(it.key()).left(32);
            m_out.code = QStringLiteral("FIELD-") + m_out.field;
            m_out.message = forTheScreen(it.value().toString());
            return;
        }
    }

    Refusal m_out;
};

/// Without the members of an answer, which are no complaints about a field.
QJsonObject wordsOf(const QJsonObject &answer)
{
    return {
        {QStringLiteral("message"), answer.value(u"message")}, {QStringLiteral("Message"), answer.value(u"Message")}};
}

bool saysSuccess(const QJsonObject &object)
{
    const auto result = object.value(u"authResult");
    return result.isUndefined() || result.isNull() || result.toString().compare(u"success", Qt::CaseInsensitive) == 0;
}
}

Refusal readRefusal(const Reply &reply)
{
    const auto text = QByteArrayView(reply.body).trimmed();
    if (text.startsWith('{') || text.startsWith('['))
        if (const auto value = readJson(text, refusalLimits))
            return Reader(reply.status).take(*value);
    const bool isPage = text.startsWith('<') || reply.contentType.toLower().contains("html");
    return Reader(reply.status)
        .takeText(isPage ? QString() : QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 1024))));
}

Refusal unreadable(const Reply &reply, QString code)
{
    return {ErrorKind::Protocol, reply.status, std::move(code), {}, {}};
}

Answer<QJsonObject> readObject(const Reply &reply)
{
    if (reply.status / 100 != 2)
        return tl::unexpected(readRefusal(reply));
    auto value = readJson(reply.body, answerLimits);
    if (!value)
        return tl::unexpected(unreadable(reply, QStringLiteral("ABHA-JSON")));
    // abha/search answers with an array of one object (3.7).
    auto object = value->isArray() ? value->toArray().at(0).toObject() : value->toObject();
    if (!saysSuccess(object)) {
        auto refusal = Reader(reply.status).take(wordsOf(object));
        refusal.code = QStringLiteral("AUTH-FAILED");
        refusal.kind = kindOf(meaningOf(refusal));
        return tl::unexpected(refusal);
    }
    if (object.value(u"error").isObject())
        return tl::unexpected(Reader(reply.status).take(object));
    return object;
}

}
