#pragma once

#include "common/utc_time.h"
#include "domain/abha.h"
#include "domain/ids.h"

#include <QStringList>

namespace nadi
{

enum class ConsentStatus { Requested, Granted, Denied, Revoked, Expired };

/// A consent artefact as the HIP sees it (abdm-v3-gateway.md 6.3).
struct ConsentArtefact
{
    ConsentId id;
    ConsentStatus status = ConsentStatus::Requested;
    FacilityId hip;
    QString patientAddress; ///< ABHA address as sent
    QList<CareContextRef> careContexts;
    QStringList hiTypes; ///< wire words as received; unknown ones stay and grant nothing (S-N6)
    QString purposeCode; ///< PATRQT, CAREMGT, …
    UtcTime from;
    UtcTime to;
    UtcTime dataEraseAt;
    QString frequencyUnit; ///< HOUR, DAY, …
    int frequencyValue = 0;
    int frequencyRepeats = 0;
    UtcTime createdAt;
    QString requesterName; ///< the person who asked; empty in the patient's own consents
    QString hiuName; ///< where that person works
};

QString toWire(ConsentStatus status);
ConsentStatus consentStatusFromWire(QStringView word);

/// A link token held for one patient at one facility. The token itself is sealed in storage.
struct LinkTokenInfo
{
    AbhaAddress address;
    FacilityId facility;
    UtcTime issuedAt;
    UtcTime expiresAt;
};

}
