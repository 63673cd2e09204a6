#include "identifier_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace nadi::ui
{
namespace
{

struct IdentifierWords
{
    Q_DECLARE_TR_FUNCTIONS(IdentifierWords)
};

}

QString abhaEnrolmentSystem()
{
    return QStringLiteral("ABHA enrolment");
}

QString identifierTitle(const Identifier &identifier, const QList<Facility> &facilities)
{
    switch (identifier.system) {
    case IdentifierSystem::AbhaNumber:
        return IdentifierWords::tr("ABHA number");
    case IdentifierSystem::AbhaAddress:
        return IdentifierWords::tr("ABHA address");
    case IdentifierSystem::LocalNumber: {
        const auto place = std::find_if(facilities.begin(), facilities.end(),
            [&](const Facility &facility) { return facility.id.value() == identifier.assigner; });
        return place == facilities.end() ? IdentifierWords::tr("Our number")
                                         : IdentifierWords::tr("Number at %1").arg(place->name);
    }
    case IdentifierSystem::External:
        break;
    }
    return identifier.assigner == abhaEnrolmentSystem() ? IdentifierWords::tr("ABHA enrolment number")
                                                        : identifier.assigner;
}

QString identifierValue(const Identifier &identifier)
{
    if (identifier.system == IdentifierSystem::AbhaNumber)
        if (const auto number = AbhaNumber::parse(identifier.value))
            return number->masked();
    if (identifier.system == IdentifierSystem::AbhaAddress)
        if (const auto address = AbhaAddress::parse(identifier.value))
            return address->masked();
    return identifier.value;
}

QString identifierDetail(const Identifier &identifier, const ClinicTime &time, UtcTime now)
{
    switch (identifier.status) {
    case IdentifierStatus::Detached:
        return IdentifierWords::tr("Detached %1: %2", "time, reason")
            .arg(time.moment(identifier.endedAt, now), identifier.endReason);
    case IdentifierStatus::RemovedByOwner:
        return IdentifierWords::tr("Removed by its owner, %1").arg(time.moment(identifier.endedAt, now));
    case IdentifierStatus::Active:
        break;
    }
    if (identifier.verifiedAt.isSet())
        return IdentifierWords::tr("Verified by %1, %2", "how, when")
            .arg(proofWord(identifier.verifiedBy), time.moment(identifier.verifiedAt, now));
    const bool abha
        = identifier.system == IdentifierSystem::AbhaNumber || identifier.system == IdentifierSystem::AbhaAddress;
    return abha ? IdentifierWords::tr("Not verified here") : QString();
}

QString membershipDetail(const clinic::Membership &there, const ClinicTime &time, UtcTime now)
{
    QStringList parts = there.numbers;
    parts += there.lastVisit.isSet() ? IdentifierWords::tr("last visit %1").arg(time.moment(there.lastVisit, now))
                                     : IdentifierWords::tr("no visit yet");
    if (there.linkedRecords > 0)
        parts += IdentifierWords::tr("%n record(s) linked", nullptr, there.linkedRecords);
    return parts.join(QStringLiteral("  ·  "));
}

QString membershipLink(const clinic::Membership &there, const ClinicTime &time, UtcTime now)
{
    if (there.tokenUntil.isSet())
        return IdentifierWords::tr("Linked until %1").arg(time.moment(there.tokenUntil, now));
    return there.linkedRecords > 0 ? IdentifierWords::tr("Linked before") : IdentifierWords::tr("Not linked yet");
}

QString proofWord(AbhaProof proof)
{
    switch (proof) {
    case AbhaProof::AadhaarOtp:
        return IdentifierWords::tr("Aadhaar OTP");
    case AbhaProof::MobileOtp:
        return IdentifierWords::tr("OTP on the ABHA mobile");
    case AbhaProof::Fingerprint:
        return IdentifierWords::tr("fingerprint");
    case AbhaProof::Face:
        return IdentifierWords::tr("face");
    case AbhaProof::Iris:
        return IdentifierWords::tr("iris");
    case AbhaProof::Demographic:
        return IdentifierWords::tr("details in Aadhaar");
    case AbhaProof::Created:
        return IdentifierWords::tr("creation here");
    case AbhaProof::Share:
        return IdentifierWords::tr("the ABHA app's scan");
    case AbhaProof::None:
        break;
    }
    return IdentifierWords::tr("nobody");
}

}
