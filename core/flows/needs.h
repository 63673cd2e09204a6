#pragma once

#include "flows/flow.h"

#include <QStringList>

namespace nadi::flows
{

/// Which facts one step looks at, so that the runner reads no more than that. `facility`, `facilityLink`, `now`,
/// `bridgeId`, `bridgeUrl` and `jitter` are always given.
struct Needs
{
    bool patient = false; ///< Facts::patient, of the flow's row
    bool linkToken = false; ///< Facts::linkToken and Facts::tokenRequest of that patient at that facility
    CareContextRef linkedContext; ///< when set: Facts::contextLinked of it
    ConsentId consent; ///< when set: Facts::consent, servedBefore, consentAccepted of this consent
    TransactionId transaction; ///< does not count in Facts::servedBefore
    /// Facts::held: those of these care contexts that are signed records of this facility. When empty and `consent` is
    /// set: the care contexts of the stored artefact.
    QList<CareContextRef> careContexts;
    /// When set: Facts::share, by taking the person's queue token at this counter.
    std::optional<abdm::PatientShare> share;
    /// When set: Facts::candidates, asksBefore, and the unlinked contexts of the one match.
    std::optional<abdm::DiscoverRequest> discover;
    bool unlinked = false; ///< Facts::unlinked of the flow's patient
    QString codesFor; ///< ABHA address of which Facts::codesBefore is wanted
    QString queueOf; ///< counter of which Facts::queue is wanted
};

Needs needs(QStringView kind, const QJsonObject &state, const Event &event);

/// Business keys under which a link token may have been asked for on this UTC day or the day before, newest first. Hold
/// no personal data. At most three a day: a fourth is answered with a block of 24 hours (abdm-v3-gateway.md 4.1).
QStringList tokenRequestKeys(const FacilityId &facility, const PatientId &patient, UtcTime now);

}
