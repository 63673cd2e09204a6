#include "clinic/prescribing/review.h"
#include "clinic/prescription.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/medicine_list_repository.h"
#include "storage/record_repository.h"
#include "support/demo_clinic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace nadi;
using namespace nadi::clinic;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// A file of the clinic with one row.
QByteArray listFile(
    const QString &version, const QString &ingredient, const QString &list, const QString &asOf = u"2026-11-21"_s)
{
    const QJsonObject row{
        {u"ingredient"_s, ingredient}, {u"list"_s, list}, {u"source"_s, u"our pharmacist"_s}, {u"asOf"_s, asOf}};
    const QJsonObject file{
        {u"version"_s, version}, {u"asOf"_s, asOf}, {u"source"_s, u"our pharmacist"_s}, {u"rows"_s, QJsonArray{row}}};
    return QJsonDocument(file).toJson();
}

}

/// The clinic's own lists: signatures judge by the newest, and each signed record keeps the one it was judged by.
class TstMedicineLists : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::DemoClinic> m_clinic;
    int m_visits = 0;

    /// A draft of this medicine at a tele-visit.
    Record draft(Work &work, const QString &medicine)
    {
        const auto asha = m_clinic->person(u"Asha Kulkarni"_s);
        storage::AppointmentRepository appointments(work.db);
        Appointment visit;
        visit.id = work.ids.next<AppointmentId>();
        const auto start = work.clock.now() + 2h + 15min * m_visits++;
        visit.slot = {m_clinic->facility, m_clinic->doctor, start, start + 15min};
        visit.patient = asha.id;
        visit.mode = VisitMode::Tele;
        const auto hold
            = appointments.hold(work.ids.next<HoldId>(), visit.slot, work.clock.now(), work.clock.now() + 5min);
        [[maybe_unused]] const auto booked = appointments.confirm(hold->id, visit, work.actor, work.clock.now());
        PrescriptionContent content;
        MedicineLine line;
        line.medicine.text = medicine;
        content.medicines << line;
        DraftRequest wanted;
        wanted.patient = asha.id;
        wanted.facility = m_clinic->facility;
        wanted.doctor = m_clinic->doctor;
        wanted.appointment = visit.id;
        wanted.issuedOn = QDate(2026, 11, 24);
        wanted.content = content;
        return beginDraft(work, wanted).value();
    }
    static ConsultationStatement byVideo()
    {
        return {TeleMode::Video, Complaint::New, Consultation::Treatment::NotKnown, {}};
    }
    Result<ListEdition> take(Work &work, const QByteArray &file) { return takeList(work, file, m_clinic->doctor); }

private Q_SLOTS:
    void init()
    {
        m_clinic = std::make_unique<test::DemoClinic>();
        m_visits = 0;
        storage::FacilityRepository places(m_clinic->db());
        auto doctor = places.doctor(m_clinic->doctor).value();
        doctor.qualification = u"MBBS"_s; // of another system every line wants a reason (Y4)
        QVERIFY(places.save(doctor).has_value());
        m_clinic->clock.advance(4 * 24h); // after the date of the lists that come with the program
    }

    void theShippedListsHoldByTheirOwnRules()
    {
        const auto &shipped = shippedClassTable();
        QVERIFY(shipped.asOf.isValid() && !shipped.source.isEmpty());
        QVERIFY(missingProhibitions(shipped, shipped).isEmpty());
        int prohibited = 0;
        for (const auto &row : shipped.rows) {
            QVERIFY2(!row.source.isEmpty() && row.asOf.isValid(), qPrintable(row.ingredient));
            prohibited += row.list == MedicineList::Prohibited;
        }
        QVERIFY(prohibited > 50);
        // As a clinic's file it would be taken: no contradiction, no row from the future.
        auto file = QJsonDocument::fromJson(listFile(u"x"_s, u"y"_s, u"O"_s)).object();
        QJsonArray rows;
        for (const auto &row : shipped.rows)
            rows << QJsonObject{{u"ingredient"_s, row.ingredient}, {u"names"_s, QJsonArray::fromStringList(row.names)},
                {u"list"_s, toWord(row.list)}, {u"use"_s, toWord(row.use)}, {u"source"_s, row.source},
                {u"asOf"_s, row.asOf.toString(Qt::ISODate)}};
        file[u"rows"_s] = rows;
        const auto proposal = proposeList(QJsonDocument(file).toJson(), shipped, QDate(2026, 11, 24));
        QVERIFY2(proposal.has_value(), proposal ? "" : qPrintable(proposal.error().code + proposal.error().detail));
        QCOMPARE(proposal->added, 0);
        QCOMPARE(proposal->changed, 0);
        QVERIFY(proposal->left.isEmpty() && proposal->kept.isEmpty());
    }

    void whatTheLawListsIsStoppedAtADistance_data()
    {
        QTest::addColumn<QString>("medicine");
        QTest::addColumn<bool>("stopped");
        for (const auto *name : {"Ketamine", "Methylphenidate 10 mg", "Quinalbarbitone", "Fentanyl patch", "Tramadol",
                 "Tramadol + Paracetamol", "Alprazolam 0.25", "Diazepam", "Lorazepam", "Pentazocine", "Buprenorphine",
                 "Pethidine", "Codeine linctus", "Amitriptyline + Chlordiazepoxide"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        // Added to list A in April 2020, although the NDPS Act lists them: first by video, then any way.
        for (const auto *name : {"Clonazepam", "Clobazam", "Phenobarbitone", "Paracetamol"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
    void whatTheLawListsIsStoppedAtADistance()
    {
        QFETCH(QString, medicine);
        auto work = m_clinic->work();
        const auto facts = prescribingFacts(work, draft(work, medicine));
        QVERIFY(facts.has_value());
        QTEST(isStopped(review(*facts, byVideo(), facts->lists.table)), "stopped");
    }

    void signaturesJudgeByTheNewestList()
    {
        auto work = m_clinic->work();
        const auto before = draft(work, u"Tizanidine"_s);
        ConsultationStatement said = byVideo();
        said.reason = u"spasm after a strain"_s;
        {
            storage::Transaction transaction(work.db);
            QVERIFY(passPrescribing(work, before, said).has_value()); // on no list: with a reason
            QVERIFY(transaction.commit().has_value());
        }
        QVERIFY(take(work, listFile(u"2026-11"_s, u"tizanidine"_s, u"prohibited"_s)).has_value());
        const auto after = draft(work, u"Tizanidine"_s);
        QCOMPARE(signRecord(work, after.id, after.version, SmsInvitation::NotAgreed, said).error().code,
            u"PRESCRIBING-P1"_s);
        storage::MedicineListRepository lists(work.db);
        QCOMPARE(lists.judgedBy(before.id)->value().list, 0); // and is not judged anew
        QCOMPARE(lists.judgedBy(before.id)->value().version, shippedClassTable().version);
        QVERIFY(!lists.judgedBy(after.id)->has_value());

        QVERIFY(take(work, listFile(u"2026-12"_s, u"tizanidine"_s, u"O"_s)).has_value());
        QVERIFY(passPrescribing(work, after, byVideo()).has_value());
        QCOMPARE(lists.judgedBy(after.id)->value().list, 2);
        const auto editions = listEditions(work).value();
        QCOMPARE(editions.size(), 3);
        QCOMPARE(editions[0].version, u"2026-12"_s);
        QCOMPARE(editions[0].judged, 1);
        QCOMPARE(editions[0].responsible, u"Dr Iravati Joshi"_s);
        QCOMPARE(editions[1].judged, 0);
        QCOMPARE(editions[2].judged, 1); // the program's
    }

    void noListLiftsAProhibition()
    {
        auto work = m_clinic->work();
        QVERIFY(take(work, listFile(u"2026-11"_s, u"codeine"_s, u"O"_s)).has_value());
        const auto record = draft(work, u"Codeine"_s);
        QCOMPARE(signRecord(work, record.id, record.version, SmsInvitation::NotAgreed, byVideo()).error().code,
            u"PRESCRIBING-P1"_s);
    }

    void aSignatureThatFailsLeavesNoJudgement()
    {
        auto work = m_clinic->work();
        const auto record = draft(work, u"Paracetamol"_s);
        {
            storage::Transaction transaction(work.db);
            QVERIFY(passPrescribing(work, record, byVideo()).has_value());
        }
        QVERIFY(!storage::MedicineListRepository(work.db).judgedBy(record.id)->has_value());
    }

    void takingAListIsAuditedAndNeverChangesAnEarlierOne()
    {
        auto work = m_clinic->work();
        QVERIFY(take(work, listFile(u"first"_s, u"tizanidine"_s, u"B"_s)).has_value());
        QVERIFY(take(work, listFile(u"second"_s, u"tizanidine"_s, u"A"_s)).has_value());
        const auto events = storage::AuditTrail(work.db).last(1).value();
        QCOMPARE(events.first().action, u"prescribing.lists"_s);
        QCOMPARE(events.first().subject, u"2"_s);
        QCOMPARE(events.first().result, u"first -> second"_s);
        QCOMPARE(events.first().actor.user, work.actor.user);
        const auto stored = storage::MedicineListRepository(work.db).all().value();
        QCOMPARE(stored[1].content, listFile(u"first"_s, u"tizanidine"_s, u"B"_s));
        QCOMPARE(take(work, listFile(u"second"_s, u"tizanidine"_s, u"O"_s)).error().code, u"CLASSES-SAME"_s);
        QCOMPARE(take(work, listFile(u"third"_s, u"x"_s, u"O"_s, u"2026-11-01"_s)).error().code, u"CLASSES-OLDER"_s);
        QCOMPARE(storage::MedicineListRepository(work.db).all()->size(), 2);
    }

    void aProposalSaysWhatItWouldChange()
    {
        const auto proposal
            = proposeList(listFile(u"ours"_s, u"paracetamol"_s, u"B"_s), shippedClassTable(), QDate(2026, 11, 24));
        QVERIFY(proposal.has_value());
        QCOMPARE(proposal->changed, 1);
        QCOMPARE(proposal->added, 0);
        QVERIFY(proposal->left.contains(u"ambroxol"_s));
        QVERIFY(proposal->kept.contains(u"morphine"_s));
        QVERIFY(!proposal->left.contains(u"morphine"_s));
    }
};

QTEST_APPLESS_MAIN(TstMedicineLists)
#include "tst_medicine_lists.moc"
