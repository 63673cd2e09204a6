#pragma once

#include "flows/flow.h"

namespace nadi::flows
{

/// One request to let records out.
struct ReleaseRequest
{
    FacilityId facility; ///< addressed by the callback
    UtcTime from;
    UtcTime to;
    UtcTime now;
};

struct Release
{
    QList<CareContextRef> careContexts; ///< of what may leave, newest first
    QList<Facts::HeldRecord> records; ///< what may leave, newest first; several may be of one care context
    QString refusal; ///< "ABDM-1061", … when nothing may; empty otherwise
};

/// The one place that decides whether a byte may leave (S-N2): state, erase date, facility, HI type, date range, care
/// context, purpose, frequency, accepted acknowledgement, same patient. Pure.
Release decide(const std::optional<ConsentArtefact> &consent, const ReleaseRequest &request,
    const QList<Facts::HeldRecord> &held, int servedBefore, bool consentAccepted);

/// The same question for one page when its bytes are ready (S-N4): empty, or why it may not leave any more.
QString refusalOfPage(const PushRecord &page, const Facts &facts);

}
