#include "abdm/abha/meaning.h"
#include "conversation_starts.h"

#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;
using Offer = Problem::Offer;

/// Verifying, and what holds for every conversation: OTPs, resends, failures, letting go.
class TestConversationVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_GUILESS_MAIN(TestConversationVerify)
#include "tst_conversation_verify.moc"
