#pragma once

#include "flow_driver.h"

namespace nadi::test
{

/// The automatic consent that the patient's own app sends after a link (abdm-v3-gateway.md 6.3).
inline ConsentArtefact selfConsent(QStringList contexts = {u"RX-1"_s})
{
    ConsentArtefact consent;
    consent.id = ConsentId(u"consent-1"_s);
    consent.status = ConsentStatus::Granted;
    consent.hip = clinic().id;
    consent.patientAddress = u"asha.verma1990@sbx"_s;
    for (const auto &context : contexts)
        consent.careContexts << CareContextRef(context);
    consent.hiTypes = {u"Prescription"_s};
    consent.purposeCode = u"PATRQT"_s;
    consent.from = noon - 7 * 24h;
    consent.to = noon + 1h;
    consent.dataEraseAt = noon + 30 * 24h;
    consent.createdAt = noon;
    return consent;
}

inline QList<flows::Facts::HeldRecord> heldFor(const ConsentArtefact &consent)
{
    QList<flows::Facts::HeldRecord> held;
    for (const auto &context : consent.careContexts)
        held << flows::Facts::HeldRecord{context, HiType::Prescription, noon - 1h - held.size() * 1h,
            consent.patientAddress, RecordId(context.value())};
    return held;
}

}
