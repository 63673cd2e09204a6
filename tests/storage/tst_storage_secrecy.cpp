#include "common/random.h"
#include "databases.h"
#include "sealing/box_sealer.h"
#include "storage/appointment_repository.h"
#include "storage/audit_trail.h"
#include "storage/consent_repository.h"
#include "storage/facility_repository.h"
#include "storage/flow_repository.h"
#include "storage/identifier_repository.h"
#include "storage/inbox.h"
#include "storage/journey_repository.h"
#include "storage/merge_repository.h"
#include "storage/meta.h"
#include "storage/outbox.h"
#include "storage/patient_repository.h"
#include "storage/print_repository.h"
#include "storage/record_repository.h"
#include "storage/share_repository.h"
#include "values.h"

#include <QCryptographicHash>
#include <QFile>

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

/// A stolen disk, a dump or a database administrator sees no person (S-E1, S-E8, invariant I11).
class TstStorageSecrecy : public QObject
{
    Q_OBJECT

    SystemRandom random;
    PlainSealer plainSealer;
    std::unique_ptr<sealing::SealedBoxSealer> boxSealer;
    Databases databases;

    static QByteArray picture(const char *word)
    {
        QByteArray bytes;
        while (bytes.size() < 3 * 1024 * 1024)
            bytes += QByteArray("canary-picture-") + word + '|';
        return bytes;
    }

    /// Everything of a person, a doctor or a secret that `store` writes.
    static QList<QByteArray> canaries()
    {
        return {"Asha Kulkarni", "Kulkarni", "9876543210", "91123456789012", "91-1234-5678-9012", "asha.k",
            "1990-04-02", "canary-picture-page", "canary-picture-original", "KR-77777", "Iravati Joshi", "MMC-2016",
            "canary-reason", "canary-body", "canary-payload", "canary-token", "canary-state", "canary-details",
            "canary-raw", "canary-hospital", "CANARY-MRN", "canary-merge", "Laxmi Kulkarni", "canary-raw",
            "canary-letterhead", "canary-printer", "canary-street", "canary-sent-away",
            QCryptographicHash::hash(picture("original"), QCryptographicHash::Sha256)};
    }

    static void store(Connection &db)
    {
        auto patient = asha();
        patient.localNumber = QStringLiteral("KR-77777");
        GOOD(PatientRepository(db).add(patient, kr, clerk, morning));
        GOOD(PatientRepository(db).update(patient, clerk, morning));
        GOOD(FacilityRepository(db).save(
            Doctor{iravati, QStringLiteral("Dr Iravati Joshi"), QStringLiteral("MMC-2016"), {}, {}, {}}));
        Facility clinic;
        clinic.id = kr;
        clinic.address = {QStringLiteral("canary-letterhead")};
        GOOD(FacilityRepository(db).save(clinic));
        PrintJob print;
        print.id = PrintJobId(QStringLiteral("p"));
        print.printer = QStringLiteral("canary-printer");
        GOOD(PrintRepository(db).save(print));
        AppointmentRepository appointments(db);
        GOOD(appointments.hold(HoldId(QStringLiteral("h")), slotAt(morning), morning, morning + 5min));
        GOOD(appointments.confirm(
            HoldId(QStringLiteral("h")), appointment(QStringLiteral("a"), slotAt(morning)), clerk, morning));
        GOOD(appointments.cancel(
            AppointmentId(QStringLiteral("a")), 1, QStringLiteral("canary-reason"), clerk, morning));
        RecordRepository records(db);
        const RecordId r1(QStringLiteral("r1"));
        const auto hash = QCryptographicHash::hash(picture("original"), QCryptographicHash::Sha256);
        GOOD(records.createDraft(draft(r1.value()), clerk, morning));
        GOOD(records.addOriginal(r1, hash, QStringLiteral("image/jpeg"), picture("original"), morning));
        GOOD(records.addPage(r1, page(QStringLiteral("p1"), 0, hash), picture("page"), clerk, morning));
        InboxMessage callback;
        callback.route = QStringLiteral("/share");
        callback.request = RequestId(QStringLiteral("q1"));
        callback.body = "{\"name\":\"Asha Kulkarni\",\"x\":\"canary-body\"}";
        GOOD(Inbox(db).put(callback));
        OutboxMessage call;
        call.businessKey = QStringLiteral("link:r1");
        call.payload = {{QStringLiteral("x"), QStringLiteral("canary-payload asha.k")}};
        GOOD(Outbox(db).put(call));
        FlowRow flow;
        flow.id = FlowId(QStringLiteral("f1"));
        flow.state = {{QStringLiteral("x"), QStringLiteral("canary-state")}};
        GOOD(FlowRepository(db).insert(flow));
        GOOD(JourneyRepository(db).save({QStringLiteral("desk"), clerk.user, QStringLiteral("add"),
            {{QStringLiteral("x"), QStringLiteral("canary-details")}}, morning}));
        SharedProfile shared;
        shared.abhaNumber = patient.abhaNumber;
        shared.abhaAddress = *patient.abhaAddress;
        shared.name = patient.name;
        shared.birth = patient.birth;
        shared.mobile = patient.mobile;
        shared.addressLine = QStringLiteral("canary-street");
        ShareRepository shares(db);
        auto share = shares
                         .receive(ShareId(QStringLiteral("s1")), {kr, QStringLiteral("OPD1"), {}, shared, 30min},
                             QDate(2026, 11, 21), morning)
                         .value();
        share.outcome = ShareOutcome::Dismissed;
        share.reason = QStringLiteral("canary-sent-away");
        GOOD(shares.decide(share, clerk, morning));
        ConsentRepository consents(db);
        ConsentArtefact artefact;
        artefact.id = ConsentId(QStringLiteral("c1"));
        artefact.status = ConsentStatus::Granted;
        artefact.patientAddress = QStringLiteral("asha.k@sbx");
        GOOD(consents.save(artefact, "{\"patient\":\"canary-raw\"}", morning));
        GOOD(consents.saveLinkToken(
            {*patient.abhaAddress, kr, morning, morning + 24h}, Secret("canary-token"), QStringLiteral("share")));
        Identifier outside;
        outside.patient = patient.id;
        outside.assigner = QStringLiteral("canary-hospital");
        outside.value = QStringLiteral("CANARY-MRN");
        outside.addedAt = morning;
        GOOD(IdentifierRepository(db).add(outside));
        auto twin = asha(QStringLiteral("patient-2"));
        twin.name = QStringLiteral("Laxmi Kulkarni");
        GOOD(PatientRepository(db).add(twin, kr, clerk, morning));
        Merge merge;
        merge.id = MergeId(QStringLiteral("m1"));
        merge.survivor = patient.id;
        merge.retired = twin.id;
        merge.reason = QStringLiteral("canary-merge");
        GOOD(MergeRepository(db).merge(merge, 1));
    }

    QByteArray everything(const DatabaseConfig &config)
    {
        if (config.backend == Backend::Postgres)
            return databases.server()->dump(databases.server()->lastDatabase());
        QByteArray bytes;
        for (const auto *suffix : {"", "-wal", "-shm"}) {
            QFile file(config.location + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    /// The canaries that are there as they are, or as the hexadecimal that pg_dump writes.
    static QByteArrayList found(const QByteArray &bytes)
    {
        QByteArrayList hits;
        const auto lower = bytes.toLower();
        for (const auto &canary : canaries())
            if (lower.contains(canary.toLower()) || lower.contains(canary.toHex()))
                hits << canary;
        return hits;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto made = sealing::SealedBoxSealer::withKey(Secret(random.bytes(32)), random);
        GOOD(made);
        boxSealer = std::move(*made);
    }

    void nobodyIsReadable_data() { Databases::columns(); }
    void nobodyIsReadable()
    {
        const Sealer &sealer = *boxSealer;
        OPEN_DATABASE(databases, config, db);
        store(db);
        const auto bytes = everything(config);
        QVERIFY(bytes.size() > 6 * 1024 * 1024); // the pictures are in it
        QCOMPARE(found(bytes), QByteArrayList());
        // And the clinic still finds and reads it.
        QCOMPARE(PatientRepository(db).patient(asha().id, kr)->name, asha().name);
        QCOMPARE(*PatientRepository(db).byAbhaAddress(*asha().abhaAddress), asha().id);
        QVERIFY(*RecordRepository(db).pageImage(RecordId(QStringLiteral("r1")), PageId(QStringLiteral("p1")))
            == picture("page"));
    }

    /// The search itself works: without sealing it finds every canary.
    void theSearchFindsWhatIsNotSealed_data() { Databases::columns(); }
    void theSearchFindsWhatIsNotSealed()
    {
        const Sealer &sealer = plainSealer;
        OPEN_DATABASE(databases, config, db);
        store(db);
        auto hits = found(everything(config));
        auto wanted = canaries();
        wanted.removeAll("91-1234-5678-9012"); // stored as digits
        for (const auto &canary : std::as_const(wanted))
            QVERIFY2(hits.contains(canary) || canary.size() == 32, canary.constData());
    }

    void anotherKeyIsRefusedAndChangesNothing_data() { Databases::columns(); }
    void anotherKeyIsRefusedAndChangesNothing()
    {
        const Sealer &sealer = *boxSealer;
        OPEN_DATABASE(databases, config, db);
        GOOD(PatientRepository(db).add(asha(), kr, clerk, morning));
        const auto noted = Meta(db).value(metaKeyCheck).value();
        QVERIFY(!noted.isEmpty());
        const auto thief = sealing::SealedBoxSealer::withKey(Secret(random.bytes(32)), random);
        GOOD(thief);
        FAILS(Connection::open(config, **thief), "DB-KEY");
        QCOMPARE(Meta(db).value(metaKeyCheck).value(), noted);
        QCOMPARE(AuditTrail(db).verify()->events, 1);
        GOOD(Connection::open(config, sealer));
    }

    /// A clinic from before the key was checked.
    void anotherKeyIsRefusedByWhatIsSealedAlready_data() { Databases::columns(); }
    void anotherKeyIsRefusedByWhatIsSealedAlready()
    {
        const Sealer &sealer = *boxSealer;
        OPEN_DATABASE(databases, config, db);
        Facility facility;
        facility.id = kr;
        GOOD(FacilityRepository(db).save(facility));
        GOOD(Meta(db).set(metaKeyCheck, QString()));
        const auto thief = sealing::SealedBoxSealer::withKey(Secret(random.bytes(32)), random);
        GOOD(thief);
        FAILS(Connection::open(config, **thief), "DB-KEY");
        QCOMPARE(Meta(db).value(metaKeyCheck).value(), QString());
    }
};

QTEST_GUILESS_MAIN(TstStorageSecrecy)
#include "tst_storage_secrecy.moc"
