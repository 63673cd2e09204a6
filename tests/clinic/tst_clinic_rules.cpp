#include "clinic/booking.h"
#include "clinic/likeness.h"
#include "clinic/link_check.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace std::chrono_literals;

namespace
{
const UtcTime now = UtcTime::parse(u"2026-11-20T04:00:00Z").value(); // 09:30 in India, a Friday

LinkFacts readyFacts()
{
    LinkFacts facts;
    facts.now = now;
    facts.facility.id = FacilityId(QStringLiteral("IN0710000123"));
    facts.facility.registryId = facts.facility.id.value();
    facts.link = {facts.facility.id, FacilityLinkState::Listed, now - 1h, {}};
    facts.patient.abhaAddress = *AbhaAddress::parse(u"asha.k@sbx");
    facts.patient.abhaVerifiedAt = now - 24h * 30;
    facts.token = LinkTokenInfo{*facts.patient.abhaAddress, facts.facility.id, now - 24h, now + 24h * 90};
    return facts;
}
}

class TstClinicRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotsFollowTheDoctorsBlocksInClinicTime()
    {
        Facility facility;
        facility.id = FacilityId(QStringLiteral("IN1"));
        const DoctorId doctor(QStringLiteral("d1"));
        const QList<ScheduleBlock> blocks{
            {doctor, facility.id, 5, QTime(9, 0), QTime(10, 0), 15, true, false},
            {doctor, facility.id, 5, QTime(17, 0), QTime(18, 10), 20, false, true},
            {doctor, facility.id, 6, QTime(9, 0), QTime(10, 0), 15, true, true},
        };
        const QDate friday(2026, 11, 20);
        const auto inPerson = slotsOfDay(blocks, facility, doctor, friday, VisitMode::InPerson, UtcTime::fromMs(1));
        QCOMPARE(inPerson.size(), 4);
        QCOMPARE(inPerson.first().start.toIso(), QStringLiteral("2026-11-20T03:30:00.000Z"));
        const auto tele = slotsOfDay(blocks, facility, doctor, friday, VisitMode::Tele, UtcTime::fromMs(1));
        QCOMPARE(tele.size(), 3); // the ten minutes that are left over are no slot
        const auto later = slotsOfDay(blocks, facility, doctor, friday, VisitMode::InPerson, now);
        QCOMPARE(later.size(), 2);
        QVERIFY(slotsOfDay(blocks, facility, DoctorId(QStringLiteral("d2")), friday, VisitMode::Tele, now).isEmpty());
    }

    void gatesJudgeByTheTable_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("codes");
        QTest::addColumn<QString>("gates");
        const auto row = [](const char *change, const char *codes, const char *gates) {
            QTest::newRow(change) << QString::fromLatin1(change) << QString::fromLatin1(codes)
                                  << QString::fromLatin1(gates);
        };
        row("nothing", "LISTED VERIFIED VALID", "GGG");
        row("no registry id", "NO-REGISTRY-ID VERIFIED VALID", "RGG");
        row("not listed", "NOT-LISTED VERIFIED VALID", "RGG");
        row("listed elsewhere", "LISTED-ELSEWHERE VERIFIED VALID", "RGG");
        row("registering", "REGISTERING VERIFIED VALID", "AGG");
        row("never looked", "UNKNOWN VERIFIED VALID", "AGG");
        row("looked two days ago", "OLD VERIFIED VALID", "AGG");
        row("not verified", "LISTED UNVERIFIED VALID", "GAG");
        row("no abha", "LISTED NO-ABHA WAITING", "GRA");
        row("token expires in six days", "LISTED VERIFIED EXPIRING", "GGA");
        row("no token", "LISTED VERIFIED ABSENT", "GGA");
        row("token requested", "LISTED VERIFIED IN-PROGRESS", "GGA");
        row("token refused", "LISTED VERIFIED REFUSED", "GGR");
        row("not listed and no token", "NOT-LISTED VERIFIED WAITING", "RGA");
    }
    void gatesJudgeByTheTable()
    {
        QFETCH(QString, change);
        QFETCH(QString, codes);
        QFETCH(QString, gates);
        auto facts = readyFacts();
        if (change == u"no registry id")
            facts.facility.registryId.clear();
        if (change.startsWith(u"not listed"))
            facts.link.state = FacilityLinkState::NotListed;
        if (change == u"listed elsewhere")
            facts.link.state = FacilityLinkState::ListedElsewhere;
        if (change == u"registering")
            facts.link.state = FacilityLinkState::Registering;
        if (change == u"never looked")
            facts.link = {facts.facility.id, FacilityLinkState::Unknown, {}, {}};
        if (change == u"looked two days ago")
            facts.link.checkedAt = now - 48h;
        if (change == u"not verified")
            facts.patient.abhaVerifiedAt = {};
        if (change == u"token expires in six days")
            facts.token->expiresAt = now + 24h * 6;
        if (change.contains(u"no token") || change.startsWith(u"token re") || change == u"no abha")
            facts.token.reset();
        if (change == u"no abha")
            facts.patient.abhaAddress.reset();
        facts.tokenRequested = change == u"token requested";
        facts.tokenRefused = change == u"token refused";

        const auto check = judge(facts);
        QCOMPARE(QStringList({check.facilityCode, check.identityCode, check.tokenCode}).join(u' '), codes);
        const auto letter = [](Gate gate) { return gate == Gate::Green ? u'G' : gate == Gate::Amber ? u'A' : u'R'; };
        QCOMPARE(
            QString(QChar(letter(check.facility))) + QChar(letter(check.identity)) + QChar(letter(check.token)), gates);
        QCOMPARE(check.ready(), gates == u"GGG");
    }

    void namesSoundAlikeAcrossScriptsAndSpellings_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *one, const char *other) {
            QTest::newRow(one) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("Geeta", "Gita");
        row("Lakshmi", "Laxmi");
        row("Pooja", "Puja");
        row("Vijay", "Wijay");
        row("Chandra", "Chhandra");
        row("Asha", "आशा");
        row("Geeta", "गीता");
        row("Lakshmi", "लक्ष्मी");
        row("Chandra", "चंद्र");
        row("Sambhaji", "संभाजी");
        row("Fatima", "फातिमा");
        row("Rekha", "রেখা");
        row("Suresh", "సురేష్");
        row("Kavita", "ಕವಿತಾ");
        row("Ramesh", "ರಮೇಶ");
        row("Geetha", "கீதா");
        row("Kavitha Menon", "കവിത മേനോൻ");
        row("Mahmood", "محمود");
        row("Simran Kaur", "ਸਿਮਰਨ ਕੌਰ");
        row("Nilesh Patel", "નિલેશ પટેલ");
        row("Pradeep Nayak", "ପ୍ରଦୀପ ନାୟକ");
        row("Kulkarni Asha", "Smt. Asha V. Kulkarni");
        row("Mohd. Iqbal", "Mohammed Iqbal");
    }
    void namesSoundAlikeAcrossScriptsAndSpellings()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(compareNames(one, other), Agreement::Alike);
        QCOMPARE(compareNames(other, one), Agreement::Alike);
    }

    void differentNamesStayDifferent_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *one, const char *other) {
            QTest::newRow(one) << QString::fromUtf8(one) << QString::fromUtf8(other);
        };
        row("Rama", "Rana");
        row("Gita", "Sita");
        row("Ramesh", "Rajesh");
        row("Suresh", "Naresh");
        row("Sunita", "Anita");
        row("Mahesh", "Mukesh");
        row("Fatima", "फरहाना");
        row("Asha Kulkarni", "Asha Deshmukh");
        row("A K", "Asha Kulkarni");
    }
    void differentNamesStayDifferent()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QCOMPARE(compareNames(one, other), Agreement::Different);
    }
};

QTEST_GUILESS_MAIN(TstClinicRules)
#include "tst_clinic_rules.moc"
