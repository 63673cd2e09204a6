#pragma once

#include "common/secret.h"
#include "domain/consent.h"
#include "storage/connection.h"

#include <optional>

namespace nadi::storage
{

/// Consent artefacts as HIP, and link tokens per (facility, ABHA address). Both sealed.
class ConsentRepository
{
public:
    explicit ConsentRepository(Connection &db)
        : m_db(db)
    {
    }
    /// Stores or moves forward; a final state never reopens. `raw` is kept as received.
    Done save(const ConsentArtefact &artefact, QByteArrayView raw, UtcTime now);
    Result<ConsentArtefact> artefact(const ConsentId &id) const;
    /// Deletes body and artefact, keeps a stub for audit (S-N5): id, facility, status, times, who asked and why.
    Done end(const ConsentId &id, ConsentStatus status, UtcTime now);
    /// How many data requests of this consent were served (frequency rule), without the one named.
    Result<int> served(const ConsentId &id, UtcTime since, const TransactionId &except = {}) const;
    Done countServed(const ConsentId &id, const TransactionId &transaction, UtcTime now);

    Done saveLinkToken(const LinkTokenInfo &info, const Secret &token, const QString &obtainedBy);
    /// nullopt when none, or less than `margin` of life is left at `now`.
    Result<std::optional<LinkTokenInfo>> linkToken(
        const FacilityId &facility, const AbhaAddress &address, UtcTime now, std::chrono::milliseconds margin) const;
    Result<Secret> revealLinkToken(const FacilityId &facility, const AbhaAddress &address) const;
    Done dropLinkToken(const FacilityId &facility, const AbhaAddress &address, const QString &reason, UtcTime now);
    /// At every facility.
    Done dropLinkTokens(const AbhaAddress &address, const QString &reason, UtcTime now);
    /// Ends every open consent of this address and forgets that they were this person's (B40). Count.
    Result<int> endAllOf(const AbhaAddress &address, ConsentStatus status, UtcTime now);

private:
    Done close(const ConsentId &id, ConsentStatus status, const QByteArray &stub, UtcTime now);

    Connection &m_db;
};

}
