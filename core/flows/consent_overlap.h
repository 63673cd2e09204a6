#pragma once

#include "domain/consent.h"

namespace nadi::flows
{

/// What two grants with one consent id both give. By the contract an artefact does not change (6.2); when it comes
/// again with other contents, only what each of them grants was surely granted. A repeat about another patient,
/// facility or purpose is not this consent: the stored one stays as it is.
ConsentArtefact overlap(const ConsentArtefact &stored, const ConsentArtefact &repeated);

/// Whether both let the same records out.
bool grantsTheSame(const ConsentArtefact &a, const ConsentArtefact &b);

}
