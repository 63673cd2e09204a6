#pragma once

#include "abdm/callbacks.h"
#include "common/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace nadi::abdm
{

/// Looks at raw bytes and refuses what is too big, too deep or too many, before a parser allocates for it (S-C9).
/// Error: CB-LIMIT.
Done checkLimits(QByteArrayView json, const JsonLimits &limits);

/// Limits, then the JSON text. Errors: CB-LIMIT, CB-JSON.
Result<QJsonValue> readJson(QByteArrayView json, const JsonLimits &limits);
/// The same, and it must be an object.
Result<QJsonObject> readJsonObject(QByteArrayView json, const JsonLimits &limits);

/// A code as gateways write it: text or number, sometimes with a trailing ": " (8.2).
QString readCode(const QJsonValue &code);
/// "1092" of "ABDM-1092" or "1092": both spellings are seen.
QStringView bareCode(QStringView code);

/// Reads the members of one object and keeps the first thing that was wrong, so that a parser reads like the table it
/// implements. Views made by `object()` report to the view they came from and must not outlive it.
class Fields
{
public:
    explicit Fields(QJsonObject object)
        : m_object(std::move(object))
        , m_error(&m_own)
    {
    }
    Fields(const Fields &) = delete;
    Fields &operator=(const Fields &) = delete;
    Fields(Fields &&) = delete;

    bool has(QStringView key) const;
    /// As it came, for members that gateways write in more than one form.
    QJsonValue value(QStringView key) const { return m_object.value(key); }
    Fields object(QStringView key) const { return Fields(*this, key); }
    QJsonArray array(QStringView key);

    /// Non-empty text; CB-MISSING when absent, null or empty, CB-VALUE when of another type.
    QString text(QStringView key);
    /// Empty when absent or null.
    QString optionalText(QStringView key);
    /// Text or number, as text; empty for anything else. For bodies that are read as tolerantly as they are written
    /// (3.2).
    QString looseText(QStringView key) const;
    /// Text or number, as text: frequencies come both ways (6.1).
    int optionalNumber(QStringView key);
    /// CB-MISSING, or CB-VALUE when not readable.
    UtcTime time(QStringView key);
    UtcTime optionalTime(QStringView key);
    /// `error` when it is there and not null (8.2, last line).
    std::optional<CallbackError> callbackError() const;
    /// response.requestId, or resp.requestId (4.4).
    RequestId inReplyTo();

    void refuse(QString code, QStringView key);
    const std::optional<Error> &error() const { return *m_error; }

private:
    Fields(const Fields &parent, QStringView key);

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_own;
    std::optional<Error> *m_error;
};

}
