#pragma once

#include "bridge/https_server.h"
#include "sandbox/abha/refusal.h"
#include "sandbox/abha/user_tokens.h"

#include <QJsonObject>

namespace nadi::sandbox::abha
{

/// A call that passed the door: authenticated, headers and token good, members of the body in their forms.
struct Call
{
    QString operation;
    QString client;
    QJsonObject body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case, underscores as hyphens
    TokenClaims token; ///< of the operations that need one
};

struct Reply
{
    QJsonValue body = QJsonValue::Undefined;
    QByteArray bytes; ///< instead of a body
    QByteArray contentType;

    static Reply json(QJsonValue value) { return {std::move(value), {}, {}}; }
    static Reply png(QByteArray image) { return {QJsonValue::Undefined, std::move(image), "image/png"}; }
};

using Outcome = tl::expected<Reply, Refusal>;

}
