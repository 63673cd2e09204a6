#pragma once

#include "abdm/callbacks.h"
#include "bridge/https_server.h"
#include "domain/clinic.h"

#include <QHash>

namespace nadi::bridge
{

/// Network ids of our facilities. Ids are opaque: exact, case-sensitive, never by prefix (S-C10).
using FacilityDirectory = QHash<QString, FacilityId>;
FacilityDirectory facilityDirectory(const QList<Facility> &facilities);

struct Addressee
{
    /// Empty with an empty `quarantine`: the conversation decides (9, data request and answers). With
    /// CB-FACILITY-UNKNOWN the id as it came, so that the callback can be worked on when that facility appears (B28).
    FacilityId facility;
    QString quarantine; ///< reason code: "CB-FACILITY-UNKNOWN", "CB-FACILITY-MISMATCH", "CB-FACILITY-MISSING"
};

/// Whom a callback is for, by X-HIP-ID (X-HIU-ID on HIU paths) and the documented body field (S-C10, S-C11). Never a
/// default facility.
Addressee addresseeOf(abdm::CallbackKind kind, const HttpRequest &request, const std::optional<FacilityId> &inBody,
    const FacilityDirectory &directory);

}
