#pragma once

#include "domain/clinic.h"
#include "domain/identifier.h"
#include "ui/words/clinic_time.h"

namespace nadi::ui
{

/// "ABHA number", "Number at Nadi Baner", "City Hospital MRN"
QString identifierTitle(const Identifier &identifier, const QList<Facility> &facilities);
/// ABHA masked; empty when its owner removed it.
QString identifierValue(const Identifier &identifier);
/// How and when it was verified, or when and why it ended.
QString identifierDetail(const Identifier &identifier, const ClinicTime &time, UtcTime now);
QString proofWord(AbhaProof proof);

}
