#include "abdm/abha/meaning.h"
#include "conversation_driver.h"

#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm::abha;
using namespace nadi::identity;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using test::ConversationDriver;
using Offer = Problem::Offer;

namespace
{
/// Brings a conversation to the OTP of a creation.
ConversationDriver atEnrolmentOtp()
{
    ConversationDriver d;
    d.begin(Purpose::CreateByAadhaar);
    d.take(event::Agree{});
    d.take(event::GiveAadhaar{d.aadhaar()});
    d.answer(d.sent(u"t1"_s));
    return d;
}

ConversationDriver atAddress()
{
    auto d = atEnrolmentOtp();
    d.take(event::GiveOtp{Secret("123456"), {}});
    d.answer(d.enrolled());
    d.answer(Suggestions{u"t-suggest"_s, {u"ashaverma1990"_s, u"asha.266"_s}});
    return d;
}

ConversationDriver atVerifyOtp(Way way)
{
    ConversationDriver d;
    d.begin(Purpose::Verify, way);
    switch (way) {
    case Way::AbhaNumber:
        d.take(event::GiveNumber{d.number()});
        d.answer(d.outline());
        d.take(event::ChooseMethod{OtpSystem::Aadhaar});
        break;
    case Way::AbhaAddress:
        d.take(event::GiveAddress{d.address()});
        d.answer(d.outline());
        d.take(event::ChooseMethod{OtpSystem::Abdm});
        break;
    case Way::Mobile:
        d.take(event::GiveMobile{u"9876543210"_s});
        break;
    case Way::Aadhaar:
        d.take(event::Agree{});
        d.take(event::GiveAadhaar{d.aadhaar()});
        break;
    case Way::FindByMobile: {
        d.take(event::GiveMobile{u"9876543210"_s});
        FoundAccount one{1, u"xx-xxxx-xxxx-XX00"_s, u"Asha"_s, Gender::Female, {}};
        one.methods.mobileOtp = true;
        d.answer(Found{u"t-search"_s, {one}});
        d.take(event::ChooseFound{1});
        break;
    }
    }
    d.answer(d.sent(u"t1"_s));
    return d;
}

void fetchAll(ConversationDriver &d)
{
    d.answer(d.profile());
    d.answer(QByteArray("card"));
    d.answer(QByteArray("qr"));
}

bool holdsSecrets(const State &state)
{
    return !state.aadhaar.isEmpty() || state.token || state.transfer || state.repeatable;
}
}

class TestConversation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- creating

    void aCreationAsksForConsentBeforeAnythingElse()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByAadhaar);
        QCOMPARE(d.stage(), Stage::Consent);
        d.take(event::GiveAadhaar{d.aadhaar()});
        QVERIFY(d.effects.isEmpty() && d.state.aadhaar.isEmpty());
        d.take(event::Agree{});
        QCOMPARE(d.stage(), Stage::Identify);
        d.take(event::GiveAadhaar{d.aadhaar()});
        const auto *call = d.call<call::EnrolmentOtp>();
        QVERIFY(call && call->resendOf.isEmpty());
        QCOMPARE(call->aadhaar.reveal(), "999941057058");
        QVERIFY(d.view().waiting);
        QCOMPARE(d.view().maskedId, u"•••• •••• 7058"_s);
    }

    void aCreationGoesFromOtpToAddressToDone()
    {
        auto d = atEnrolmentOtp();
        QCOMPARE(d.stage(), Stage::Otp);
        QCOMPARE(d.view().destination, u"OTP sent to ******3210"_s);
        d.take(event::GiveOtp{Secret("123456"), u"9876543210"_s});
        const auto *enrol = d.call<call::EnrolByAadhaar>();
        QVERIFY(enrol);
        QCOMPARE(enrol->transaction, u"t1"_s);
        QCOMPARE(enrol->mobile, u"9876543210"_s);
        d.answer(d.enrolled());
        QCOMPARE(d.stage(), Stage::Address);
        QCOMPARE(d.call<call::Suggest>()->transaction, u"t-enrolled"_s);
        d.answer(Suggestions{u"t-suggest"_s, {u"ashaverma1990"_s}});
        QCOMPARE(d.view().suggestions, QStringList{u"ashaverma1990"_s});
        d.take(event::ChooseAddress{u"ashaverma1990"_s});
        QCOMPARE(d.call<call::ChooseAddress>()->transaction, u"t-suggest"_s); // always the newest
        d.answer(d.address());
        QCOMPARE(d.stage(), Stage::Fetching);
        QCOMPARE(d.call<call::Profile>()->token.token.reveal(), "x-token");
        fetchAll(d);
        QCOMPARE(d.stage(), Stage::Done);
        QVERIFY(d.call<call::LogOut>());
        QCOMPARE(d.view().proof, AbhaProof::Created);
        QVERIFY(!d.view().existedBefore);
        QCOMPARE(d.view().card, "card");
        QCOMPARE(d.view().qr, "qr");
        QVERIFY(!holdsSecrets(d.state));
    }

    void anAccountThatExistedGoesStraightOnToLinking()
    {
        auto d = atEnrolmentOtp();
        // Another mobile is no reason to ask: the account keeps its own.
        d.take(event::GiveOtp{Secret("123456"), u"9000000001"_s});
        d.answer(d.enrolled(Enrolled::Account::Existed));
        QCOMPARE(d.stage(), Stage::Fetching);
        QVERIFY(d.view().existedBefore);
        QCOMPARE(d.view().proof, AbhaProof::AadhaarOtp);
        fetchAll(d);
        QCOMPARE(d.stage(), Stage::Done);
    }

    void anotherMobileIsProvedByAnOtpOfItsOwn_data()
    {
        QTest::addColumn<QString>("ofProfile");
        QTest::addColumn<QString>("wished");
        QTest::addColumn<bool>("second");
        QTest::newRow("the same, masked") << u"******3210"_s << u"9876543210"_s << false;
        QTest::newRow("the same, in full") << u"9876543210"_s << u"9876543210"_s << false;
        QTest::newRow("nothing wished") << QString() << QString() << false;
        QTest::newRow("not linked yet") << QString() << u"9876543210"_s << true;
        QTest::newRow("another one, masked") << u"******3210"_s << u"9876543211"_s << true;
        QTest::newRow("another one, in full") << u"9876543210"_s << u"9876543211"_s << true;
        QTest::newRow("masked at the end") << u"98765*****"_s << u"9876543210"_s << true;
    }
    void anotherMobileIsProvedByAnOtpOfItsOwn()
    {
        QFETCH(QString, ofProfile);
        QFETCH(QString, wished);
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("123456"), wished});
        d.answer(d.enrolled(Enrolled::Account::Created, ofProfile));
        QTEST(d.stage() == Stage::MobileOtp, "second");
    }

    void theSecondOtpGoesToTheCommunicationMobile()
    {
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("123456"), u"9000000001"_s});
        d.answer(d.enrolled(Enrolled::Account::Created, {}));
        QCOMPARE(d.call<call::MobileOtp>()->mobile, u"9000000001"_s);
        d.answer(d.sent(u"t2"_s));
        QCOMPARE(d.stage(), Stage::MobileOtp);
        d.take(event::GiveOtp{Secret("654321"), {}});
        QCOMPARE(d.call<call::VerifyMobile>()->transaction, u"t2"_s);
        d.refuse<MobileVerified>(u"AUTH-FAILED"_s, 200, u"OTP did not match, please try again"_s);
        QCOMPARE(d.stage(), Stage::MobileOtp);
        QCOMPARE(d.view().problem->offer, Offer::TypeAgain);
        d.take(event::GiveOtp{Secret("654322"), {}});
        d.answer(MobileVerified{u"t3"_s, {}});
        QCOMPARE(d.stage(), Stage::Address);
        QCOMPARE(d.view().profile->mobile, u"9000000001"_s);
    }

    void aMobileWithSixNumbersCanBeReplacedOrLeft()
    {
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("123456"), u"9000000006"_s});
        d.answer(d.enrolled(Enrolled::Account::Created, {}));
        d.refuse<OtpSent>(u"ABDM-1124"_s, 422);
        QCOMPARE(d.stage(), Stage::MobileOtp);
        QCOMPARE(d.view().problem->offer, Offer::TypeAgain);
        auto other = d;
        other.take(event::GiveMobile{u"9000000001"_s});
        QCOMPARE(other.call<call::MobileOtp>()->mobile, u"9000000001"_s);
        d.take(event::KeepMobile{});
        QCOMPARE(d.stage(), Stage::Address);
    }

    void aTakenAddressIsTypedAgainAndTheDefaultOneMayStay()
    {
        auto d = atAddress();
        d.take(event::ChooseAddress{u"ashaverma1990"_s});
        d.refuse<AbhaAddress>(u"ABDM-1101"_s, 409);
        QCOMPARE(d.stage(), Stage::Address);
        QCOMPARE(d.view().problem->offer, Offer::TypeAgain);
        d.take(event::ChooseAddress{});
        QCOMPARE(d.stage(), Stage::Fetching);
    }

    void whatFailsAfterTheAccountIsThereTakesNothingBack()
    {
        auto d = atAddress();
        d.take(event::ChooseAddress{u"ashaverma1990"_s});
        d.refuse<AbhaAddress>(u"ABDM-1017"_s, 401);
        QCOMPARE(d.stage(), Stage::Fetching);
        d.refuse<AbhaProfile>(u"HTTP-401"_s, 401, u"X-token expired"_s);
        d.refuse<QByteArray>(u"ABHA-PNG"_s, 202);
        d.refuse<QByteArray>(u"HTTP-503"_s, 503);
        QCOMPARE(d.stage(), Stage::Done);
        QCOMPARE(d.view().profile->number, d.number());
        QVERIFY(d.view().card.isEmpty());
        QVERIFY(!holdsSecrets(d.state));
    }

    void withoutSuggestionsAnAddressIsStillTyped()
    {
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.answer(d.enrolled());
        d.refuse<Suggestions>(u"HTTP-503"_s, 503);
        QCOMPARE(d.stage(), Stage::Address);
        d.take(event::ChooseAddress{u"ashaverma1990"_s});
        QVERIFY(d.call<call::ChooseAddress>());
    }

    void aDrivingLicenceGivesAnEnrolmentNumber()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByLicence);
        d.take(event::Agree{});
        d.take(event::GiveMobile{u"9876543210"_s});
        QVERIFY(d.call<call::LicenceOtp>());
        d.answer(d.sent(u"t1"_s));
        d.take(event::GiveOtp{Secret("123456"), {}});
        QVERIFY(d.call<call::VerifyLicenceOtp>());
        d.answer(MobileVerified{u"t2"_s, {}});
        QCOMPARE(d.stage(), Stage::LicenceDetails);
        d.take(event::GiveLicence{});
        QCOMPARE(d.call<call::EnrolByLicence>()->transaction, u"t2"_s);
        d.refuse<Enrolled>(u"ABDM-1203"_s, 422);
        QCOMPARE(d.view().problem->offer, Offer::TypeAgain);
        d.take(event::GiveLicence{});
        Enrolled provisional;
        provisional.profile.enrolmentNumber = u"91-2047-9186-6302"_s;
        d.answer(provisional);
        QCOMPARE(d.stage(), Stage::Done);
        QVERIFY(!d.view().profile->number);
        QCOMPARE(d.view().proof, AbhaProof::MobileOtp);
    }

    void aFaceIsPolledUntilTheAppHasIt()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByFace);
        d.take(event::Agree{});
        d.take(event::GiveAadhaar{d.aadhaar()});
        QVERIFY(d.call<call::BeginFace>());
        d.answer(QString(u"face-1"_s));
        QCOMPARE(d.stage(), Stage::FaceQr);
        QVERIFY(d.view().faceQr.endsWith(u"txnId=face-1"));
        for (int i = 0; i < 3; ++i) {
            d.take(event::Wake{});
            QVERIFY(d.effects.isEmpty()); // too early
            d.later(d.state.wakeAt - d.now);
            QVERIFY(d.now.ms() % 1000 == 0);
            d.take(event::Wake{});
            QCOMPARE(d.call<call::PollFace>()->transaction, u"face-1"_s);
            if (i < 2)
                d.answer(FacePoll::Pending);
        }
        d.answer(FacePoll::Verified);
        QCOMPARE(d.call<call::EnrolByFace>()->aadhaar.reveal(), "999941057058");
        d.answer(d.enrolled());
        QCOMPARE(d.stage(), Stage::Address);
        QVERIFY(d.state.aadhaar.isEmpty());
    }

    void aFaceQrEndsAfterTenMinutes()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByFace);
        d.take(event::Agree{});
        d.take(event::GiveAadhaar{d.aadhaar()});
        d.answer(QString(u"face-1"_s));
        d.later(10min);
        d.take(event::Wake{});
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(d.view().problem->refusal.code, u"FACE-EXPIRED"_s);
        QVERIFY(!holdsSecrets(d.state));
    }

    void aFingerprintNeedsTheNumberFirst()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByBiometric);
        d.take(event::Agree{});
        d.take(event::GiveCapture{{Biometric::Iris, Secret("pid")}});
        QVERIFY(d.effects.isEmpty());
        d.take(event::GiveAadhaar{d.aadhaar()});
        d.take(event::GiveCapture{{Biometric::Iris, Secret("pid")}});
        QVERIFY(d.call<call::EnrolByBiometric>()->capture.kind == Biometric::Iris);
        d.answer(d.enrolled(Enrolled::Account::Existed));
        QCOMPARE(d.view().proof, AbhaProof::Iris);
    }

    void waysThatTheClinicDoesNotOfferDoNotBegin()
    {
        for (const auto purpose : {Purpose::CreateByLicence, Purpose::CreateByFace, Purpose::CreateByBiometric}) {
            ConversationDriver d;
            d.policy = {};
            d.begin(purpose);
            QCOMPARE(d.stage(), Stage::Ended);
            QCOMPARE(d.view().problem->refusal.code, u"ABHA-OFF"_s);
        }
    }

    // ---- verifying

    void everyWayOfVerifyingEndsProved_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<AbhaProof>("proof");
        QTest::newRow("number") << Way::AbhaNumber << AbhaProof::AadhaarOtp;
        QTest::newRow("address") << Way::AbhaAddress << AbhaProof::MobileOtp;
        QTest::newRow("mobile") << Way::Mobile << AbhaProof::MobileOtp;
        QTest::newRow("aadhaar") << Way::Aadhaar << AbhaProof::AadhaarOtp;
        QTest::newRow("find") << Way::FindByMobile << AbhaProof::MobileOtp;
    }
    void everyWayOfVerifyingEndsProved()
    {
        QFETCH(Way, way);
        auto d = atVerifyOtp(way);
        QCOMPARE(d.stage(), Stage::Otp);
        d.take(event::GiveOtp{Secret("123456"), {}});
        QCOMPARE(d.call<call::VerifyAddress>() != nullptr, way == Way::AbhaAddress);
        d.answer(d.loggedIn());
        QCOMPARE(d.stage(), Stage::Fetching);
        const auto *profile = d.call<call::Profile>();
        QCOMPARE(profile->of == AbhaService::TokenOf::AbhaAddress, way == Way::AbhaAddress);
        fetchAll(d);
        QCOMPARE(d.stage(), Stage::Done);
        QTEST(d.view().proof, "proof");
        QVERIFY(d.call<call::LogOut>());
        QVERIFY(!holdsSecrets(d.state));
    }

    void onlyMethodsOfTheAccountCanBeChosen()
    {
        ConversationDriver d;
        d.begin(Purpose::Verify, Way::AbhaNumber);
        d.take(event::GiveNumber{d.number()});
        auto outline = d.outline();
        outline.methods.aadhaarOtp = false;
        d.answer(outline);
        d.take(event::ChooseMethod{OtpSystem::Aadhaar});
        QVERIFY(d.effects.isEmpty());
        d.take(event::ChooseMethod{OtpSystem::Abdm});
        QCOMPARE(d.call<call::LoginOtp>()->id.reveal(), "91-4002-5177-3000"); // with dashes
    }

    void anAccountThatIsNotActiveEnds()
    {
        ConversationDriver d;
        d.begin(Purpose::Verify, Way::AbhaNumber);
        d.take(event::GiveNumber{d.number()});
        auto outline = d.outline();
        outline.status = AbhaStatus::Deactivated;
        d.answer(outline);
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(meaningOf(d.view().problem->refusal), Meaning::NotActive);
    }

    void aSharedPhoneAsksWhichAccount()
    {
        auto d = atVerifyOtp(Way::Mobile);
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.answer(d.family(3));
        QCOMPARE(d.stage(), Stage::ChooseAccount);
        QVERIFY(d.effects.isEmpty());
        d.take(event::ChooseAccount{7});
        QVERIFY(d.effects.isEmpty());
        d.take(event::ChooseAccount{1});
        QCOMPARE(d.call<call::ChooseAccount>()->transaction, u"t-family"_s);
        d.answer(d.token());
        QCOMPARE(d.stage(), Stage::Fetching);
        QVERIFY(!d.state.transfer);
    }

    void oneAccountIsChosenByItself()
    {
        auto d = atVerifyOtp(Way::Mobile);
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.answer(d.family(1));
        QVERIFY(d.call<call::ChooseAccount>());
    }

    void hesitatingLongerThanTheTransferTokenStartsOver()
    {
        auto d = atVerifyOtp(Way::Mobile);
        d.take(event::GiveOtp{Secret("123456"), {}});
        auto family = d.family(2);
        family.transfer->life = 300s;
        d.answer(family);
        QCOMPARE(d.view().chooseUntil, d.now + 300s);
        d.later(300s);
        d.take(event::Wake{});
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(d.view().problem->offer, Offer::BeginAnew);
        QVERIFY(!holdsSecrets(d.state));
    }

    void nobodyWithThatIdentifierOffersACreation_data()
    {
        QTest::addColumn<Way>("way");
        for (const auto &[name, way] : {std::pair("number", Way::AbhaNumber), {"address", Way::AbhaAddress},
                 {"mobile", Way::Mobile}, {"aadhaar", Way::Aadhaar}, {"find", Way::FindByMobile}})
            QTest::newRow(name) << way;
    }
    void nobodyWithThatIdentifierOffersACreation()
    {
        QFETCH(Way, way);
        ConversationDriver d;
        d.begin(Purpose::Verify, way);
        d.take(event::Agree{});
        d.take(event::GiveNumber{d.number()});
        d.take(event::GiveAddress{d.address()});
        d.take(event::GiveMobile{u"9876543210"_s});
        d.take(event::GiveAadhaar{d.aadhaar()});
        QVERIFY(d.view().waiting);
        const Refusal nobody{ErrorKind::Refused, 404, u"ABDM-1114"_s, {}, u"User not found."_s};
        if (way == Way::AbhaNumber || way == Way::AbhaAddress)
            d.refuse<AccountOutline>(nobody);
        else if (way == Way::FindByMobile)
            d.answer(Found{});
        else
            d.refuse<OtpSent>(nobody);
        QCOMPARE(d.stage(), Stage::Identify);
        QCOMPARE(d.view().problem->offer, Offer::Create);
        QVERIFY(!holdsSecrets(d.state));
    }

    void anAadhaarWithoutAccountIsSaidAfterTheOtp()
    {
        auto d = atVerifyOtp(Way::Aadhaar);
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.refuse<LoggedIn>(u"ABDM-1114"_s, 404);
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(d.view().problem->offer, Offer::Create);
        QVERIFY(!holdsSecrets(d.state));
    }

    // ---- OTP rules

    void resendWaitsAMinuteAndComesTwice()
    {
        auto d = atEnrolmentOtp();
        for (int left = 2; left > 0; --left) {
            QCOMPARE(d.view().resendsLeft, left);
            QCOMPARE(d.view().resendFrom, d.now + 60s);
            d.later(59'999ms);
            d.take(event::Resend{});
            QVERIFY(d.effects.isEmpty());
            d.later(1ms);
            d.take(event::Resend{});
            QCOMPARE(d.call<call::EnrolmentOtp>()->resendOf, left == 2 ? u"t1"_s : u"t-resent"_s);
            d.answer(d.sent(u"t-resent"_s));
        }
        QVERIFY(!d.view().resendFrom.isSet());
        d.later(1h);
        d.take(event::Resend{});
        QVERIFY(d.effects.isEmpty());
    }

    void aResendThatFailedMayBeTriedAgain()
    {
        auto d = atVerifyOtp(Way::Mobile);
        d.later(60s);
        d.take(event::Resend{});
        d.refuse<OtpSent>({ErrorKind::Unavailable, 0, u"NO-CONNECTION"_s, {}, {}});
        QCOMPARE(d.view().problem->offer, Offer::TryLater);
        d.take(event::TryAgain{});
        QCOMPARE(d.call<call::LoginOtp>()->transaction, u"t1"_s);
        d.answer(d.sent(u"t2"_s));
        QCOMPARE(d.view().resendsLeft, 1);
    }

    void aWrongOtpIsTypedAgain_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("number") << int(Way::AbhaNumber);
        QTest::newRow("address") << int(Way::AbhaAddress);
        QTest::newRow("mobile") << int(Way::Mobile);
        QTest::newRow("aadhaar") << int(Way::Aadhaar);
    }
    void aWrongOtpIsTypedAgain()
    {
        QFETCH(int, way);
        auto d = atVerifyOtp(Way(way));
        d.take(event::GiveOtp{Secret("000000"), {}});
        d.refuse<LoggedIn>(u"AUTH-FAILED"_s, 200, u"OTP did not match, please try again"_s);
        QCOMPARE(d.stage(), Stage::Otp);
        QCOMPARE(d.view().problem->offer, Offer::TypeAgain);
        d.take(event::TryAgain{}); // an OTP is never sent twice
        QVERIFY(d.effects.isEmpty());
        d.take(event::GiveOtp{Secret("123456"), {}});
        QVERIFY(!d.view().problem);
        const auto *login = d.call<call::VerifyLogin>();
        const auto *address = d.call<call::VerifyAddress>();
        QVERIFY(login || address);
        QCOMPARE(login ? login->otp.reveal() : address->otp.reveal(), "123456");
    }

    void tooManyAttemptsNameTheTime()
    {
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("000000"), {}});
        d.refuse<Enrolled>(u"ABDM-1100"_s, 429);
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(d.view().problem->offer, Offer::WaitUntil);
        QCOMPARE(d.view().problem->until, d.now + 30min);

        auto other = atVerifyOtp(Way::AbhaNumber);
        other.take(event::GiveOtp{Secret("000000"), {}});
        other.refuse<LoggedIn>(u"ABDM-1100"_s, 429);
        QCOMPARE(other.stage(), Stage::Method); // the other method is not locked
        QCOMPARE(other.view().problem->until, other.now + 30min);
    }

    void aDeadTransactionBeginsAnew()
    {
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.refuse<Enrolled>(u"FIELD-txnId"_s, 400, u"Invalid Transaction Id"_s);
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(d.view().problem->offer, Offer::BeginAnew);
    }

    void anOtpWhoseAnswerIsLostIsNeverSentAgain()
    {
        auto d = atVerifyOtp(Way::AbhaNumber);
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.refuse<LoggedIn>({ErrorKind::Timeout, 0, u"NO-ANSWER"_s, {}, {}});
        QCOMPARE(d.view().problem->offer, Offer::BeginAnew);
        d.take(event::TryAgain{});
        QVERIFY(d.effects.isEmpty());
    }

    void aServiceThatIsDownIsTriedAgainWithoutTyping()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByAadhaar);
        d.take(event::Agree{});
        d.take(event::GiveAadhaar{d.aadhaar()});
        d.refuse<OtpSent>(u"ABDM-1201"_s, 500);
        QCOMPARE(d.stage(), Stage::Identify);
        QCOMPARE(d.view().problem->offer, Offer::TryLater);
        d.take(event::TryAgain{});
        QCOMPARE(d.call<call::EnrolmentOtp>()->aadhaar.reveal(), "999941057058");
    }

    void everyKnownCodeHasAnOffer()
    {
        QVERIFY2(knownCodes().size() >= 83, qPrintable(QString::number(knownCodes().size())));
        for (const auto &known : knownCodes()) {
            auto d = atVerifyOtp(Way::AbhaNumber);
            d.take(event::GiveOtp{Secret("123456"), {}});
            d.refuse<LoggedIn>(Refusal{kindOf(known.meaning), 400, known.code, {}, {}});
            QVERIFY2(d.view().problem, qPrintable(known.code));
            QVERIFY(d.stage() != Stage::Done && d.stage() != Stage::Fetching);
            QVERIFY(!d.view().waiting);
        }
    }

    // ---- late, again, forgotten

    void oneThingAtATime()
    {
        auto d = atEnrolmentOtp();
        d.take(event::GiveOtp{Secret("123456"), {}});
        d.take(event::GiveOtp{Secret("123456"), {}});
        QVERIFY(d.effects.isEmpty());
    }

    void anAnswerThatComesTooLateIsClosedAndIgnored()
    {
        auto d = atVerifyOtp(Way::AbhaNumber);
        d.take(event::GiveOtp{Secret("123456"), {}});
        const auto late = d.state.call;
        d.take(event::Forget{});
        QCOMPARE(d.stage(), Stage::Idle);
        d.begin(Purpose::Verify, Way::Mobile);
        d.take(event::Came<LoggedIn>{late, d.loggedIn()});
        QCOMPARE(d.stage(), Stage::Identify);
        QCOMPARE(d.call<call::LogOut>()->token.token.reveal(), "x-token"); // its token does not stay open
    }

    void forgettingLogsOutAndLeavesNothing()
    {
        auto d = atAddress();
        QVERIFY(d.state.token);
        d.take(event::Forget{});
        QVERIFY(d.call<call::LogOut>());
        QVERIFY(!holdsSecrets(d.state));
        QVERIFY(!d.view().profile && d.view().mobile.isEmpty() && d.view().maskedId.isEmpty()
            && d.state.transaction.isEmpty());
    }

    // ---- parked

    void aHalfFinishedCreationIsParkedAndResumed_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("otp") << Stage::Otp;
        QTest::newRow("mobile") << Stage::MobileOtp;
        QTest::newRow("address") << Stage::Address;
    }
    void aHalfFinishedCreationIsParkedAndResumed()
    {
        QFETCH(Stage, stage);
        auto d = stage == Stage::Address ? atAddress() : atEnrolmentOtp();
        if (stage == Stage::MobileOtp) {
            d.take(event::GiveOtp{Secret("123456"), u"9000000001"_s});
            d.answer(d.enrolled(Enrolled::Account::Created, {}));
            d.answer(d.sent(u"t2"_s));
        }
        QCOMPARE(d.stage(), stage);
        const auto parked = park(d.state);
        const auto text = QJsonDocument(parked).toJson();
        QVERIFY(!text.contains("9999410") && !text.contains("123456") && !text.contains("token"));

        ConversationDriver next;
        next.state = unpark(parked, d.now + 5min).value();
        QCOMPARE(next.stage(), stage);
        QCOMPARE(next.state.transaction, d.state.transaction);
        if (stage == Stage::Address) {
            next.take(event::ChooseAddress{});
            QCOMPARE(next.stage(), Stage::Done); // the token did not outlive the window, the account did
            QCOMPARE(next.view().profile->number, d.number());
        } else {
            next.take(event::Resend{});
            QVERIFY(next.effects.isEmpty());
            next.take(event::GiveOtp{Secret("123456"), {}});
            QCOMPARE(next.effects.size(), 1);
        }
    }

    void aParkedCreationGetsTooOld()
    {
        const auto d = atEnrolmentOtp();
        const auto old = unpark(park(d.state), d.now + 10min).value();
        QCOMPARE(old.view.stage, Stage::Ended);
        QCOMPARE(old.view.problem->offer, Offer::BeginAnew);
    }

    void onlyCreationsAreParked()
    {
        QVERIFY(park(atVerifyOtp(Way::Aadhaar).state).isEmpty());
        QVERIFY(park(State{}).isEmpty());
        for (const auto &bad : {QJsonObject{}, QJsonObject{{u"version"_s, 2}}})
            QCOMPARE(unpark(bad, UtcTime::fromMs(1)).error().code, u"ABHA-PARKED"_s);
        auto broken = park(atAddress().state);
        broken.remove(u"profile"_s);
        QVERIFY(!unpark(broken, ConversationDriver().now));
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
