#pragma once

#include "common/result.h"
#include "domain/ids.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace nadi::abdm::registry
{

/// A search of the Health Facility Registry (abha-m1.md 6.1, documented). Either the id, or ownership, state and name.
struct FacilityQuery
{
    FacilityId id; ///< then everything else is ignored
    QString ownership; ///< "G" government, "P" private, "PP" public-private
    QString state; ///< LGD code, "27"
    QString name; ///< part of the name is enough
    QString district, subDistrict; ///< LGD codes, may be empty
    QString pinCode;
    int page = 1;

    /// HFR-QUERY names the first field that is missing.
    Result<QJsonObject> body() const;
};

struct FacilityEntry
{
    FacilityId id; ///< empty for drafts
    QString name;
    QString status; ///< "Draft", "Submitted", "Approved", others possible: only Approved counts as one
    QString ownership; ///< "Private"
    QString systemOfMedicine, type;
    QString state, district, pinCode, address; ///< names, not codes

    bool isApproved() const { return status.compare(QLatin1String("approved"), Qt::CaseInsensitive) == 0; }
    bool operator==(const FacilityEntry &) const = default;
};

struct FacilityPage
{
    QList<FacilityEntry> facilities;
    int total = 0;
    int pages = 0;
};
/// Errors: CB-LIMIT, CB-JSON, HFR-ANSWER.
Result<FacilityPage> readFacilities(QByteArrayView body);

}
