#include "databases.h"
#include "storage/prescribed_repository.h"
#include "storage/record_repository.h"
#include "values.h"

using namespace nadi;
using namespace nadi::storage;
using namespace nadi::test;

namespace
{

MedicineLine medicine(const QString &name)
{
    MedicineLine line;
    line.medicine.text = name;
    line.dose = QStringLiteral("1 tablet");
    line.days = 5;
    return line;
}

PrescriptionContent prescription(const QString &name)
{
    PrescriptionContent content;
    content.medicines << medicine(name);
    return content;
}

QStringList namesOf(const QList<PrescribedLine> &lines)
{
    QStringList out;
    for (const auto &one : lines)
        out << one.line.medicine.text;
    return out;
}

}

/// Records as data, amended editions, visits, and what doctors prescribe again; on both databases, for two tenants.
class TstStorageContent : public QObject
{
    Q_OBJECT

    PlainSealer sealer;
    Databases databases;

    std::unique_ptr<Connection> otherTenant(DatabaseConfig config)
    {
        config.tenant = TenantId(QStringLiteral("clinic-b"));
        return Connection::open(config, sealer).value();
    }
    static Record signedRecord(RecordRepository &records, Record record, const CareContextRef &context, UtcTime at)
    {
        const auto made = records.createDraft(record, clerk, at);
        const auto version = records.record(record.id).value().version;
        const auto done = records.sign(record.id, version, context, clerk, at);
        return made && done ? records.record(record.id).value() : Record();
    }

private Q_SLOTS:
    void whatIsTypedIsKeptWithItsVersion_data() { Databases::columns(); }
    void whatIsTypedIsKeptWithItsVersion()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const auto id = draft(QStringLiteral("r1")).id;
        GOOD(records.createDraft(draft(id.value()), clerk, morning));
        QVERIFY(isEmpty(records.content(id).value()));
        auto version = records.record(id)->version;
        const auto saved = records.saveContent(id, version, prescription(QStringLiteral("Paracetamol")), morning);
        GOOD(saved);
        QVERIFY(*saved > version);
        FAILS(records.saveContent(id, version, prescription(QStringLiteral("Ibuprofen")), morning), "DB-STALE");
        GOOD(records.saveContent(id, *saved, prescription(QStringLiteral("Cetirizine")), morning + 1s));
        QCOMPARE(records.content(id).value(), RecordContent(prescription(QStringLiteral("Cetirizine"))));

        const auto context = records.nextCareContext(kr, HiType::Prescription, QDate(2026, 11, 21)).value();
        GOOD(records.sign(id, records.record(id)->version, context, clerk, morning));
        version = records.record(id)->version;
        FAILS(records.saveContent(id, version, prescription(QStringLiteral("Later")), morning), "REC-STATE");
        // A discarded draft takes its content along.
        const auto second = draft(QStringLiteral("r2")).id;
        GOOD(records.createDraft(draft(second.value()), clerk, morning));
        GOOD(records.saveContent(second, records.record(second)->version, prescription(QStringLiteral("X")), morning));
        GOOD(records.discardDraft(second, clerk, morning));
        QVERIFY(isEmpty(records.content(second).value_or(RecordContent())));
    }

    void anAmendedRecordIsAnEditionOfItsCareContext_data() { Databases::columns(); }
    void anAmendedRecordIsAnEditionOfItsCareContext()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const CareContextRef context(QStringLiteral("RX-2026-000001"));
        const auto first = signedRecord(records, draft(QStringLiteral("r1")), context, morning);
        auto corrected = draft(QStringLiteral("r2"));
        corrected.amends = first.id;
        corrected.amendReason = QStringLiteral("wrong dose");
        QVERIFY(!records.amendedBy(first.id)->has_value());
        const auto second = signedRecord(records, corrected, context, morning + 1h);
        QCOMPARE(second.amends, std::optional(first.id));
        QCOMPARE(second.amendReason, QStringLiteral("wrong dose"));
        QCOMPARE(records.amendedBy(first.id).value(), std::optional(second.id));
        QVERIFY(!records.amendedBy(second.id)->has_value());
        QCOMPARE(records.inCareContext(kr, context)->size(), 2);
        QCOMPARE(records.inCareContext(kr, context)->first().id, first.id); // oldest first

        const auto other = otherTenant(config);
        QVERIFY(RecordRepository(*other).inCareContext(kr, context)->isEmpty());
        QVERIFY(!RecordRepository(*other).amendedBy(first.id)->has_value());
    }

    void theNextRecordOfAVisitJoinsItsCareContext_data() { Databases::columns(); }
    void theNextRecordOfAVisitJoinsItsCareContext()
    {
        OPEN_DATABASE(databases, config, db);
        RecordRepository records(db);
        const AppointmentId visit(QStringLiteral("visit-1"));
        auto record = draft(QStringLiteral("r1"));
        record.appointment = visit;
        QVERIFY(records.contextOfVisit(kr, record.patient, visit)->isEmpty());
        const auto context = records.nextVisitContext(kr, QDate(2026, 11, 21)).value();
        QCOMPARE(context.value(), QStringLiteral("VISIT-2026-000001"));
        signedRecord(records, record, context, morning);
        QCOMPARE(records.contextOfVisit(kr, record.patient, visit).value(), context);
        // Neither another visit, nor another person, nor another branch, nor another clinic.
        QVERIFY(records.contextOfVisit(kr, record.patient, AppointmentId(QStringLiteral("visit-2")))->isEmpty());
        QVERIFY(records.contextOfVisit(kr, PatientId(QStringLiteral("patient-2")), visit)->isEmpty());
        QVERIFY(records.contextOfVisit(FacilityId(QStringLiteral("IN2")), record.patient, visit)->isEmpty());
        const auto other = otherTenant(config);
        QVERIFY(RecordRepository(*other).contextOfVisit(kr, record.patient, visit)->isEmpty());
    }

    void aDoctorsLinesComeBackFavouritesFirst_data() { Databases::columns(); }
    void aDoctorsLinesComeBackFavouritesFirst()
    {
        OPEN_DATABASE(databases, config, db);
        PrescribedRepository prescribed(db);
        const auto rare = medicine(QStringLiteral("Rare"));
        const auto often = medicine(QStringLiteral("Often"));
        const auto liked = medicine(QStringLiteral("Liked"));
        GOOD(prescribed.remember(iravati, rare, morning + 1h));
        for (int i = 0; i < 3; ++i)
            GOOD(prescribed.remember(iravati, often, morning));
        GOOD(prescribed.setFavourite(iravati, liked, true, morning));
        const auto lines = prescribed.lines(iravati, 10).value();
        QCOMPARE(
            namesOf(lines), (QStringList{QStringLiteral("Liked"), QStringLiteral("Often"), QStringLiteral("Rare")}));
        QVERIFY(lines[0].favourite);
        QCOMPARE(lines[1].uses, 3);
        QCOMPARE(lines[1].line, often);
        GOOD(prescribed.setFavourite(iravati, liked, false, morning));
        QCOMPARE(namesOf(prescribed.lines(iravati, 1).value()), QStringList{QStringLiteral("Often")});
        QVERIFY(prescribed.lines(DoctorId(QStringLiteral("doctor-2")), 10)->isEmpty());

        const auto other = otherTenant(config);
        QVERIFY(PrescribedRepository(*other).lines(iravati, 10)->isEmpty());
        GOOD(PrescribedRepository(*other).remember(iravati, often, morning)); // the same key, another clinic
        QCOMPARE(PrescribedRepository(*other).lines(iravati, 10)->first().uses, 1);
        QCOMPARE(prescribed.lines(iravati, 1)->first().uses, 3);
    }

    void aTemplateIsReplacedByItsNameAndGoes_data() { Databases::columns(); }
    void aTemplateIsReplacedByItsNameAndGoes()
    {
        OPEN_DATABASE(databases, config, db);
        PrescribedRepository prescribed(db);
        const auto one = [](const QString &id, const QString &drug) {
            return ContentTemplate{id, iravati, QStringLiteral("Fever"), prescription(drug)};
        };
        GOOD(prescribed.save(one(QStringLiteral("t1"), QStringLiteral("A")), morning));
        GOOD(prescribed.save(one(QStringLiteral("t2"), QStringLiteral("B")), morning + 1s));
        GOOD(prescribed.save(one(QStringLiteral("t1"), QStringLiteral("C")), morning + 2s));
        const auto found = prescribed.templates(iravati).value();
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].id, QStringLiteral("t1")); // newest first
        QCOMPARE(found[0].content, RecordContent(prescription(QStringLiteral("C"))));
        const auto other = otherTenant(config);
        QVERIFY(PrescribedRepository(*other).templates(iravati)->isEmpty());
        GOOD(PrescribedRepository(*other).removeTemplate(QStringLiteral("t1"))); // not there
        QCOMPARE(prescribed.templates(iravati)->size(), 2);
        GOOD(prescribed.removeTemplate(QStringLiteral("t1")));
        QCOMPARE(prescribed.templates(iravati)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TstStorageContent)
#include "tst_storage_content.moc"
