#pragma once

#include "common/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace nadi::abdm::registry
{

/// A look-up in the Healthcare Professionals Registry (abha-m1.md 6.3). One of the first two is needed.
struct ProfessionalQuery
{
    QString hprId; ///< "71-0045-0012-2334"
    QString registrationNumber; ///< at the state's council
    QString name, state; ///< narrow the second

    /// HPR-QUERY when neither is there.
    Result<QJsonObject> body() const;
};

struct CouncilRegistration
{
    QString number;
    QString council;
    QString systemOfMedicine;

    bool operator==(const CouncilRegistration &) const = default;
};

struct Professional
{
    QString hprId;
    QString hprAddress; ///< "kavya.reddy@hpr.abdm"
    QString name;
    QList<CouncilRegistration> registrations;
    QStringList qualifications; ///< "BAMS"
    enum class Standing { Verified, Unverified } standing = Standing::Unverified;

    bool operator==(const Professional &) const = default;
};

/// Verified only when the council is verified and the application approved: booleans come as text, entries as an array
/// inside an array. Errors: CB-LIMIT, CB-JSON, HPR-ANSWER.
Result<QList<Professional>> readProfessionals(QByteArrayView body);

/// "71-0045-0012-2334" from any spelling with or without dashes; HPR-ID otherwise. A wrong check digit is no error:
/// Luhn is only observed, not documented (4.1).
Result<QString> normalisedHprId(QStringView text);

}
