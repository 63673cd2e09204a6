#include "flows/consent_overlap.h"

#include <algorithm>

namespace nadi::flows
{

ConsentArtefact overlap(const ConsentArtefact &stored, const ConsentArtefact &repeated)
{
    const bool samePatient = stored.patientAddress.compare(repeated.patientAddress, Qt::CaseInsensitive) == 0;
    if (!samePatient || stored.hip != repeated.hip || stored.purposeCode != repeated.purposeCode)
        return stored;
    ConsentArtefact both = stored;
    both.careContexts.removeIf([&](const auto &context) { return !repeated.careContexts.contains(context); });
    both.hiTypes.removeIf([&](const auto &type) { return !repeated.hiTypes.contains(type, Qt::CaseInsensitive); });
    both.from = std::max(stored.from, repeated.from);
    both.to = std::min(stored.to, repeated.to);
    both.dataEraseAt = std::min(stored.dataEraseAt, repeated.dataEraseAt);
    return both;
}

bool grantsTheSame(const ConsentArtefact &a, const ConsentArtefact &b)
{
    return a.careContexts == b.careContexts && a.hiTypes == b.hiTypes && a.from == b.from && a.to == b.to
        && a.dataEraseAt == b.dataEraseAt;
}

}
