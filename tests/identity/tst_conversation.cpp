#include "conversation_starts.h"

#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;
using Offer = Problem::Offer;

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
        d.take(event::TakeCapture{Biometric::Iris});
        QVERIFY(d.effects.isEmpty());
        d.take(event::GiveAadhaar{d.aadhaar()});
        QCOMPARE(d.stage(), Stage::Capture);
        d.take(event::TakeCapture{Biometric::Iris});
        QVERIFY(d.call<call::CaptureBiometric>()->kind == Biometric::Iris);
        d.answer(Capture{Biometric::Iris, Secret("pid")});
        QVERIFY(d.call<call::EnrolByBiometric>()->capture.kind == Biometric::Iris);
        QCOMPARE(d.call<call::EnrolByBiometric>()->aadhaar.reveal(), "999941057058");
        d.answer(d.enrolled(Enrolled::Account::Existed));
        QCOMPARE(d.view().proof, AbhaProof::Iris);
        QVERIFY(d.state.aadhaar.isEmpty());
    }

    void aDeviceThatCapturesNothingIsTriedAgain()
    {
        ConversationDriver d;
        d.begin(Purpose::CreateByBiometric);
        d.take(event::Agree{});
        d.take(event::GiveAadhaar{d.aadhaar()});
        for (int i = 0; i < 2; ++i) {
            d.take(event::TakeCapture{Biometric::Fingerprint});
            QVERIFY(d.view().waiting);
            d.refuse<Capture>(u"DEVICE-CAPTURE"_s, 0, u"700 Capture timed out"_s);
            QCOMPARE(d.stage(), Stage::Capture);
            QCOMPARE(d.view().problem->offer, Problem::Offer::TypeAgain);
        }
        d.take(event::Forget{});
        QVERIFY(!holdsSecrets(d.state));
    }

    void detailsGoWithTheNumberAndNoCode()
    {
        auto d = atDetails();
        d.take(event::GiveAadhaar{d.aadhaar()});
        QVERIFY(d.effects.isEmpty()); // the details come first
        d.take(event::GiveDemographics{d.demographics()});
        QCOMPARE(d.stage(), Stage::Identify);
        d.take(event::GiveAadhaar{d.aadhaar()});
        QCOMPARE(d.call<call::EnrolByDemographics>()->aadhaar.reveal(), "999941057058");
        QCOMPARE(d.call<call::EnrolByDemographics>()->person.districtCode, u"490"_s);
        auto made = d.enrolled();
        made.transaction.clear(); // the answer names none, so neither a mobile nor an address is asked for
        d.answer(made);
        QCOMPARE(d.stage(), Stage::Fetching);
        QVERIFY(d.state.aadhaar.isEmpty());
        QCOMPARE(d.view().proof, AbhaProof::Created);
        QVERIFY(!d.view().demographics);
    }

    void whoHadAnAbhaIsProvedByDetails()
    {
        auto d = atDetails();
        d.take(event::GiveDemographics{d.demographics()});
        d.take(event::GiveAadhaar{d.aadhaar()});
        d.answer(d.enrolled(Enrolled::Account::Existed));
        QCOMPARE(d.view().proof, AbhaProof::Demographic);
        QVERIFY(d.view().existedBefore);
    }

    void aRefusedDetailIsCorrectedWhereItWasTyped_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<Stage>("stage");
        const auto row = [](const char *name, int status, const QString &code, const QString &field, Stage stage) {
            QTest::newRow(name) << Refusal{ErrorKind::Refused, status, code, field, {}} << stage;
        };
        row("differ from Aadhaar", 422, u"ABDM-1207"_s, {}, Stage::Demographics);
        row("six numbers", 422, u"ABDM-1124"_s, {}, Stage::Demographics);
        row("district", 400, u"FIELD-districtCode"_s, u"districtCode"_s, Stage::Demographics);
        row("number", 400, u"FIELD-aadhaarNumber"_s, u"aadhaarNumber"_s, Stage::Identify);
    }
    void aRefusedDetailIsCorrectedWhereItWasTyped()
    {
        QFETCH(Refusal, refusal);
        QFETCH(Stage, stage);
        auto d = atDetails();
        d.take(event::GiveDemographics{d.demographics()});
        d.take(event::GiveAadhaar{d.aadhaar()});
        d.refuse<Enrolled>(refusal);
        QCOMPARE(d.stage(), stage);
        QCOMPARE(d.view().problem->refusal.code, refusal.code);
        QCOMPARE(d.view().demographics->name, u"Asha Verma"_s); // what was typed stands
        QVERIFY(!holdsSecrets(d.state));
    }

    void aPrivateClinicHearsThatItIsForProgrammes_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::newRow("rights") << Refusal{ErrorKind::Refused, 401, u"ABDM-1021"_s, {}, {}};
        QTest::newRow("programme") << Refusal{ErrorKind::Refused, 401, u"HTTP-401"_s, {}, u"Invalid Benefit Name"_s};
        QTest::newRow("coded") << Refusal{ErrorKind::Refused, 401, u"ABDM-1094"_s, {}, u"Invalid Benefit Name"_s};
        QTest::newRow("bare") << Refusal{ErrorKind::Refused, 401, u"HTTP-401"_s, {}, {}};
    }
    void aPrivateClinicHearsThatItIsForProgrammes()
    {
        QFETCH(Refusal, refusal);
        auto d = atDetails();
        d.take(event::GiveDemographics{d.demographics()});
        d.take(event::GiveAadhaar{d.aadhaar()});
        d.refuse<Enrolled>(refusal);
        QCOMPARE(d.stage(), Stage::Ended);
        QCOMPARE(d.view().problem->refusal.code, u"PROGRAMME-ONLY"_s);
        QVERIFY(d.view().problem->refusal.message.contains(refusal.code)); // what support asks for
        QCOMPARE(d.view().problem->offer, Problem::Offer::Create);
        QVERIFY(!holdsSecrets(d.state));
    }

    void waysThatTheClinicDoesNotOfferDoNotBegin()
    {
        for (const auto purpose : {Purpose::CreateByLicence, Purpose::CreateByFace, Purpose::CreateByBiometric,
                 Purpose::CreateByDemographics}) {
            ConversationDriver d;
            d.policy = {};
            d.begin(purpose);
            QCOMPARE(d.stage(), Stage::Ended);
            QCOMPARE(d.view().problem->refusal.code, u"ABHA-OFF"_s);
        }
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
