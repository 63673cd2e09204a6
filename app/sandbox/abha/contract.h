#pragma once

#include "common/result.h"
#include "sandbox/abha/answer.h"

#include <QJsonArray>

namespace nadi::sandbox::abha
{

enum class TokenNeed { None, User, Web, Transfer, Refresh };

/// One operation of resources/abdm/abha-v3-m1.contract.json.
struct Operation
{
    QString name;
    TokenNeed token = TokenNeed::None;
    int headerStatus = 400; ///< how a bad TIMESTAMP or REQUEST-ID is answered
    bool dislikesRubbish = false; ///< a gateway token that is none at all is 500 and 900900 here
    QJsonArray fields;
};

/// The operations of Milestone 1 and what their bodies must look like.
class Contract
{
public:
    static Result<Contract> load(const QByteArray &json);
    /// `path` behind /abha/api.
    const Operation *find(const QByteArray &method, const QString &path) const;
    /// The documented answer to the first member that is missing or has another form.
    std::optional<Refusal> bodyFault(const Operation &operation, const QJsonObject &body) const;

private:
    QHash<QString, Operation> m_operations; ///< by "METHOD path"
    QList<QPair<QString, QString>> m_patterns; ///< with a {parameter} at the end
    QJsonObject m_faults;
};

}
