#include "abdm/abha/meaning.h"
#include "crypto/identifier_cipher.h"
#include "identity/abha_desk.h"
#include "sandbox/abha_bench.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace nadi;
using namespace nadi::identity;
using namespace Qt::StringLiterals;
using abdm::abha::Meaning;
using abdm::abha::OtpSystem;
using test::AbhaBench;
using Offer = Problem::Offer;

/// The desk against the ABHA service of nadi-sandbox over HTTPS; codes are read from the phone.
class TestAbhaDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<AbhaBench> bench;
    test::SeededRandom random{3};
    RandomIdSource ids{random};
    std::unique_ptr<abdm::abha::AbhaService> service;
    std::unique_ptr<AbhaDesk> desk;

    const View &view() const { return desk->view(); }

    abdm::GatewayConfig gateway() const
    {
        const auto line = bench->box->readyLine();
        abdm::GatewayConfig config;
        config.baseUrl = QUrl(line[u"gateway"].toString());
        config.cmId = u"sbx"_s;
        config.clientId = line[u"clientId"].toString();
        QFile secret(line[u"clientSecretFile"].toString());
        config.clientSecret = Secret(secret.open(QIODevice::ReadOnly) ? secret.readAll().trimmed() : QByteArray());
        config.caPem = bench->box->identity().issuerPem;
        return config;
    }

    /// Waits until the desk waits for a person again.
    bool settled() const
    {
        return QTest::qWaitFor([this] { return !view().waiting && view().stage != Stage::Fetching; }, 30'000);
    }
    bool reaches(Stage stage) const { return settled() && view().stage == stage; }
    AadhaarNumber aadhaarOf(const QString &id) const
    {
        return AadhaarNumber::parse(Secret(bench->person(id).aadhaar.toLatin1())).value();
    }
    AbhaNumber numberOf(const QString &id) const { return AbhaNumber::parse(bench->person(id).abhaNumber).value(); }
    Secret codeOf(const QString &id) const { return Secret(bench->codeFor(id).toLatin1()); }
    Secret wrongCode(const QString &id) const { return Secret(AbhaBench::otherThan(bench->codeFor(id)).toLatin1()); }

    void toEnrolmentOtp(const QString &id)
    {
        desk->begin(Purpose::CreateByAadhaar);
        desk->agree();
        desk->giveAadhaar(aadhaarOf(id));
        QVERIFY2(reaches(Stage::Otp), view().problem ? qPrintable(view().problem->refusal.code) : "");
    }
    void toNumberOtp(const QString &id, OtpSystem system)
    {
        desk->begin(Purpose::Verify, Way::AbhaNumber);
        desk->giveNumber(numberOf(id));
        QVERIFY(reaches(Stage::Method));
        desk->chooseMethod(system);
        QVERIFY2(reaches(Stage::Otp), view().problem ? qPrintable(view().problem->refusal.code) : "");
    }
    Meaning trouble() const { return view().problem ? meaningOf(view().problem->refusal) : Meaning::Unknown; }

private Q_SLOTS:
    void initTestCase() { bench = std::make_unique<AbhaBench>(); }
    void cleanupTestCase()
    {
        desk.reset();
        service.reset();
        bench.reset();
    }

    void init()
    {
        desk.reset();
        const auto line = bench->box->readyLine();
        service = std::make_unique<abdm::abha::AbhaService>(abdm::abha::AbhaConfig{QUrl(line[u"abha"].toString()),
                                                                QUrl(line[u"abhaWeb"].toString()), u"sbx"_s, QString()},
            gateway(), crypto::encryptIdentifier, bench->clock, ids);
        DeskPolicy policy;
        policy.drivingLicence = policy.faceByApp = true;
        desk = std::make_unique<AbhaDesk>(*service, bench->clock, policy);
        // A code or a lock of the test before is over.
        bench->clock.advance(std::chrono::hours(1));
    }

    void aPersonGetsAnAbhaWithAnAddressOfTheirChoice()
    {
        toEnrolmentOtp(u"savitri"_s);
        QVERIFY(!view().destination.isEmpty());
        desk->giveOtp(codeOf(u"savitri"_s), bench->person(u"savitri"_s).aadhaarMobile);
        QVERIFY2(reaches(Stage::Address), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QVERIFY(view().suggestions.size() >= 3);
        desk->chooseAddress(u"savitri.own90"_s);
        QVERIFY2(reaches(Stage::Done), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QCOMPARE(view().profile->preferredAddress->value(), u"savitri.own90@sbx"_s);
        QCOMPARE(view().proof, AbhaProof::Created);
        QVERIFY(view().card.startsWith("\x89PNG"));
        QVERIFY(!view().qr.isEmpty());
        QVERIFY(!view().existedBefore);
    }

    void whoHasAnAbhaIsLinkedInstead()
    {
        toEnrolmentOtp(u"asha"_s);
        desk->giveOtp(codeOf(u"asha"_s), bench->person(u"asha"_s).aadhaarMobile);
        QVERIFY2(reaches(Stage::Done), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QVERIFY(view().existedBefore);
        QCOMPARE(view().profile->number, numberOf(u"asha"_s));
    }

    void anotherMobileIsVerifiedByItself()
    {
        toEnrolmentOtp(u"new4"_s);
        desk->giveOtp(codeOf(u"new4"_s), u"9000077777"_s);
        QVERIFY2(reaches(Stage::MobileOtp), view().problem ? qPrintable(view().problem->refusal.code) : "");
        desk->giveOtp(Secret(bench->lastCodeTo(u"9000077777"_s).toLatin1()));
        QVERIFY2(reaches(Stage::Address), view().problem ? qPrintable(view().problem->refusal.code) : "");
        desk->chooseAddress({});
        QVERIFY(reaches(Stage::Done));
        QVERIFY(view().profile->preferredAddress->value().startsWith(view().profile->number->digits()));
    }

    void withoutAMobileTheServiceAsksForOneAndTheOtpStays()
    {
        toEnrolmentOtp(u"new5"_s);
        desk->giveOtp(codeOf(u"new5"_s), {});
        QVERIFY(reaches(Stage::Otp));
        QCOMPARE(view().problem->refusal.field, u"mobile"_s);
        QCOMPARE(view().problem->offer, Offer::TypeAgain);
    }

    void aWrongOtpIsTypedAgain()
    {
        toEnrolmentOtp(u"new5"_s);
        desk->giveOtp(wrongCode(u"new5"_s), bench->person(u"new5"_s).aadhaarMobile);
        QVERIFY(reaches(Stage::Otp));
        QCOMPARE(trouble(), Meaning::WrongOtp);
        QCOMPARE(view().problem->offer, Offer::TypeAgain);
        desk->giveOtp(codeOf(u"new5"_s), bench->person(u"new5"_s).aadhaarMobile);
        QVERIFY(reaches(Stage::Address));
    }

    void aTakenAddressAndOneThatBreaksTheRulesAreTypedAgain()
    {
        toEnrolmentOtp(u"new6"_s);
        desk->giveOtp(codeOf(u"new6"_s), bench->person(u"new6"_s).aadhaarMobile);
        QVERIFY(reaches(Stage::Address));
        desk->chooseAddress(bench->person(u"asha"_s).abhaAddress.section(u'@', 0, 0));
        QVERIFY(reaches(Stage::Address));
        QCOMPARE(view().problem->offer, Offer::TypeAgain);
        desk->chooseAddress(u"..no"_s);
        QVERIFY(reaches(Stage::Address));
        QCOMPARE(view().problem->offer, Offer::TypeAgain);
        desk->chooseAddress({});
        QVERIFY(reaches(Stage::Done));
    }

    void resendsComeTwiceAndCarryTheTransactionOn()
    {
        toEnrolmentOtp(u"new7"_s);
        for (int left = 2; left > 0; --left) {
            QCOMPARE(view().resendsLeft, left);
            desk->resend();
            QVERIFY(!view().waiting); // too early
            bench->clock.advance(std::chrono::seconds(60));
            desk->resend();
            QVERIFY(view().waiting);
            QVERIFY2(reaches(Stage::Otp) && !view().problem, "resend");
        }
        QVERIFY(!view().resendFrom.isSet());
        desk->giveOtp(codeOf(u"new7"_s), bench->person(u"new7"_s).aadhaarMobile);
        QVERIFY(reaches(Stage::Address));
    }

    void tooManyWrongOtpsNameTheTime()
    {
        toEnrolmentOtp(u"new8"_s);
        for (int i = 0; i < 4 && view().stage == Stage::Otp; ++i) {
            desk->giveOtp(wrongCode(u"new8"_s), bench->person(u"new8"_s).aadhaarMobile);
            QVERIFY(settled());
        }
        QCOMPARE(view().stage, Stage::Ended);
        QCOMPARE(view().problem->offer, Offer::WaitUntil);
        QCOMPARE(view().problem->until, bench->clock.now() + std::chrono::minutes(30));
    }

    void aNumberIsVerifiedWithBothMethods_data()
    {
        QTest::addColumn<int>("system");
        QTest::newRow("Aadhaar") << int(OtpSystem::Aadhaar);
        QTest::newRow("ABHA mobile") << int(OtpSystem::Abdm);
    }
    void aNumberIsVerifiedWithBothMethods()
    {
        QFETCH(int, system);
        toNumberOtp(u"asha"_s, OtpSystem(system));
        desk->giveOtp(codeOf(u"asha"_s));
        QVERIFY2(reaches(Stage::Done), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QCOMPARE(view().proof, OtpSystem(system) == OtpSystem::Aadhaar ? AbhaProof::AadhaarOtp : AbhaProof::MobileOtp);
        QCOMPARE(view().profile->number, numberOf(u"asha"_s));
        QVERIFY(!view().card.isEmpty() && !view().qr.isEmpty());
    }

    void anAddressIsVerified_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<int>("system");
        QTest::newRow("with a number, ABHA mobile") << u"asha"_s << int(OtpSystem::Abdm);
        QTest::newRow("with a number, Aadhaar") << u"asha"_s << int(OtpSystem::Aadhaar);
        QTest::newRow("without a number") << u"kavya"_s << int(OtpSystem::Abdm);
    }
    void anAddressIsVerified()
    {
        QFETCH(QString, person);
        QFETCH(int, system);
        desk->begin(Purpose::Verify, Way::AbhaAddress);
        desk->giveAddress(AbhaAddress::parse(bench->person(person).abhaAddress).value());
        QVERIFY2(reaches(Stage::Method), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QCOMPARE(view().methods.aadhaarOtp, person == u"asha");
        desk->chooseMethod(OtpSystem(system));
        QVERIFY(reaches(Stage::Otp));
        desk->giveOtp(codeOf(person));
        QVERIFY2(reaches(Stage::Done), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QCOMPARE(view().profile->preferredAddress->value(), bench->person(person).abhaAddress);
    }

    void aFamilyPhoneAsksWho()
    {
        desk->begin(Purpose::Verify, Way::Mobile);
        desk->giveMobile(bench->person(u"asha"_s).mobile);
        QVERIFY(reaches(Stage::Otp));
        desk->giveOtp(codeOf(u"asha"_s));
        QVERIFY2(reaches(Stage::ChooseAccount), view().problem ? qPrintable(view().problem->refusal.code) : "");
        QVERIFY(view().accounts.size() >= 3);
        int arjun = -1;
        for (int row = 0; row < view().accounts.size(); ++row)
            if (view().accounts[row].number == numberOf(u"arjun"_s))
                arjun = row;
        desk->chooseAccount(arjun);
        QVERIFY(reaches(Stage::Done));
        QCOMPARE(view().profile->number, numberOf(u"arjun"_s));
    }

    void anAadhaarNumberIsVerifiedAfterConsent()
    {
        desk->begin(Purpose::Verify, Way::Aadhaar);
        QCOMPARE(view().stage, Stage::Consent);
        desk->agree();
        desk->giveAadhaar(aadhaarOf(u"asha"_s));
        QVERIFY(reaches(Stage::Otp));
        desk->giveOtp(codeOf(u"asha"_s));
        QVERIFY(reaches(Stage::Done));
    }

    void anAbhaIsFoundByMobile()
    {
        desk->begin(Purpose::Verify, Way::FindByMobile);
        desk->giveMobile(bench->person(u"asha"_s).mobile);
        QVERIFY2(reaches(Stage::ChooseFound), view().problem ? qPrintable(view().problem->refusal.code) : "");
        desk->chooseFound(view().found.first().index);
        QVERIFY(settled());
        if (view().stage == Stage::Method) {
            desk->chooseMethod(OtpSystem::Abdm);
            QVERIFY(settled());
        }
        QCOMPARE(view().stage, Stage::Otp);
        desk->giveOtp(codeOf(u"asha"_s));
        QVERIFY2(reaches(Stage::Done), view().problem ? qPrintable(view().problem->refusal.code) : "");
    }

    void nobodyOffersACreation_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("number") << int(Way::AbhaNumber);
        QTest::newRow("address") << int(Way::AbhaAddress);
        QTest::newRow("mobile") << int(Way::Mobile);
        QTest::newRow("find") << int(Way::FindByMobile);
        QTest::newRow("aadhaar") << int(Way::Aadhaar);
    }
    void nobodyOffersACreation()
    {
        QFETCH(int, way);
        desk->begin(Purpose::Verify, Way(way));
        desk->agree();
        desk->giveNumber(AbhaNumber::parse(u"91-6211-8034-7513").value());
        desk->giveAddress(AbhaAddress::parse(u"nobody.here@sbx").value());
        desk->giveMobile(u"9000010000"_s);
        desk->giveAadhaar(aadhaarOf(u"imran"_s));
        QVERIFY(settled());
        if (view().stage == Stage::Otp) { // the service says it only after a right code
            desk->giveOtp(codeOf(u"imran"_s));
            QVERIFY(settled());
        }
        QVERIFY(view().problem);
        QVERIFY2(view().problem->offer == Offer::Create, qPrintable(view().problem->refusal.code));
    }

    void anAccountThatIsNotActiveIsSaid()
    {
        desk->begin(Purpose::Verify, Way::AbhaNumber);
        desk->giveNumber(numberOf(u"prakash"_s));
        QVERIFY(reaches(Stage::Ended));
        QCOMPARE(trouble(), Meaning::NotActive);
    }

    void aLicenceGivesAnEnrolmentNumber()
    {
        desk->begin(Purpose::CreateByLicence);
        desk->agree();
        desk->giveMobile(u"9000066666"_s);
        QVERIFY2(reaches(Stage::Otp), view().problem ? qPrintable(view().problem->refusal.code) : "");
        desk->giveOtp(Secret(bench->lastCodeTo(u"9000066666"_s).toLatin1()));
        QVERIFY(reaches(Stage::LicenceDetails));
        abdm::abha::DrivingLicence licence;
        licence.documentId = u"MH1220100012345"_s;
        licence.firstName = u"Imran"_s;
        licence.lastName = u"Sheikh"_s;
        licence.birth = BirthDate::parse(u"1989-06-20").value();
        licence.gender = Gender::Male;
        licence.frontPhoto = licence.backPhoto = QByteArray("\xff\xd8\xff\xe0photo");
        licence.address = u"627, Sample Nagar"_s;
        licence.state = u"Maharashtra"_s;
        licence.district = u"Gondia"_s;
        licence.pinCode = u"441614"_s;
        desk->giveLicence(licence);
        QVERIFY2(reaches(Stage::Done),
            view().problem ? qPrintable(view().problem->refusal.code + view().problem->refusal.message) : "");
        QVERIFY(!view().profile->enrolmentNumber.isEmpty());
    }

    void aReplacedKeyIsNoticedWithoutBotheringAnybody()
    {
        toNumberOtp(u"asha"_s, OtpSystem::Abdm);
        desk->forget();
        auto &key = bench->network().abha.office().key;
        key.replace();
        QVERIFY(key.publicKey()); // made here: 4096 bits may take longer than a call waits
        bench->clock.advance(std::chrono::minutes(5));
        desk->begin(Purpose::Verify, Way::Mobile);
        desk->giveMobile(bench->person(u"asha"_s).mobile);
        QVERIFY2(reaches(Stage::Otp), view().problem ? qPrintable(view().problem->refusal.code) : "");
    }

    void aTransactionThatDiedBeginsAnew()
    {
        toNumberOtp(u"asha"_s, OtpSystem::Abdm);
        const auto code = codeOf(u"asha"_s);
        bench->clock.advance(std::chrono::minutes(31));
        desk->giveOtp(code);
        QVERIFY(settled());
        QVERIFY(view().problem);
        QVERIFY2(view().stage == Stage::Ended || view().problem->offer == Offer::TypeAgain,
            qPrintable(view().problem->refusal.code));
    }

    void aHalfFinishedCreationResumesInANewWindow()
    {
        toEnrolmentOtp(u"ramabai"_s);
        const auto parked = desk->parked();
        QVERIFY(!parked.isEmpty());
        init();
        bench->clock.advance(-std::chrono::hours(1) + std::chrono::minutes(3));
        QVERIFY(desk->resume(parked));
        QCOMPARE(view().stage, Stage::Otp);
        desk->giveOtp(codeOf(u"ramabai"_s), bench->person(u"ramabai"_s).aadhaarMobile);
        QVERIFY2(reaches(Stage::Address), view().problem ? qPrintable(view().problem->refusal.code) : "");
    }

    void aServiceThatIsGoneIsTriedLater()
    {
        desk->begin(Purpose::Verify, Way::Mobile);
        auto dead = gateway();
        dead.baseUrl = QUrl(u"https://localhost:1"_s);
        service = std::make_unique<abdm::abha::AbhaService>(
            abdm::abha::AbhaConfig{dead.baseUrl, dead.baseUrl, u"sbx"_s, {}}, dead, crypto::encryptIdentifier,
            bench->clock, ids);
        desk = std::make_unique<AbhaDesk>(*service, bench->clock, DeskPolicy{});
        desk->begin(Purpose::Verify, Way::Mobile);
        desk->giveMobile(u"9876543210"_s);
        QVERIFY(reaches(Stage::Identify));
        QCOMPARE(view().problem->offer, Offer::TryLater);
    }
};

QTEST_GUILESS_MAIN(TestAbhaDesk)
#include "tst_abha_desk.moc"
