#include "ui/words/abha_words.h"

#include "abdm/abha/meaning.h"

#include <QCoreApplication>

#include <array>

namespace nadi::ui
{
namespace
{
using abdm::abha::Meaning;

struct AbhaWords
{
    Q_DECLARE_TR_FUNCTIONS(AbhaWords)
};

/// What this program says before anything is sent, and where one code needs words of its own within its meaning.
struct Own
{
    const char *code;
    const char *sentence;
};
constexpr std::array own{
    Own{"AADHAAR-INVALID", QT_TRANSLATE_NOOP("AbhaWords", "Aadhaar Number is not valid")},
    Own{"HIS-2001", QT_TRANSLATE_NOOP("AbhaWords", "Aadhaar Number is not valid")},
    Own{"MOBILE-INVALID", QT_TRANSLATE_NOOP("AbhaWords", "Please enter a valid mobile number")},
    Own{"FIELD-mobile", QT_TRANSLATE_NOOP("AbhaWords", "Please enter a valid mobile number")},
    Own{"OTP-INVALID", QT_TRANSLATE_NOOP("AbhaWords", "The code does not match. Type it again.")},
    Own{"LICENCE-PHOTO",
        QT_TRANSLATE_NOOP("AbhaWords", "Both sides of the licence are needed as pictures of at most 100 KB.")},
    Own{"ABHA-PARKED", QT_TRANSLATE_NOOP("AbhaWords", "This step has expired. Start again; what was agreed is kept.")},
    Own{"ABDM-1203", QT_TRANSLATE_NOOP("AbhaWords", "The details differ from the document.")},
    Own{"ABDM-1207", QT_TRANSLATE_NOOP("AbhaWords", "Name, birth date or sex differ from Aadhaar.")},
    Own{"ABDM-1211", QT_TRANSLATE_NOOP("AbhaWords", "There is no such ABHA address.")},
    Own{"ABDM-1227", QT_TRANSLATE_NOOP("AbhaWords", "This training account has made its 100 ABHA numbers.")},
    Own{"K-547", QT_TRANSLATE_NOOP("AbhaWords", "The fingerprint reader is not set up for ABHA.")},
    Own{"FIELD-ProfilePhoto", QT_TRANSLATE_NOOP("AbhaWords", "This picture was not taken; it must show a face.")},
    Own{"HIS-4055", QT_TRANSLATE_NOOP("AbhaWords", "This picture was not taken; it must show a face.")},
    // What the program says itself (core/identity, core/abdm/abha).
    Own{"NO-ANSWER",
        QT_TRANSLATE_NOOP("AbhaWords", "No answer came in time. Nothing was attached; your work is saved.")},
    Own{"NO-CONNECTION",
        QT_TRANSLATE_NOOP(
            "AbhaWords", "The ABHA service does not answer now. You can go on without an ABHA; your work is saved.")},
    Own{"NO-ACCOUNT", QT_TRANSLATE_NOOP("AbhaWords", "No ABHA belongs to what was entered.")},
    Own{"NO-METHOD",
        QT_TRANSLATE_NOOP(
            "AbhaWords", "No code can be sent for this ABHA: it has no mobile for one. Use another way.")},
    Own{"ABHA-OFF",
        QT_TRANSLATE_NOOP("AbhaWords", "The ABHA service is not set up for this clinic. Care goes on without it.")},
    Own{"DEVICE-NONE",
        QT_TRANSLATE_NOOP("AbhaWords",
            "No registered fingerprint or iris device answers at this computer. Use a code, or the face with the ABHA "
            "app.")},
    Own{"DEVICE-BUSY",
        QT_TRANSLATE_NOOP("AbhaWords", "The device is not ready. Check its cable and light, then capture again.")},
    Own{"DEVICE-CAPTURE",
        QT_TRANSLATE_NOOP("AbhaWords", "The device captured nothing. Clean the finger or the glass, then try again.")},
    Own{"DEVICE-XML",
        QT_TRANSLATE_NOOP("AbhaWords", "The device sent an answer that cannot be read. Nothing was sent.")},
    Own{"PROGRAMME-ONLY",
        QT_TRANSLATE_NOOP("AbhaWords",
            "Only an approved government programme may create an ABHA from details; this clinic's account is none. Use "
            "the code on the Aadhaar mobile.")},
    Own{"FIELD-districtCode", QT_TRANSLATE_NOOP("AbhaWords", "This district is not in this state.")},
    Own{"FACE-FAILED", QT_TRANSLATE_NOOP("AbhaWords", "The face was not recognised. Start again or use another way.")},
    Own{"FACE-EXPIRED", QT_TRANSLATE_NOOP("AbhaWords", "The time for the face check is over. Start again.")},
    Own{"CHOICE-EXPIRED", QT_TRANSLATE_NOOP("AbhaWords", "The time to choose is over. Ask for a new code.")},
    Own{"ABHA-JSON",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-TXN",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-TOKEN",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-PROFILE",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-OUTLINE",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-RESULT",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-ADDRESS",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The ABHA service sent an answer that cannot be read. Nothing was attached; your work is saved.")},
    Own{"ABHA-CERT",
        QT_TRANSLATE_NOOP(
            "AbhaWords", "The ABHA service did not give its key, so nothing was sent. Your work is saved.")},
    Own{"ABHA-PNG",
        QT_TRANSLATE_NOOP(
            "AbhaWords", "The picture of the ABHA card or its QR could not be read. The ABHA itself is not touched.")},
    Own{"ABHA-IMAGE",
        QT_TRANSLATE_NOOP(
            "AbhaWords", "The picture of the ABHA card or its QR could not be read. The ABHA itself is not touched.")},
    Own{"OAEP-KEY",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The entry could not be encrypted for the ABHA service. Nothing was sent; your work is saved.")},
    Own{"OAEP-LENGTH",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The entry could not be encrypted for the ABHA service. Nothing was sent; your work is saved.")},
    Own{"OAEP-SEAL",
        QT_TRANSLATE_NOOP("AbhaWords",
            "The entry could not be encrypted for the ABHA service. Nothing was sent; your work is saved.")},
};

QString ownSentence(const QString &code)
{
    for (const Own &row : own)
        if (code == QLatin1String(row.code))
            return AbhaWords::tr(row.sentence);
    return {};
}

QString notFound(identity::Way way)
{
    // Wording of the M1 test sheet, VRFY_ABHA_405.
    if (way == identity::Way::Aadhaar)
        return AbhaWords::tr("NO ABHA user registered with this Aadhaar Number");
    return way == identity::Way::Mobile || way == identity::Way::FindByMobile
        ? AbhaWords::tr("No ABHA was found for this mobile number.")
        : AbhaWords::tr("No ABHA was found for this number.");
}

QString sentenceOf(Meaning meaning, identity::Way way)
{
    switch (meaning) {
    case Meaning::WrongOtp:
        return AbhaWords::tr("The code does not match. Type it again.");
    case Meaning::OtpExpired:
        return AbhaWords::tr("The code has expired. Ask for a new one.");
    case Meaning::Locked:
        return AbhaWords::tr("Too many tries.");
    case Meaning::StepExpired:
        return AbhaWords::tr("This step has expired. Start again; what was agreed is kept.");
    case Meaning::ProofExpired:
        return AbhaWords::tr("The proof has run out. Please verify again.");
    case Meaning::NoSuchUser:
        return notFound(way);
    case Meaning::WrongIdentifier:
        // Never blames the patient: the service says the same for what it cannot open (abha-m1.md 1.8).
        return AbhaWords::tr("The ABHA service did not take this entry. Check it and send it again.");
    case Meaning::NotActive:
        return AbhaWords::tr("This ABHA is not active.");
    case Meaning::AddressTaken:
        return AbhaWords::tr("This ABHA address is taken. Choose another.");
    case Meaning::AddressRules:
        return AbhaWords::tr("This address breaks the rules printed beside the field.");
    case Meaning::MobileFull:
        return AbhaWords::tr("This mobile is already used by 6 ABHA numbers. Use another.");
    case Meaning::DetailsDiffer:
        return AbhaWords::tr("The details differ from what the service knows.");
    case Meaning::AlreadyDone:
        return AbhaWords::tr("This was already done earlier.");
    case Meaning::OtherMethod:
        return AbhaWords::tr("This way does not work now. Use another one.");
    case Meaning::Busy:
        return AbhaWords::tr("The health network is busy. Try in a minute.");
    case Meaning::Down:
        return AbhaWords::tr(
            "The ABHA service does not answer now. You can go on without an ABHA; your work is saved.");
    case Meaning::NotAllowed:
        return AbhaWords::tr("This clinic's ABDM account is not allowed to do this.");
    case Meaning::WrongClock:
        return AbhaWords::tr("This computer's clock may be wrong; the health network refused the time.");
    case Meaning::NotForUs:
        return AbhaWords::tr("Only government programmes may do this.");
    case Meaning::Defect:
        return AbhaWords::tr("The health network did not understand this program. Nothing was changed.");
    case Meaning::Unknown:
        break;
    }
    return {};
}

/// The test sheet wants Aadhaar's own wording when Aadhaar's code is wrong.
bool isAadhaarOtp(const abdm::abha::Refusal &refusal, Meaning meaning)
{
    return meaning == Meaning::WrongOtp && refusal.code == u"ABDM-1204";
}

QString knownSentence(const abdm::abha::Refusal &refusal, identity::Way way)
{
    if (const auto sentence = ownSentence(refusal.code); !sentence.isEmpty())
        return sentence;
    const auto meaning = meaningOf(refusal);
    return isAadhaarOtp(refusal, meaning) ? AbhaWords::tr("The Aadhaar OTP is not right.") : sentenceOf(meaning, way);
}

QString unknownSentence(const abdm::abha::Refusal &refusal)
{
    if (refusal.kind == ErrorKind::Unavailable)
        return sentenceOf(Meaning::Down, identity::Way::AbhaNumber);
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
    AbhaProblem words;
    words.sentence = knownSentence(refusal, way);
    const bool ours = !words.sentence.isEmpty();
    if (!ours)
        words.sentence = unknownSentence(refusal);
    if (problem.offer == identity::Problem::Offer::WaitUntil && problem.until.isSet())
        words.sentence = AbhaWords::tr("Too many tries. It opens again at %1.").arg(time.time(problem.until));
    if (problem.offer == identity::Problem::Offer::TellAdministrator)
        words.sentence += QLatin1Char(' ') + AbhaWords::tr("Tell your administrator the code below.");
    words.action = actionOf(problem.offer);
    words.small = refusal.code;
    if (ours && !refusal.message.isEmpty())
        words.small += QStringLiteral("  ·  ") + refusal.message;
    return words;
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
    case AbhaProof::Demographic:
        return AbhaWords::tr("proved by details in Aadhaar");
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
