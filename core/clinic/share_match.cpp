#include "clinic/shares.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

constexpr std::array evidence{
    std::pair{PersonField::AbhaNumber, ShareEvidence::AbhaNumber},
    std::pair{PersonField::AbhaAddress, ShareEvidence::AbhaAddress},
    std::pair{PersonField::Mobile, ShareEvidence::Mobile},
    std::pair{PersonField::Gender, ShareEvidence::Gender},
    std::pair{PersonField::Birth, ShareEvidence::Age},
    std::pair{PersonField::Name, ShareEvidence::Name},
};

}

AbhaProfile profileOf(const SharedProfile &shared)
{
    AbhaProfile profile;
    profile.number = shared.abhaNumber;
    profile.preferredAddress = shared.abhaAddress;
    profile.addresses = {shared.abhaAddress};
    profile.name = shared.name;
    profile.gender = shared.gender;
    profile.birth = shared.birth;
    profile.mobile = shared.mobile;
    profile.addressLine = shared.addressLine;
    profile.district = shared.district;
    profile.state = shared.state;
    profile.pinCode = shared.pincode;
    return profile;
}

ShareMatch compareShare(const SharedProfile &profile, const Patient &patient)
{
    const auto likeness = compare(patient, profileOf(profile));
    ShareMatch match;
    match.patient = patient;
    for (const auto &[field, what] : evidence) {
        const auto agreement = likeness.of(field);
        if (agreement == Agreement::Same || agreement == Agreement::Alike)
            match.agrees << what;
        else if (agreement == Agreement::Different)
            match.differs << what;
    }
    const bool sameAbha = match.agrees.contains(ShareEvidence::AbhaNumber)
        || (match.agrees.contains(ShareEvidence::AbhaAddress) && !match.differs.contains(ShareEvidence::AbhaNumber));
    match.needsReason = !sameAbha && !likeness.isEqualityEvidence();
    return match;
}

QList<ShareDifference> differences(const SharedProfile &profile, const Patient &patient)
{
    QList<ShareDifference> out;
    const auto likeness = compare(patient, profileOf(profile));
    for (const auto &line : likeness.fields)
        if (!line.theirs.isEmpty() && line.ours != line.theirs)
            out << ShareDifference{line.field, line.ours, line.theirs};
    return out;
}

}
