#include "conversation_driver.h"
#include "support/seeded_random.h"

#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace nadi::abdm::abha;
using namespace nadi::identity;
using namespace Qt::StringLiterals;
using test::ConversationDriver;

namespace
{
constexpr int walks = 10'000;
constexpr int longestWalk = 40;

const QStringList codes{u"ABDM-1204"_s, u"ABDM-1100"_s, u"ABDM-1017"_s, u"ABDM-1114"_s, u"ABDM-1101"_s, u"ABDM-1124"_s,
    u"ABDM-1201"_s, u"AUTH-FAILED"_s, u"900901"_s, u"ABDM-4711"_s, u"NO-ACCOUNT"_s};

/// A service in a bad mood and a person who presses anything.
class Walker
{
public:
    explicit Walker(quint64 seed)
        : m_random(seed)
    {
    }

    void step(ConversationDriver &d)
    {
        d.later(std::chrono::seconds(pick(200)));
        // Mostly the service answers when it is asked, else nothing would ever get far.
        if (d.state.call && pick(10) < 8)
            answer(d);
        else
            act(d);
    }
    int pick(int below) { return int(m_random.next() % quint64(below)); }

private:
    void act(ConversationDriver &d)
    {
        switch (pick(19)) {
        case 0:
            return pick(6) ? void() : d.begin(Purpose(pick(6)), Way(pick(5)));
        case 1:
            return d.take(event::GiveMobile{u"987654321"_s + QString::number(pick(10))});
        case 2:
            return d.take(event::GiveNumber{d.number()});
        case 3:
            return d.take(event::GiveAddress{d.address()});
        case 4:
            return d.take(event::ChooseFound{pick(3)});
        case 5:
            return d.take(event::ChooseMethod{OtpSystem(pick(2))});
        case 6:
            return d.take(event::Resend{});
        case 7:
            return d.take(event::ChooseAccount{pick(3)});
        case 8:
            return d.take(event::GiveLicence{});
        case 9:
            return d.take(event::TakeCapture{Biometric(pick(3))});
        case 10:
            return d.take(event::ChooseAddress{pick(2) ? u"ashaverma1990"_s : QString()});
        case 11:
            return d.take(event::KeepMobile{});
        case 12:
            return d.take(event::TryAgain{});
        case 13:
            return pick(10) ? d.take(event::Wake{}) : d.take(event::Forget{});
        case 14:
            return d.take(event::Agree{});
        case 15:
            return d.take(event::GiveAadhaar{d.aadhaar()});
        case 16:
            return d.take(event::GiveDemographics{d.demographics()});
        default:
            return d.take(event::GiveOtp{Secret("123456"), pick(2) ? u"9876543211"_s : QString()});
        }
    }

    template <class T>
    void say(ConversationDriver &d, T value)
    {
        const int call = pick(20) ? d.state.call : pick(50); // now and then an answer to something else
        if (pick(4))
            return d.take(event::Came<T>{call, std::move(value)});
        d.take(event::Came<T>{call,
            tl::unexpected(Refusal{pick(5) ? ErrorKind::Refused : ErrorKind::Timeout, 400 + pick(120),
                codes[pick(int(codes.size()))], {}, {}})});
    }

    void answer(ConversationDriver &d)
    {
        const auto call = std::move(d.effects);
        d.effects.clear();
        if (call.isEmpty() || pick(30) == 0)
            return say(d, d.sent(u"t-other"_s));
        std::visit([&](const auto &asked) { answerTo(d, asked); }, call.constLast().call);
    }

    void answerTo(ConversationDriver &d, const call::EnrolmentOtp &) { say(d, d.sent(transaction())); }
    void answerTo(ConversationDriver &d, const call::MobileOtp &) { say(d, d.sent(transaction())); }
    void answerTo(ConversationDriver &d, const call::LicenceOtp &) { say(d, d.sent(transaction())); }
    void answerTo(ConversationDriver &d, const call::LoginOtp &) { say(d, d.sent(transaction())); }
    void answerTo(ConversationDriver &d, const call::AddressOtp &) { say(d, d.sent(transaction())); }
    void answerTo(ConversationDriver &d, const call::EnrolByAadhaar &) { sayEnrolled(d); }
    void answerTo(ConversationDriver &d, const call::CaptureBiometric &c) { say(d, Capture{c.kind, Secret("pid")}); }
    void answerTo(ConversationDriver &d, const call::EnrolByBiometric &) { sayEnrolled(d); }
    void answerTo(ConversationDriver &d, const call::EnrolByDemographics &) { sayEnrolled(d); }
    void answerTo(ConversationDriver &d, const call::EnrolByFace &) { sayEnrolled(d); }
    void answerTo(ConversationDriver &d, const call::EnrolByLicence &) { sayEnrolled(d); }
    void answerTo(ConversationDriver &d, const call::VerifyMobile &) { say(d, MobileVerified{transaction(), {}}); }
    void answerTo(ConversationDriver &d, const call::VerifyLicenceOtp &) { say(d, MobileVerified{transaction(), {}}); }
    void answerTo(ConversationDriver &d, const call::Suggest &) { say(d, Suggestions{transaction(), {u"asha"_s}}); }
    void answerTo(ConversationDriver &d, const call::ChooseAddress &) { say(d, d.address()); }
    void answerTo(ConversationDriver &d, const call::BeginFace &) { say(d, transaction()); }
    void answerTo(ConversationDriver &d, const call::PollFace &) { say(d, FacePoll(pick(4))); }
    void answerTo(ConversationDriver &d, const call::OutlineNumber &) { say(d, d.outline()); }
    void answerTo(ConversationDriver &d, const call::OutlineAddress &) { say(d, d.outline()); }
    void answerTo(ConversationDriver &d, const call::FindByMobile &)
    {
        FoundAccount one{1, u"xx-xxxx-xxxx-XX00"_s, {}, Gender::Female, {}};
        one.methods.mobileOtp = pick(2);
        one.methods.aadhaarOtp = pick(2);
        say(d, Found{transaction(), {one}});
    }
    void answerTo(ConversationDriver &d, const call::VerifyLogin &)
    {
        say(d, pick(2) ? d.loggedIn() : d.family(pick(4)));
    }
    void answerTo(ConversationDriver &d, const call::VerifyAddress &) { say(d, d.loggedIn()); }
    void answerTo(ConversationDriver &d, const call::ChooseAccount &) { say(d, d.token()); }
    void answerTo(ConversationDriver &d, const call::Profile &) { say(d, d.profile()); }
    void answerTo(ConversationDriver &d, const call::Card &) { say(d, QByteArray("card")); }
    void answerTo(ConversationDriver &d, const call::Qr &) { say(d, QByteArray("qr")); }
    void answerTo(ConversationDriver &, const call::LogOut &) { }

    void sayEnrolled(ConversationDriver &d)
    {
        say(d, d.enrolled(Enrolled::Account(pick(2)), pick(2) ? u"******3210"_s : QString()));
    }
    QString transaction() { return u"t-%1"_s.arg(pick(1000)); }

    test::SeededRandom m_random;
};

bool mayHoldAadhaar(const State &state)
{
    const auto stage = state.view.stage;
    return stage == Stage::Identify || stage == Stage::Otp || stage == Stage::FaceQr || stage == Stage::Capture;
}

bool mayHoldToken(const State &state)
{
    const auto stage = state.view.stage;
    return stage == Stage::MobileOtp || stage == Stage::Address || stage == Stage::Fetching;
}

/// What no sequence of events may ever break; the name of the first that it did.
const char *broken(const ConversationDriver &d)
{
    const auto &state = d.state;
    const auto &view = d.view();
    if (view.stage == Stage::Done && (view.proof == AbhaProof::None || !view.profile))
        return "done without a proof";
    if (!state.aadhaar.isEmpty() && !mayHoldAadhaar(state))
        return "an Aadhaar number outlived its stage";
    if (state.token && !mayHoldToken(state))
        return "a token outlived its stage";
    if (state.transfer && view.stage != Stage::ChooseAccount)
        return "a transfer token outlived its stage";
    const bool over = view.stage == Stage::Idle || view.stage == Stage::Done || view.stage == Stage::Ended;
    if (over && (state.repeatable || state.call || view.waiting || state.wakeAt.isSet()))
        return "something goes on after the end";
    if (view.waiting != (state.call != 0))
        return "waiting for nothing";
    if (view.stage == Stage::Ended && !view.problem)
        return "ended without a word";
    if (view.resendsLeft < 0 || view.resendsLeft > d.policy.resends)
        return "resends";
    const auto parked = QJsonDocument(park(state)).toJson();
    if (parked.contains("9999410") || parked.contains("x-token"))
        return "a secret is parked";
    return nullptr;
}
}

class TestConversationWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSequenceBreaksThePromises()
    {
        int done = 0;
        int ended = 0;
        for (int seed = 1; seed <= walks; ++seed) {
            Walker walker{quint64(seed)};
            ConversationDriver d;
            d.begin(Purpose(walker.pick(5)), Way(walker.pick(5)));
            for (int step = 0; step < longestWalk; ++step) {
                walker.step(d);
                const auto *what = broken(d);
                QVERIFY2(!what, qPrintable(u"seed %1 step %2: %3"_s.arg(seed).arg(step).arg(QLatin1String(what))));
                done += d.stage() == Stage::Done;
                ended += d.stage() == Stage::Ended;
            }
        }
        // A walk that never arrives would prove nothing.
        QVERIFY2(done > walks / 20, qPrintable(QString::number(done)));
        QVERIFY2(ended > walks / 20, qPrintable(QString::number(ended)));
    }

    void theSameSeedWalksTheSameWay()
    {
        const auto walk = [](quint64 seed) {
            Walker walker(seed);
            ConversationDriver d;
            d.begin(Purpose::CreateByAadhaar);
            QList<Stage> stages;
            for (int step = 0; step < 100; ++step) {
                walker.step(d);
                stages.append(d.stage());
            }
            return stages;
        };
        QCOMPARE(walk(7), walk(7));
    }
};

QTEST_GUILESS_MAIN(TestConversationWalk)
#include "tst_conversation_walk.moc"
