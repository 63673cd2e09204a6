#pragma once

#include "common/result.h"
#include "sandbox/schema.h"

#include <QHash>

namespace nadi::sandbox
{

/// One operation of the contract file.
struct Operation
{
    QString path; ///< as the file spells it, with {parameters}
    QJsonObject spec;
    bool has(QStringView header) const;
};

/// What is wrong with a header of a request.
struct HeaderFault
{
    QString name;
    bool missing = false;
};

/// resources/abdm/abdm-v3-hospital.openapi.json, asked by the gateway part about every request (section 12, 2).
class Contract
{
public:
    static Result<Contract> load(QByteArrayView openApi);
    /// Operations of one more document that uses no components.
    void add(QByteArrayView openApi);

    /// Only what a bridge may call: direction OUT.
    std::optional<Operation> outgoing(const QByteArray &method, const QString &path) const;
    Operation dataPush() const { return m_push; }

    std::optional<HeaderFault> headerFault(
        const Operation &operation, const QHash<QByteArray, QByteArray> &headers) const;
    std::optional<QString> bodyFault(const Operation &operation, const QJsonValue &body) const;
    /// Unknown members of a push, which strict requesters refuse (7.3).
    std::optional<QString> strictPushFault(const QJsonObject &body) const;
    std::optional<QString> callbackFault(const QString &path, const QJsonObject &body) const;

private:
    explicit Contract(const QJsonObject &document);
    void add(const QJsonObject &paths);

    SchemaChecker m_schema;
    SchemaChecker m_closed; ///< the same components with no member beyond the listed ones
    QHash<QByteArray, QList<Operation>> m_outgoing; ///< by method
    QHash<QString, Operation> m_callbacks;
    Operation m_push;
};

}
