#include "clinic/patient_index.h"
#include "clinic/shares.h"
#include "storage/audit_trail.h"
#include "storage/identifier_repository.h"
#include "storage/share_repository.h"
#include "support/demo_clinic.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace std::chrono_literals;

namespace
{

const QString mobile = QStringLiteral("9876543210");

SharedProfile profile(const QString &name = QStringLiteral("Asha Kulkarni"))
{
    SharedProfile out;
    out.abhaNumber = *AbhaNumber::parse(u"91-4002-5177-3000");
    out.abhaAddress = *AbhaAddress::parse(u"asha.k@sbx");
    out.name = name;
    out.gender = Gender::Female;
    out.birth = *BirthDate::parse(u"1981-11-07");
    out.mobile = mobile;
    out.district = QStringLiteral("Pune");
    return out;
}

class Desk : public test::DemoClinic
{
public:
    Share receive(const SharedProfile &shared = profile(), const QString &counter = QStringLiteral("OPD1"))
    {
        return storage::ShareRepository(db())
            .receive(ids.next<ShareId>(), {facility, counter, {}, shared, 30min}, QDate(2026, 11, 20), clock.now())
            .value();
    }
    ShareProposal propose(const Share &share, const PatientIndex *index = nullptr)
    {
        auto w = work();
        return proposeFor(w, share.id, index).value();
    }
    Result<Patient> accept(
        const Share &share, const Patient &patient, const QString &reason = {}, const QList<ShareField> &take = {})
    {
        auto w = work();
        return acceptShare(w, {share.id, share.version, patient.id, patient.version, take, reason});
    }
    ShareOutcome outcomeOf(const Share &share) { return storage::ShareRepository(db()).share(share.id)->outcome; }
};

QString codeOf(const Result<Patient> &result)
{
    return result ? QString() : result.error().code;
}

}

class TstClinicShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileWithThisAbhaIsProposed()
    {
        Desk desk;
        const auto asha = desk.person(QStringLiteral("Asha Kulkarni"), {}, QStringLiteral("asha.k@sbx"));
        desk.person(QStringLiteral("Asha Kulkarni"), mobile);
        const auto proposal = desk.propose(desk.receive());
        QCOMPARE(proposal.kind, ShareProposal::Kind::Exact);
        QCOMPARE(proposal.matches.size(), 1);
        QCOMPARE(proposal.matches[0].patient.id, asha.id);
        QVERIFY(proposal.matches[0].agrees.contains(ShareEvidence::AbhaAddress));
        QVERIFY(!proposal.matches[0].needsReason);
        QVERIFY(!proposal.conflict);
    }

    void whatSpeaksForAFileIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("gender");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<bool>("needsReason");
        const auto row = [](const char *what, const char *name, Gender gender, const char *birth, const QString &phone,
                             bool needsReason) {
            QTest::newRow(what) << QString::fromUtf8(name) << int(gender) << QString::fromLatin1(birth) << phone
                                << needsReason;
        };
        row("all equal", "Asha Kulkarni", Gender::Female, "1981-11-07", mobile, false);
        row("another spelling", "Aasha Kulkarnee", Gender::Female, "1981", mobile, false);
        row("Devanagari", "आशा कुलकर्णी", Gender::Female, "1981", mobile, false);
        row("two years apart", "Asha Kulkarni", Gender::Female, "1979", mobile, false);
        row("three years apart", "Asha Kulkarni", Gender::Female, "1978", mobile, true);
        row("birth unknown", "Asha Kulkarni", Gender::Female, "", mobile, true);
        row("another gender", "Asha Kulkarni", Gender::Male, "1981", mobile, true);
        row("another name", "Ravindra Deshmukh", Gender::Female, "1981", mobile, true);
        row("another mobile", "Asha Kulkarni", Gender::Female, "1981", QStringLiteral("9000000009"), true);
        row("no mobile", "Asha Kulkarni", Gender::Female, "1981", {}, true);
    }
    void whatSpeaksForAFileIsSaid()
    {
        QFETCH(QString, name);
        QFETCH(int, gender);
        QFETCH(QString, birth);
        QFETCH(QString, phone);
        Patient patient;
        patient.name = name;
        patient.gender = Gender(gender);
        patient.birth = birth.isEmpty() ? BirthDate() : *BirthDate::parse(birth);
        patient.mobile = phone;
        QTEST(compareShare(profile(), patient).needsReason, "needsReason");
    }

    void afterAManualRegistrationThatFileIsProposed() // B44
    {
        Desk desk;
        const auto byHand = desk.person(QStringLiteral("Asha Kulkarni"), mobile);
        const auto withoutPhone = desk.person(QStringLiteral("Asha Kulkarny"));
        const auto share = desk.receive();
        QCOMPARE(desk.propose(share).matches.size(), 1);
        PatientIndex index;
        QVERIFY(index.build(desk.db(), desk.facility));
        const auto proposal = desk.propose(share, &index);
        QCOMPARE(proposal.kind, ShareProposal::Kind::Likely);
        QCOMPARE(proposal.matches.size(), 2);
        QCOMPARE(proposal.matches[0].patient.id, byHand.id);
        QVERIFY(!proposal.matches[0].needsReason);
        QCOMPARE(proposal.matches[1].patient.id, withoutPhone.id);
        QVERIFY(proposal.matches[1].needsReason);
    }

    void nobodyLikeThatIsANewPerson()
    {
        Desk desk;
        desk.person(QStringLiteral("Ravindra Deshmukh"), QStringLiteral("9000000009"));
        PatientIndex index;
        QVERIFY(index.build(desk.db(), desk.facility));
        const auto proposal = desk.propose(desk.receive(), &index);
        QCOMPARE(proposal.kind, ShareProposal::Kind::New);
        QVERIFY(proposal.matches.isEmpty());
    }

    void numberAndAddressOnTwoFilesAreAConflict() // B38
    {
        Desk desk;
        desk.person(QStringLiteral("Asha Kulkarni"), {}, QStringLiteral("asha.k@sbx"));
        auto w = desk.work();
        Patient other;
        other.name = QStringLiteral("Asha K");
        other.gender = Gender::Female;
        other.abhaNumber = profile().abhaNumber;
        QVERIFY(registerPatient(w, other, desk.facility).has_value());
        const auto proposal = desk.propose(desk.receive());
        QCOMPARE(proposal.kind, ShareProposal::Kind::Exact);
        QCOMPARE(proposal.matches.size(), 2);
        QVERIFY(proposal.conflict);
    }

    void anAcceptedShareFillsGapsAndTakesWhatWasChosen()
    {
        Desk desk;
        const auto before = desk.person(QStringLiteral("Asha Kulkarnee"), mobile);
        const auto share = desk.receive();
        const auto after = desk.accept(share, before, {}, {ShareField::Name});
        QVERIFY2(after.has_value(), qPrintable(codeOf(after)));
        QCOMPARE(after->id, before.id);
        QCOMPARE(after->name, QStringLiteral("Asha Kulkarni"));
        QCOMPARE(after->birth, before.birth); // not chosen
        QCOMPARE(after->place, QStringLiteral("Pune")); // was empty
        QCOMPARE(after->abhaAddress, std::optional(profile().abhaAddress));
        QCOMPARE(after->abhaVerifiedAt, desk.clock.now());
        QCOMPARE(desk.outcomeOf(share), ShareOutcome::Matched);
        const auto known = storage::IdentifierRepository(desk.db()).ofPatient(after->id).value();
        QVERIFY(std::any_of(known.begin(), known.end(), [](const Identifier &identifier) {
            return identifier.system == IdentifierSystem::AbhaAddress && identifier.verifiedBy == AbhaProof::Share;
        }));
        QVERIFY(storage::AuditTrail(desk.db()).verify()->intact);
    }

    void withoutEqualityEvidenceAReasonIsNeeded()
    {
        Desk desk;
        const auto mother = desk.person(QStringLiteral("Sushila Kulkarni"), mobile);
        const auto share = desk.receive();
        QCOMPARE(codeOf(desk.accept(share, mother, QStringLiteral("  "))), QStringLiteral("SHARE-REASON"));
        QCOMPARE(desk.outcomeOf(share), ShareOutcome::Waiting);
        const auto given = desk.accept(share, mother, QStringLiteral("changed her name"));
        QVERIFY2(given.has_value(), qPrintable(codeOf(given)));
        QCOMPARE(storage::ShareRepository(desk.db()).share(share.id)->reason, QStringLiteral("changed her name"));
    }

    void anAbhaOfAnotherFileIsNotTaken() // B38
    {
        Desk desk;
        desk.person(QStringLiteral("Asha Kulkarni"), {}, QStringLiteral("asha.k@sbx"));
        const auto other = desk.person(QStringLiteral("Asha Kulkarni"), mobile);
        const auto share = desk.receive();
        QCOMPARE(codeOf(desk.accept(share, other, QStringLiteral("sure"))), QStringLiteral("ABHA-ELSEWHERE"));
        QCOMPARE(desk.outcomeOf(share), ShareOutcome::Waiting);
        QCOMPARE(storage::AuditTrail(desk.db()).last(1)->first().action, QStringLiteral("abha.attach-conflict"));
    }

    void aFileWithAnotherAbhaNumberKeepsIt() // B39
    {
        Desk desk;
        auto w = desk.work();
        Patient patient;
        patient.name = QStringLiteral("Asha Kulkarni");
        patient.gender = Gender::Female;
        patient.mobile = mobile;
        patient.birth.year = 1981;
        patient.abhaNumber = *AbhaNumber::parse(u"91-1111-2222-3333");
        const auto stored = registerPatient(w, patient, desk.facility).value();
        const auto share = desk.receive();
        QCOMPARE(codeOf(desk.accept(share, stored, QStringLiteral("sure"))), QStringLiteral("SHARE-ABHA"));
    }

    void whoLookedAtAnOldRowIsTold()
    {
        Desk desk;
        const auto asha = desk.person(QStringLiteral("Asha Kulkarni"), mobile);
        const auto share = desk.receive();
        auto moved = profile();
        moved.mobile = QStringLiteral("9876500000");
        desk.receive(moved); // scanned again, with another mobile
        QCOMPARE(codeOf(desk.accept(share, asha)), QStringLiteral("DB-STALE"));
        auto old = asha;
        old.version -= 1;
        const auto fresh = storage::ShareRepository(desk.db()).share(share.id).value();
        QCOMPARE(codeOf(desk.accept(fresh, old, QStringLiteral("r"))), QStringLiteral("DB-STALE"));
    }

    void aNewPersonIsRegisteredFromTheShareAlone()
    {
        Desk desk;
        const auto share = desk.receive();
        auto w = desk.work();
        const auto patient = registerFromShare(w, share.id, share.version, {});
        QVERIFY2(patient.has_value(), qPrintable(codeOf(patient)));
        QCOMPARE(patient->name, profile().name);
        QCOMPARE(patient->birth, profile().birth);
        QCOMPARE(patient->mobile, mobile);
        QCOMPARE(patient->abhaNumber, profile().abhaNumber);
        QVERIFY(patient->abhaVerifiedAt.isSet());
        QVERIFY(!patient->localNumber.isEmpty());
        QCOMPARE(desk.outcomeOf(share), ShareOutcome::New);
        QCOMPARE(codeOf(registerFromShare(w, share.id, share.version + 1, {})), QStringLiteral("DB-STALE"));
    }

    void onlyGapsAreTakenFromTheForm()
    {
        Desk desk;
        auto shared = profile();
        shared.birth = {};
        shared.mobile.clear();
        const auto share = desk.receive(shared);
        Patient gaps;
        gaps.name = QStringLiteral("Somebody Else");
        gaps.gender = Gender::Male;
        gaps.birth.year = 1982;
        gaps.mobile = QStringLiteral("9000000001");
        gaps.place = QStringLiteral("Satara");
        auto w = desk.work();
        const auto patient = registerFromShare(w, share.id, share.version, gaps);
        QVERIFY2(patient.has_value(), qPrintable(codeOf(patient)));
        QCOMPARE(patient->name, profile().name);
        QCOMPARE(patient->gender, Gender::Female);
        QCOMPARE(patient->birth.year, std::optional(1982));
        QCOMPARE(patient->mobile, QStringLiteral("9000000001"));
        QCOMPARE(patient->place, QStringLiteral("Satara"));
    }

    void aShareOfAKnownAbhaMakesNoSecondFile()
    {
        Desk desk;
        desk.person(QStringLiteral("Asha Kulkarni"), {}, QStringLiteral("asha.k@sbx"));
        const auto share = desk.receive();
        auto w = desk.work();
        QCOMPARE(codeOf(registerFromShare(w, share.id, share.version, {})), QStringLiteral("ABHA-ELSEWHERE"));
        QCOMPARE(desk.outcomeOf(share), ShareOutcome::Waiting);
        PatientIndex index;
        QVERIFY(index.build(desk.db(), desk.facility));
        QCOMPARE(index.size(), 1);
    }

    void anExpiredRowCanStillBeUsed()
    {
        Desk desk;
        const auto share = desk.receive();
        desk.clock.advance(45min);
        auto w = desk.work();
        const auto list = shareList(w, desk.facility).value();
        QVERIFY(list.rows.first().expired);
        QCOMPARE(list.waiting, 1);
        QCOMPARE(list.rows.first().age, std::optional(45));
        QVERIFY(registerFromShare(w, share.id, share.version, {}).has_value());
    }

    void whoScannedTwiceIsServedOnce()
    {
        Desk desk;
        const auto first = desk.receive();
        desk.clock.advance(31min);
        const auto second = desk.receive();
        QVERIFY(first.id != second.id);
        auto w = desk.work();
        QVERIFY(registerFromShare(w, second.id, second.version, {}).has_value());
        QCOMPARE(desk.outcomeOf(first), ShareOutcome::New);
        QCOMPARE(shareList(w, desk.facility)->waiting, 0);
    }

    void aRowIsSentAwayAndTheListEndsAfterADay()
    {
        Desk desk;
        const auto share = desk.receive();
        auto w = desk.work();
        const auto away = dismissShare(w, share.id, share.version, QStringLiteral("left the clinic"));
        QVERIFY(away.has_value());
        QCOMPARE(away->outcome, ShareOutcome::Dismissed);
        QCOMPARE(dismissShare(w, share.id, share.version, {}).error().code, QStringLiteral("DB-STALE"));
        QCOMPARE(shareList(w, desk.facility)->rows.size(), 1);
        desk.clock.advance(25h);
        const auto later = shareList(w, desk.facility).value();
        QCOMPARE(later.rows.size(), 0);
        QCOMPARE(later.lastReceived, std::optional(share.receivedAt)); // B43: when did the last one come
    }

    void differencesNameOnlyWhatTheShareSays()
    {
        Patient patient;
        patient.name = QStringLiteral("Asha Kulkarnee");
        patient.gender = Gender::Female;
        patient.mobile = mobile;
        auto shared = profile();
        shared.birth = {};
        QList<ShareField> fields;
        for (const auto &line : differences(shared, patient))
            fields << line.field;
        QVERIFY(fields.contains(ShareField::Name));
        QVERIFY(fields.contains(ShareField::AbhaAddress));
        QVERIFY(!fields.contains(ShareField::Birth));
        QVERIFY(!fields.contains(ShareField::Mobile));
        QVERIFY(!fields.contains(ShareField::Gender));
    }

    void countersAreCheckedBeforeTheyAreKept_data()
    {
        QTest::addColumn<QStringList>("counters");
        QTest::addColumn<bool>("good");
        const auto row
            = [](const char *name, const QStringList &counters, bool good) { QTest::newRow(name) << counters << good; };
        row("two", {QStringLiteral("OPD1"), QStringLiteral("LAB")}, true);
        row("empty id", {QString()}, false);
        row("21 characters", {QString(21, u'A')}, false);
        row("hyphen", {QStringLiteral("OPD-1")}, false);
        row("twice", {QStringLiteral("OPD1"), QStringLiteral("opd1")}, false);
    }
    void countersAreCheckedBeforeTheyAreKept()
    {
        QFETCH(QStringList, counters);
        QFETCH(bool, good);
        Desk desk;
        auto w = desk.work();
        QCOMPARE(*shareCounters(w, desk.facility), QStringList{QStringLiteral("OPD1")});
        QCOMPARE(saveShareCounters(w, desk.facility, counters).has_value(), good);
        QCOMPARE(*shareCounters(w, desk.facility), good ? counters : QStringList{QStringLiteral("OPD1")});
    }
};

QTEST_GUILESS_MAIN(TstClinicShares)
#include "tst_clinic_shares.moc"
