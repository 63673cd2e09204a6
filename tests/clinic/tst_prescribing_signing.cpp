#include "clinic/prescription.h"
#include "clinic/typed_record.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/flow_repository.h"
#include "storage/patient_repository.h"
#include "storage/record_repository.h"
#include "support/demo_clinic.h"
#include "support/whole_prescription.h"

#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Signing asks the prescribing rules inside its transaction: what they stop leaves nothing behind.
class TstPrescribingSigning : public QObject
{
    Q_OBJECT

private:
    AppointmentId visit(Work &work, const Patient &patient, VisitMode mode, UtcTime start, AppointmentStatus status)
    {
        storage::AppointmentRepository appointments(work.db);
        Appointment visit;
        visit.id = work.ids.next<AppointmentId>();
        visit.slot = {m_clinic->facility, m_clinic->doctor, start, start + 15min};
        visit.patient = patient.id;
        visit.mode = mode;
        const auto hold
            = appointments.hold(work.ids.next<HoldId>(), visit.slot, work.clock.now(), work.clock.now() + 5min);
        [[maybe_unused]] const auto booked = appointments.confirm(hold->id, visit, work.actor, work.clock.now());
        const auto stored = appointments.appointment(visit.id).value();
        [[maybe_unused]] const auto moved
            = appointments.setStatus(visit.id, stored.version, status, work.actor, work.clock.now());
        return visit.id;
    }
    Record draft(Work &work, const Patient &patient, const AppointmentId &visit, const QString &medicine)
    {
        PrescriptionContent content;
        auto line = test::allopathicLine();
        line.brand.clear();
        line.medicine.text = medicine;
        content.medicines << line;
        content.diagnoses = {test::problemOf(u"Fever"_s)};
        DraftRequest wanted;
        wanted.patient = patient.id;
        wanted.facility = m_clinic->facility;
        wanted.doctor = m_clinic->doctor;
        wanted.appointment = visit;
        wanted.issuedOn = QDate(2026, 11, 20);
        wanted.content = content;
        return beginDraft(work, wanted).value();
    }

    std::unique_ptr<test::DemoClinic> m_clinic;

private Q_SLOTS:
    void init()
    {
        m_clinic = std::make_unique<test::DemoClinic>();
        storage::FacilityRepository places(m_clinic->db());
        auto doctor = places.doctor(m_clinic->doctor).value();
        doctor.qualification = u"MBBS"_s;
        QVERIFY(places.save(doctor).has_value());
    }

    void whatTheRulesStopIsNotSigned_data()
    {
        QTest::addColumn<QString>("medicine");
        QTest::addColumn<VisitMode>("mode");
        QTest::addColumn<bool>("seen"); // by this doctor in person, two months ago
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("code");
        using V = VisitMode;
        QTest::newRow("codeine by video")
            << u"Codeine linctus"_s << V::Tele << true << u"cough"_s << u"PRESCRIBING-P1"_s;
        QTest::newRow("codeine in person") << u"Codeine linctus"_s << V::InPerson << false << u""_s << u""_s;
        QTest::newRow("an add-on at the first visit")
            << u"Sitagliptin"_s << V::Tele << false << u""_s << u"PRESCRIBING-P3"_s;
        QTest::newRow("an add-on at a follow-up") << u"Sitagliptin"_s << V::Tele << true << u""_s << u""_s;
        QTest::newRow("unlisted without a reason")
            << u"Amoxicillin"_s << V::Tele << false << u" "_s << u"PRESCRIBING-REASON"_s;
        QTest::newRow("unlisted with a reason")
            << u"Amoxicillin"_s << V::Tele << false << u"tonsillitis seen on video"_s << u""_s;
        QTest::newRow("over the counter") << u"Paracetamol"_s << V::Tele << false << u""_s << u""_s;
    }
    void whatTheRulesStopIsNotSigned()
    {
        QFETCH(QString, medicine);
        QFETCH(VisitMode, mode);
        QFETCH(bool, seen);
        QFETCH(QString, reason);
        QFETCH(QString, code);
        auto work = m_clinic->work();
        const auto asha = m_clinic->person(u"Asha Kulkarni"_s);
        if (seen)
            visit(work, asha, VisitMode::InPerson, work.clock.now() - 60 * 24h, AppointmentStatus::Done);
        const auto now = visit(work, asha, mode, work.clock.now() + 2h, AppointmentStatus::WithDoctor);
        const auto record = draft(work, asha, now, medicine);
        const auto before = storage::AuditTrail(work.db).verify()->events;
        const ConsultationStatement statement{
            TeleMode::Video, Complaint::Known, Consultation::Treatment::UnderWay, reason};
        const auto done = signRecord(work, record.id, record.version, SmsInvitation::NotAgreed, statement);
        QCOMPARE(done ? QString() : done.error().code, code);
        if (done)
            return;
        QCOMPARE(done.error().detail.contains(medicine), false); // an error holds no personal data
        QCOMPARE(storage::RecordRepository(work.db).record(record.id)->state, RecordState::Draft);
        QCOMPARE(storage::AuditTrail(work.db).verify()->events, before);
    }

    void withoutAWordOnTheModeTheStrictestIsMeant()
    {
        auto work = m_clinic->work();
        const auto asha = m_clinic->person(u"Asha Kulkarni"_s);
        const auto now = visit(work, asha, VisitMode::Tele, work.clock.now() + 2h, AppointmentStatus::WithDoctor);
        const auto record = draft(work, asha, now, u"Calamine lotion"_s);
        QCOMPARE(signRecord(work, record.id, record.version).error().code, u"PRESCRIBING-P2"_s);
    }

    /// Nothing that must be said may be missing, whatever the page let through; nothing is left behind.
    void whatLacksSomethingIsNotSigned_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto *what : {"clinic.address", "doctor.council", "patient.address", "consultation.mode",
                 "diagnosis 1", "medicine.total 2"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatLacksSomethingIsNotSigned()
    {
        QFETCH(QString, what);
        auto work = m_clinic->work();
        auto asha = m_clinic->person(u"Asha Kulkarni"_s);
        const auto now = visit(work, asha, VisitMode::Tele, work.clock.now() + 2h, AppointmentStatus::WithDoctor);
        auto record = draft(work, asha, now, u"Paracetamol"_s);
        auto content = std::get<PrescriptionContent>(storage::RecordRepository(work.db).content(record.id).value());
        content.medicines << content.medicines.first();
        ConsultationStatement statement{TeleMode::Video, Complaint::Known, {}, {}};
        storage::FacilityRepository places(work.db);
        auto facility = places.facility(m_clinic->facility).value();
        auto doctor = places.doctor(m_clinic->doctor).value();
        if (what == u"clinic.address")
            facility.address.clear();
        else if (what == u"doctor.council")
            doctor.council.clear();
        else if (what == u"patient.address")
            asha.place.clear();
        else if (what == u"consultation.mode")
            statement.mode = {};
        else if (what.startsWith(u"diagnosis"))
            content.diagnoses.clear();
        else
            content.medicines[1].total.clear();
        QVERIFY(places.save(facility) && places.save(doctor));
        QVERIFY(storage::PatientRepository(work.db).update(asha, work.actor, work.clock.now()).has_value());
        const auto version = saveContent(work, record.id, record.version, content).value();
        const auto before = storage::AuditTrail(work.db).verify()->events;
        const auto done = signRecord(work, record.id, version, SmsInvitation::NotAgreed, statement);
        QVERIFY(!done);
        QCOMPARE(done.error().code, u"REC-MISSING"_s);
        QCOMPARE(done.error().detail, what);
        QCOMPARE(storage::RecordRepository(work.db).record(record.id)->state, RecordState::Draft);
        QCOMPARE(storage::AuditTrail(work.db).verify()->events, before);
    }

    void howItWasHeldAndByWhomStaysWithTheRecord()
    {
        auto work = m_clinic->work();
        const auto asha = m_clinic->person(u"Asha Kulkarni"_s);
        const auto now = visit(work, asha, VisitMode::Tele, work.clock.now() + 2h, AppointmentStatus::WithDoctor);
        const auto record = draft(work, asha, now, u"Paracetamol"_s);
        const ConsultationStatement statement{TeleMode::Audio, Complaint::New, {}, {}};
        QVERIFY(signRecord(work, record.id, record.version, SmsInvitation::NotAgreed, statement).has_value());
        const auto stored = storage::RecordRepository(work.db).record(record.id).value();
        QCOMPARE(stored.heldBy, std::optional(TeleMode::Audio));
        QCOMPARE(stored.signedBy, work.actor.user);
    }

    void aScanIsNotRead()
    {
        auto work = m_clinic->work();
        Record scan;
        scan.typed = false;
        QVERIFY(prescribingFacts(work, scan)->lines.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TstPrescribingSigning)
#include "tst_prescribing_signing.moc"
