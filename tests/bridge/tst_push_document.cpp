#include "bridge/push_document.h"
#include "runner_clinic.h"
#include "storage/appointment_repository.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const DoctorId doctor(u"d1"_s);
const Actor clerk{UserId(u"clerk-1"_s), Role::Clerk};

/// A clinic whose patient has booked and is seen.
struct Visited : test::RunnerClinic
{
    Visited()
    {
        Patient person;
        person.name = u"Asha Kulkarni"_s;
        person.gender = Gender::Female;
        person.birth.year = 1980;
        person.abhaAddress = AbhaAddress::parse(u"asha.k@sbx").value();
        auto w = work();
        patient = clinic::registerPatient(w, person, facility).value().id;
    }
    clinic::Work work() { return {*db, clock, ids, clerk}; }
    AppointmentId book(VisitMode mode, std::chrono::minutes fromNow)
    {
        storage::AppointmentRepository appointments(*db);
        Appointment visit;
        visit.id = AppointmentId(u"a1"_s);
        visit.slot = {facility, doctor, clock.now() + fromNow, clock.now() + fromNow + 10min};
        visit.patient = patient;
        visit.mode = mode;
        visit.source = u"desk"_s;
        const HoldId hold(u"h1"_s);
        [[maybe_unused]] const auto held = appointments.hold(hold, visit.slot, clock.now(), clock.now() + 5min);
        [[maybe_unused]] const auto booked = appointments.confirm(hold, visit, clerk, clock.now());
        return visit.id;
    }
    Record sign(const std::optional<AppointmentId> &visit)
    {
        WellnessContent content;
        WellnessEntry walk;
        walk.section = WellnessSection::OtherObservations;
        walk.measurement.what.text = u"Walking"_s;
        walk.measurement.value = u"without pain"_s;
        content.entries << walk;
        auto w = work();
        const auto draft = clinic::beginDraft(
            w, {patient, facility, doctor, visit, HiType::WellnessRecord, clock.now().toDateTime().date(), content});
        return clinic::signRecord(w, draft->id, draft->version).value().record;
    }
    /// The resource of this type in what is pushed.
    QJsonObject pushed(const Record &record, const QString &type)
    {
        const auto document = bridge::buildDocument(*db, facility, record.id);
        if (!document)
            return {};
        for (const auto &entry : QJsonDocument::fromJson(document->json)[u"entry"].toArray())
            if (entry[u"resource"][u"resourceType"].toString() == type)
                return entry[u"resource"].toObject();
        return {};
    }

    PatientId patient;
};

}

/// What a pushed document says of the visit and of who signed (nrces-fhir.md sections 1 and 5).
class TestPushDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoSignedAttestsAtThatTime()
    {
        Visited clinic;
        const auto record = clinic.sign({});
        const auto attester = clinic.pushed(record, u"Composition"_s)[u"attester"][0];
        QCOMPARE(attester[u"mode"].toString(), u"legal"_s);
        QCOMPARE(attester[u"time"].toString(), record.signedAt.toIso());
        QVERIFY(!attester[u"party"][u"reference"].toString().isEmpty());
    }

    void theVisitIsTheOneThatWasBooked_data()
    {
        QTest::addColumn<VisitMode>("mode");
        QTest::addColumn<int>("startsIn"); ///< minutes after the signature
        QTest::addColumn<QString>("code");
        QTest::newRow("at the clinic") << VisitMode::InPerson << -10 << u"AMB"_s;
        QTest::newRow("by video") << VisitMode::Tele << -10 << u"VR"_s;
        QTest::newRow("seen before the slot began") << VisitMode::InPerson << 30 << u"AMB"_s;
    }
    void theVisitIsTheOneThatWasBooked()
    {
        QFETCH(VisitMode, mode);
        QFETCH(int, startsIn);
        QFETCH(QString, code);
        Visited clinic;
        const auto record = clinic.sign(clinic.book(mode, std::chrono::minutes(startsIn)));
        const auto encounter = clinic.pushed(record, u"Encounter"_s);
        QCOMPARE(encounter[u"class"][u"code"].toString(), code);
        const auto begun = std::min(clinic.clock.now() + std::chrono::minutes(startsIn), record.signedAt);
        QCOMPARE(encounter[u"period"][u"start"].toString(), begun.toIso());
        QVERIFY(!encounter[u"period"].toObject().contains(u"end"_s)); // nobody said when it ended
        QCOMPARE(encounter[u"status"].toString(), u"unknown"_s);
    }

    void aRecordWithoutAVisitClaimsNone()
    {
        Visited clinic;
        QVERIFY(clinic.pushed(clinic.sign({}), u"Encounter"_s).isEmpty());
    }
};

QTEST_MAIN(TestPushDocument)
#include "tst_push_document.moc"
