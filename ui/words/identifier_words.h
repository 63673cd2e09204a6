#pragma once

#include "clinic/memberships.h"
#include "domain/identifier.h"
#include "ui/words/clinic_time.h"

namespace nadi::ui
{

/// Under which the enrolment number of a driving licence stands in a file; stored, so never translated.
QString abhaEnrolmentSystem();
/// "ABHA number", "Number at Nadi Baner", "City Hospital MRN"
QString identifierTitle(const Identifier &identifier, const QList<Facility> &facilities);
/// ABHA masked; empty when its owner removed it.
QString identifierValue(const Identifier &identifier);
/// How and when it was verified, or when and why it ended.
QString identifierDetail(const Identifier &identifier, const ClinicTime &time, UtcTime now);
/// "KR-00018  ·  last visit 12 November, 10:40  ·  2 records linked"
QString membershipDetail(const clinic::Membership &there, const ClinicTime &time, UtcTime now);
/// "Linked until 3 March" where a link token is held, otherwise whether anything was linked.
QString membershipLink(const clinic::Membership &there, const ClinicTime &time, UtcTime now);
QString proofWord(AbhaProof proof);

}
