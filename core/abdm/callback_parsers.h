#pragma once

#include "abdm/json_reader.h"

namespace nadi::abdm
{

// One parser per callback; what was wrong stays in `fields`.
OnGenerateToken parseOnGenerateToken(Fields &fields);
OnLinkCareContext parseOnLinkCareContext(Fields &fields);
OnNotify parseOnNotify(Fields &fields);
ConsentNotify parseConsentNotify(Fields &fields);
HealthInformationRequest parseHealthInformationRequest(Fields &fields);
PatientShare parsePatientShare(Fields &fields);
RunningTokenStatus parseRunningTokenStatus(Fields &fields);
PatientStatus parsePatientStatus(Fields &fields);
DiscoverRequest parseDiscover(Fields &fields);
LinkInit parseLinkInit(Fields &fields);
LinkConfirm parseLinkConfirm(Fields &fields);

}
