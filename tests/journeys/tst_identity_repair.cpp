#include "demo_clinic.h"
#include "journeys/clinic.h"
#include "journeys/identity_desk.h"
#include "storage/delivery_repository.h"
#include "storage/patient_repository.h"

#include <QQuickItem>
#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr std::chrono::seconds patience(90);
}

/// R6, end to end: the network itself refuses who the patient is (ABDM-1207 when a link token is made), the person at
/// the desk compares and repairs, and the record arrives. Real window, real bridge, nadi-sandbox over HTTPS.
class TstIdentityRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { desktop::prepareApplication(u"en_IN"_s); }
    void init()
    {
        m_desk = std::make_unique<IdentityDesk>(qEnvironmentVariable("NADI_SCREENS"));
        QVERIFY(m_desk->start());
        QVERIFY(m_desk->startBridge());
    }
    void cleanup() { m_desk.reset(); }

    void a_refused_identity_is_repaired_from_the_account_and_the_record_arrives();
    void without_a_proof_here_it_is_repaired_by_hand_and_the_record_arrives();

private:
    bool until(const std::function<bool()> &condition) { return m_desk->pilot().waitUntil(condition, patience); }
    bool reads(const QString &text)
    {
        return until([&] { return m_desk->pilot().reads(text); });
    }
    Result<Patient> asha()
    {
        if (!m_desk->openFile(u"Asha Kulkarni"_s))
            return fail(ErrorKind::NotFound, u"PATIENT-UNKNOWN"_s);
        auto read
            = m_desk->store().run([id = PatientId(m_desk->app().patient()->patient().id)](storage::Connection &db) {
                  return storage::PatientRepository(db).patient(id, desktop::DemoClinic::describe().facility.id);
              });
        read.waitForFinished();
        return read.result();
    }
    /// A slip of the desk: another birth year than the health account has.
    bool mistypeBirth(Patient patient)
    {
        patient.birth = BirthDate::parse(u"1961-04-02").value();
        auto saved = m_desk->store().run([this, patient](storage::Connection &db) {
            const auto work = m_desk->work(db);
            return storage::PatientRepository(db).update(patient, work.actor, work.clock.now());
        });
        saved.waitForFinished();
        return saved.result().has_value();
    }
    Result<clinic::Signed> sign(const PatientId &patient)
    {
        auto made = m_desk->store().run([this, patient](storage::Connection &db) {
            auto work = m_desk->work(db);
            const auto demo = desktop::DemoClinic::describe();
            return signPrescription(work, demo.facility.id, DoctorId(u"iravati"_s), patient, {Clinic::page(1)});
        });
        made.waitForFinished();
        m_desk->store().changes().ring(storage::Topic::Inbox);
        return made.result();
    }
    Delivery delivery(const RecordId &record)
    {
        auto read = m_desk->store().run(
            [record](storage::Connection &db) { return storage::DeliveryRepository(db).ofRecord(record); });
        read.waitForFinished();
        return read.result().value_or(Delivery());
    }
    bool ends(const RecordId &record, DeliveryState state)
    {
        const bool ended = until([&] { return delivery(record).state == state; });
        if (!ended)
            qWarning().noquote() << "delivery is" << toWord(delivery(record).state) << delivery(record).reason;
        return ended;
    }
    /// What needs a person, and its one action by keyboard.
    bool openComparison()
    {
        m_desk->pilot().press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        if (!until([this] { return m_desk->app().attention()->rows()->count() == 1; }) || !m_desk->tabTo(u"Compare"_s))
            return false;
        auto *const cause = m_desk->app().attention()->rows();
        const auto sentence = cause->data(cause->index(0), cause->roleNames().key("sentence")).toString();
        if (sentence.isEmpty() || !reads(sentence))
            return false;
        m_desk->picture(u"repair-1-attention"_s);
        m_desk->pilot().press(Qt::Key_Return);
        return until([this] { return m_desk->app().page() == u"repair" && repair().loaded(); });
    }
    ui::RepairController &repair() { return *m_desk->app().repair(); }

    std::unique_ptr<IdentityDesk> m_desk;
};

void TstIdentityRepair::a_refused_identity_is_repaired_from_the_account_and_the_record_arrives()
{
    // A proof made here: from now on the clinic knows what the account says.
    QVERIFY(m_desk->openFile(u"Asha Kulkarni"_s));
    m_desk->app().openAbha(false);
    QVERIFY(m_desk->reach(u"method"_s));
    m_desk->pilot().press(Qt::Key_1);
    QVERIFY(m_desk->giveCode(u"mobile=9000010001"_s));
    QVERIFY(m_desk->attach());
    const auto patient = asha();
    QVERIFY(patient && patient->abhaVerifiedAt.isSet());
    const auto right = patient->birth;
    QVERIFY(mistypeBirth(*patient));

    const auto record = sign(patient->id);
    QVERIFY2(record, record ? "" : qPrintable(record.error().code + record.error().detail));
    QVERIFY(ends(record->record.id, DeliveryState::NeedsAttention));
    QCOMPARE(delivery(record->record.id).reason, u"IDENTITY"_s);

    QVERIFY(openComparison());
    QVERIFY(repair().accountKnown() && !repair().agrees());
    m_desk->picture(u"repair-2-compare"_s);
    QVERIFY(m_desk->pressByKeyboard(u"Take the account's values"_s));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(ends(record->record.id, DeliveryState::Transferred));
    const auto repaired = asha();
    QVERIFY(repaired);
    QCOMPARE(repaired->birth, right);
    QVERIFY(until(
        [this] { return m_desk->app().attention()->rows()->count() == 0 || m_desk->app().page() == u"patient"; }));
}

void TstIdentityRepair::without_a_proof_here_it_is_repaired_by_hand_and_the_record_arrives()
{
    const auto patient = asha();
    QVERIFY(patient);
    const auto right = patient->birth;
    QVERIFY(mistypeBirth(*patient));
    const auto record = sign(patient->id);
    QVERIFY2(record, record ? "" : qPrintable(record.error().code + record.error().detail));
    QVERIFY(ends(record->record.id, DeliveryState::NeedsAttention));

    QVERIFY(openComparison());
    QVERIFY(!repair().accountKnown());
    QVERIFY(reads(u"What the health account says is not known here."_s));
    m_desk->picture(u"repair-3-unknown"_s);
    // The patient shows a paper.
    QVERIFY(m_desk->tabTo(u"Age or birth date"_s));
    m_desk->pilot().press(Qt::Key_A, Qt::ControlModifier);
    m_desk->pilot().type(QString::number(*right.year));
    m_desk->pilot().press(Qt::Key_F9);
    QVERIFY(ends(record->record.id, DeliveryState::Transferred));
}

QTEST_MAIN(TstIdentityRepair)
#include "tst_identity_repair.moc"
