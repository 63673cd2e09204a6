#include "ui/words/abha_words.h"

#include <QCoreApplication>

#include <array>

namespace nadi::ui
{
namespace
{

struct AbhaWords
{
    Q_DECLARE_TR_FUNCTIONS(AbhaWords)
};

enum class Family {
    Credentials,
    Clock,
    Internal,
    Expired,
    NotAllowed,
    Busy,
    SignInAgain,
    Locked,
    AddressTaken,
    NotFound,
    AddressNotFound,
    MobileFull,
    GovernmentOnly,
    AddressRules,
    DocumentDiffers,
    Uidai,
    AadhaarDiffers,
    SandboxFull,
    NotActive,
    ServiceDown,
    TheMessage,
    DeviceSetUp,
    OurSetUp,
    ClinicAway,
    NoData,
    AlreadyDone,
    WrongNumber,
    WrongOtp,
    OtpExpired,
    AadhaarInvalid,
    MobileInvalid,
    BadPhoto,
    HprKnown,
    FacilityKnown,
    WrongEntry,
};

struct Row
{
    const char *code;
    Family family;
};

// abha-m1.md 1.8 and 6.4, then what this program calls failures without a code.
constexpr std::array rows{
    Row{"900900", Family::SignInAgain},
    Row{"900901", Family::Credentials},
    Row{"900902", Family::Credentials},
    Row{"ABDM-1016", Family::Clock},
    Row{"ABDM-1030", Family::Internal},
    Row{"ABDM-1017", Family::Expired},
    Row{"ABDM-1021", Family::NotAllowed},
    Row{"ABDM-1022", Family::Busy},
    Row{"ABDM-1094", Family::SignInAgain},
    Row{"ABDM-1100", Family::Locked},
    Row{"ABDM-1101", Family::AddressTaken},
    Row{"ABDM-1107", Family::Internal},
    Row{"ABDM-1114", Family::NotFound},
    Row{"ABDM-1115", Family::NotFound},
    Row{"ABDM-1124", Family::MobileFull},
    Row{"ABDM-1138", Family::GovernmentOnly},
    Row{"ABDM-1157", Family::GovernmentOnly},
    Row{"ABDM-1160", Family::GovernmentOnly},
    Row{"ABDM-1170", Family::AddressRules},
    Row{"ABDM-1203", Family::DocumentDiffers},
    Row{"ABDM-1204", Family::Uidai},
    Row{"ABDM-1207", Family::AadhaarDiffers},
    Row{"ABDM-1211", Family::AddressNotFound},
    Row{"ABDM-1227", Family::SandboxFull},
    Row{"ABDM-1401", Family::NotActive},
    Row{"ABDM-1402", Family::NotActive},
    Row{"ABDM-1403", Family::NotActive},
    Row{"ABDM-1407", Family::NotActive},
    Row{"ABDM-1200", Family::ServiceDown},
    Row{"ABDM-1201", Family::ServiceDown},
    Row{"ABDM-1202", Family::ServiceDown},
    Row{"ABDM-1205", Family::ServiceDown},
    Row{"ABDM-1108", Family::ServiceDown},
    Row{"ABDM-1109", Family::ServiceDown},
    Row{"ABDM-1006", Family::TheMessage},
    Row{"ABDM-9999", Family::TheMessage},
    Row{"ABDM-2401", Family::Credentials},
    Row{"ABDM-2402", Family::Clock},
    Row{"ABDM-2403", Family::OurSetUp},
    Row{"ABDM-2404", Family::OurSetUp},
    Row{"ABDM-2500", Family::Credentials},
    Row{"K-547", Family::DeviceSetUp},
    Row{"ABDM-1001", Family::NoData},
    Row{"ABDM-1013", Family::WrongNumber},
    Row{"ABDM-1015", Family::OurSetUp},
    Row{"ABDM-1019", Family::ServiceDown},
    Row{"ABDM-1024", Family::ServiceDown},
    Row{"ABDM-1025", Family::OurSetUp},
    Row{"ABDM-1027", Family::Locked},
    Row{"ABDM-1028", Family::ClinicAway},
    Row{"ABDM-1031", Family::NoData},
    Row{"ABDM-1035", Family::OurSetUp},
    Row{"ABDM-1040", Family::OurSetUp},
    Row{"ABDM-1041", Family::Internal},
    Row{"ABDM-1048", Family::ServiceDown},
    Row{"ABDM-1049", Family::Internal},
    Row{"ABDM-1050", Family::Internal},
    Row{"ABDM-1051", Family::WrongNumber},
    Row{"ABDM-1052", Family::Expired},
    Row{"ABDM-1053", Family::AlreadyDone},
    Row{"ABDM-1064", Family::AlreadyDone},
    Row{"ABDM-1065", Family::SignInAgain},
    Row{"HIS-1002", Family::WrongEntry},
    Row{"HIS-1124", Family::OurSetUp},
    Row{"HIS-1128", Family::OurSetUp},
    Row{"HIS-1129", Family::OurSetUp},
    Row{"HIS-1132", Family::FacilityKnown},
    Row{"HIS-2001", Family::AadhaarInvalid},
    Row{"HIS-2022", Family::WrongOtp},
    Row{"HIS-2031", Family::Expired},
    Row{"HIS-2045", Family::Expired},
    Row{"HIS-3021", Family::HprKnown},
    Row{"HIS-3031", Family::SignInAgain},
    Row{"HIS-4003", Family::FacilityKnown},
    Row{"HIS-4055", Family::BadPhoto},
    Row{"HIS-5005", Family::AlreadyDone},
    Row{"HIS-5011", Family::SignInAgain},
    Row{"HIS-400", Family::WrongEntry},
    Row{"HIS-401", Family::Credentials},
    Row{"HIS-403", Family::NotAllowed},
    Row{"HIS-404", Family::NoData},
    Row{"HIS-422", Family::WrongEntry},
    Row{"HIS-500", Family::ServiceDown},
    Row{"HIS-502", Family::ServiceDown},
    Row{"HIS-503", Family::ServiceDown},
    Row{"HIS-504", Family::ServiceDown},
    Row{"AUTH-FAILED", Family::WrongOtp},
    Row{"FIELD-otpValue", Family::WrongOtp},
    Row{"FIELD-txnId", Family::Expired},
    Row{"FIELD-mobile", Family::MobileInvalid},
    Row{"FIELD-loginId", Family::WrongEntry},
    Row{"FIELD-abhaAddress", Family::AddressRules},
    Row{"FIELD-ABHANumber", Family::WrongNumber},
    Row{"FIELD-ProfilePhoto", Family::BadPhoto},
    Row{"FIELD-preferred", Family::Internal},
    Row{"FIELD-scope", Family::Internal},
    Row{"FIELD-loginHint", Family::Internal},
    Row{"FIELD-authMethods", Family::Internal},
    Row{"FIELD-authMethod", Family::Internal},
    Row{"AADHAAR-INVALID", Family::AadhaarInvalid},
    Row{"MOBILE-INVALID", Family::MobileInvalid},
    Row{"OTP-INVALID", Family::WrongOtp},
    Row{"ABHA-PARKED", Family::Expired},
};

const Row *find(const QString &code)
{
    for (const Row &row : rows)
        if (code == QLatin1String(row.code))
            return &row;
    return nullptr;
}

QString sentenceOf(Family family, identity::Way way)
{
    switch (family) {
    case Family::Credentials:
        return AbhaWords::tr("The health network refused this clinic's sign-in. Nothing was sent for the patient.");
    case Family::Clock:
        return AbhaWords::tr("This computer's clock may be wrong; the health network refused the time.");
    case Family::Internal:
        return AbhaWords::tr("The health network did not understand this program. Nothing was changed.");
    case Family::Expired:
        return AbhaWords::tr("This step has expired. Start again; what was agreed is kept.");
    case Family::NotAllowed:
        return AbhaWords::tr("This clinic's ABDM account is not allowed to do this.");
    case Family::Busy:
        return AbhaWords::tr("The health network is busy. Try in a minute.");
    case Family::SignInAgain:
        return AbhaWords::tr("The proof has run out. Please verify again.");
    case Family::Locked:
        return AbhaWords::tr("Too many tries.");
    case Family::AddressTaken:
        return AbhaWords::tr("This ABHA address is taken. Choose another.");
    case Family::NotFound:
        // Wording of the M1 test sheet, VRFY_ABHA_405.
        if (way == identity::Way::Aadhaar)
            return AbhaWords::tr("NO ABHA user registered with this Aadhaar Number");
        return way == identity::Way::Mobile || way == identity::Way::FindByMobile
            ? AbhaWords::tr("No ABHA was found for this mobile number.")
            : AbhaWords::tr("No ABHA was found for this number.");
    case Family::AddressNotFound:
        return AbhaWords::tr("There is no such ABHA address.");
    case Family::MobileFull:
        return AbhaWords::tr("This mobile is already used by 6 ABHA numbers. Use another.");
    case Family::GovernmentOnly:
        return AbhaWords::tr("Only government programmes may do this.");
    case Family::AddressRules:
        return AbhaWords::tr("This address breaks the rules printed beside the field.");
    case Family::DocumentDiffers:
        return AbhaWords::tr("The details differ from the document.");
    case Family::Uidai:
        return AbhaWords::tr("The Aadhaar OTP is not right.");
    case Family::AadhaarDiffers:
        return AbhaWords::tr("Name, birth date or sex differ from Aadhaar.");
    case Family::SandboxFull:
        return AbhaWords::tr("This training account has made its 100 ABHA numbers.");
    case Family::NotActive:
        return AbhaWords::tr("This ABHA is not active.");
    case Family::ServiceDown:
        return AbhaWords::tr(
            "The ABHA service does not answer now. You can go on without an ABHA; your work is saved.");
    case Family::DeviceSetUp:
        return AbhaWords::tr("The fingerprint reader is not set up for ABHA.");
    case Family::OurSetUp:
        return AbhaWords::tr("This clinic's connection needs IT. Care can go on.");
    case Family::ClinicAway:
        return AbhaWords::tr("The other clinic's program is not reachable.");
    case Family::NoData:
        return AbhaWords::tr("There is nothing for what was asked.");
    case Family::AlreadyDone:
        return AbhaWords::tr("This was already done earlier.");
    case Family::WrongNumber:
        return AbhaWords::tr("The health network does not know this ABHA number or address.");
    case Family::WrongOtp:
        return AbhaWords::tr("The code does not match. Type it again.");
    case Family::OtpExpired:
        return AbhaWords::tr("The code has expired. Ask for a new one.");
    case Family::AadhaarInvalid:
        return AbhaWords::tr("Aadhaar Number is not valid");
    case Family::MobileInvalid:
        return AbhaWords::tr("Please enter a valid mobile number");
    case Family::BadPhoto:
        return AbhaWords::tr("This picture was not taken; it must show a face.");
    case Family::HprKnown:
        return AbhaWords::tr("This professional is registered already.");
    case Family::FacilityKnown:
        return AbhaWords::tr("This facility is registered already.");
    case Family::WrongEntry:
        // Never blames the patient: the service says the same for what it cannot open (abha-m1.md 1.8).
        return AbhaWords::tr("The ABHA service did not take this entry. Check it and send it again.");
    case Family::TheMessage:
        break;
    }
    return {};
}

/// The text decides where one code means several things.
Family refined(Family family, const abdm::abha::Refusal &refusal)
{
    const auto says = [&](QLatin1String words) { return refusal.message.contains(words, Qt::CaseInsensitive); };
    if (family == Family::WrongOtp && says(QLatin1String("expired")) && !says(QLatin1String("incorrect")))
        return Family::OtpExpired;
    if (refusal.code == u"ABDM-1204" && !says(QLatin1String("400")) && !says(QLatin1String("OTP")))
        return Family::TheMessage;
    if (refusal.code == u"ABDM-1035" && says(QLatin1String("OTP")))
        return Family::WrongOtp;
    if (refusal.code == u"ABDM-9999" && says(QLatin1String("already")) && says(QLatin1String("address")))
        return Family::AddressTaken;
    return family;
}

QString unknownSentence(const abdm::abha::Refusal &refusal)
{
    if (refusal.kind == ErrorKind::Unavailable)
        return sentenceOf(Family::ServiceDown, identity::Way::AbhaNumber);
    if (refusal.kind == ErrorKind::Timeout)
        return AbhaWords::tr("No answer came in time. Nothing was attached; your work is saved.");
    return refusal.message.isEmpty() ? AbhaWords::tr("The ABHA service refused this. Nothing was attached.")
                                     : AbhaWords::tr("The ABHA service says: “%1”").arg(refusal.message);
}

QString actionOf(identity::Problem::Offer offer)
{
    using Offer = identity::Problem::Offer;
    switch (offer) {
    case Offer::BeginAnew:
        return AbhaWords::tr("Start again");
    case Offer::OtherMethod:
    case Offer::WaitUntil:
        return AbhaWords::tr("Use another way");
    case Offer::Create:
        return AbhaWords::tr("Create an ABHA");
    case Offer::Verify:
        return AbhaWords::tr("Verify it instead");
    case Offer::TryLater:
        return AbhaWords::tr("Try again");
    case Offer::TypeAgain:
    case Offer::TellAdministrator:
        break;
    }
    return {};
}

}

AbhaProblem abhaProblem(const identity::Problem &problem, identity::Way way, const ClinicTime &time)
{
    const auto &refusal = problem.refusal;
    const Row *row = find(refusal.code);
    AbhaProblem words;
    if (row)
        words.sentence = sentenceOf(refined(row->family, refusal), way);
    const bool ours = !words.sentence.isEmpty();
    if (!ours)
        words.sentence = unknownSentence(refusal);
    if (problem.offer == identity::Problem::Offer::WaitUntil && problem.until.isSet())
        words.sentence = AbhaWords::tr("Too many tries. It opens again at %1.").arg(time.time(problem.until));
    if (problem.offer == identity::Problem::Offer::TellAdministrator)
        words.sentence += QLatin1Char(' ') + AbhaWords::tr("Tell your administrator the code below.");
    words.action = actionOf(problem.offer);
    words.small = refusal.code;
    if (ours && row->family != Family::Locked && !refusal.message.isEmpty())
        words.small += QStringLiteral("  ·  ") + refusal.message;
    return words;
}

bool knowsAbhaCode(const QString &code)
{
    return find(code) != nullptr;
}

QString otpSystemWord(abdm::abha::OtpSystem system)
{
    return system == abdm::abha::OtpSystem::Aadhaar ? AbhaWords::tr("OTP on the Aadhaar mobile")
                                                    : AbhaWords::tr("OTP on the ABHA mobile");
}

QString proofWords(AbhaProof proof)
{
    switch (proof) {
    case AbhaProof::AadhaarOtp:
        return AbhaWords::tr("proved by Aadhaar OTP");
    case AbhaProof::MobileOtp:
        return AbhaWords::tr("proved by an OTP on the ABHA mobile");
    case AbhaProof::Fingerprint:
        return AbhaWords::tr("proved by fingerprint");
    case AbhaProof::Face:
        return AbhaWords::tr("proved by face");
    case AbhaProof::Iris:
        return AbhaWords::tr("proved by iris");
    case AbhaProof::Created:
        return AbhaWords::tr("created here");
    case AbhaProof::Share:
        return AbhaWords::tr("shared by the person's app");
    case AbhaProof::None:
        break;
    }
    return AbhaWords::tr("not proved");
}

QString remainingWords(int seconds)
{
    return seconds < 60 ? AbhaWords::tr("%n s", "seconds left", seconds)
                        : AbhaWords::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

}
