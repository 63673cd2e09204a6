#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace nadi::sandbox
{

/// A call that passed the front: authenticated, headers checked, body fits the schema.
struct Call
{
    QString operation; ///< path as the contract spells it
    QString path;
    QString client;
    QString request; ///< REQUEST-ID
    QString hip; ///< X-HIP-ID, may be empty
    QString linkToken; ///< X-LINK-TOKEN, may be empty
    QJsonObject body;
};

/// A refusal; the front dresses it in one of the documented shapes of 8.2.
struct Refusal
{
    QString code;
    QString message;
};

/// How a part answers a call.
struct Answer
{
    int status = 202;
    QJsonValue body;
    std::optional<Refusal> refusal;

    static Answer accepted() { return {}; }
    static Answer ok(QJsonValue body) { return {200, std::move(body), std::nullopt}; }
    static Answer refused(int status, const char *code, const QString &message)
    {
        return {status, {}, Refusal{QString::fromLatin1(code), message}};
    }
    static Answer empty(int status) { return {status, {}, std::nullopt}; }
};

}
