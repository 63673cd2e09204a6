#include "clinic/registry_facts.h"
#include "crash/effects.h"
#include "documents/composer.h"
#include "fhir/reader.h"
#include "journeys/clinic.h"
#include "storage/audit_trail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int deliveryMs = 60'000;
// A bridge without its database looks for it every two seconds, and the network repeats callbacks each second.
constexpr int recoveryMs = 60'000;
constexpr int pacePercent = 1;
constexpr char noServer[] = "NOT TESTED: no PostgreSQL server programs (initdb) on this machine";

}

class TestDeliveryEndToEnd : public QObject
{
    Q_OBJECT

private:
#define REACHES(clinic, record, wanted)                                                                                \
    QTRY_VERIFY2_WITH_TIMEOUT((clinic).delivery(record).state == (wanted),                                             \
        qPrintable((clinic).story((clinic).delivery(record))), deliveryMs)

    static QByteArray openedPdf(test::Control &control, const QString &person)
    {
        const auto records = control.read(u"records"_s, person).toArray();
        if (records.size() != 1)
            return {};
        const auto bundle = records[0][u"bundle"];
        const auto json = bundle.isString() ? bundle.toString().toUtf8() : QJsonDocument(bundle.toObject()).toJson();
        const auto view = fhir::readDocument(json);
        return view && view->files.size() == 1 ? view->files[0].bytes : QByteArray();
    }

private Q_SLOTS:
    void aSignedRecordIsOpenedInThePatientsApp_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void aSignedRecordIsOpenedInThePatientsApp()
    {
        QFETCH(bool, onServer);
        const auto server = onServer ? test::PostgresServer::start() : nullptr;
        if (onServer && !server)
            QSKIP(noServer);
        test::Clinic clinic;
        if (server)
            clinic.useServer(*server);
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto asha = clinic.patient(u"asha"_s);
        QVERIFY(asha.has_value());

        const QList<QByteArray> pages{test::Clinic::page(1), test::Clinic::page(2)};
        const auto done = clinic.signedRecord(*asha, pages);
        QVERIFY(done.has_value());
        REACHES(clinic, done->record.id, DeliveryState::Transferred);

        const auto delivery = clinic.delivery(done->record.id);
        QVERIFY(delivery.acceptedAt.isSet() && delivery.linkedAt.isSet() && delivery.openedAt.isSet());
        QVERIFY(delivery.acceptedAt <= delivery.linkedAt && delivery.linkedAt <= delivery.openedAt);
        const auto sent
            = documents::composePdf({{pages[0], 0}, {pages[1], 0}}, u"Nadi"_s, done->record.signedAt).value();
        const auto shown = openedPdf(clinic.control(), u"asha.kulkarni@sbx"_s);
        QVERIFY(!shown.isEmpty());
        QCOMPARE(shown.size(), sent.size());
        QVERIFY(shown == sent);
        QVERIFY(storage::AuditTrail(clinic.db()).verify().value().intact);
    }

    /// Another HFR id was taken over: the network hears that one everywhere, and what it says to it finds our facility.
    void afterAnotherHfrIdWasTakenOverRecordsStillArrive()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        const auto other = u"IN2710007777"_s;
        {
            auto work = clinic.work();
            const auto facts = clinic::registryFacts(work, clinic.facility);
            QVERIFY(facts && clinic::takeOver(work, clinic::FacilityTakeOver{facts->facility, other}));
        }
        QVERIFY(clinic.control().change(
            u"facility"_s, {{u"facility"_s, other}, {u"listing"_s, u"linked"_s}, {u"name"_s, u"Kumbha Road"_s}}));
        QVERIFY(clinic.control().change(
            u"facility"_s, {{u"facility"_s, clinic.facility.value()}, {u"listing"_s, u"none"_s}}));
        QVERIFY(clinic.linkFacility());
        const auto asha = clinic.patient(u"asha"_s);
        QVERIFY(asha.has_value());
        const auto done = clinic.signedRecord(*asha, {test::Clinic::page(1)});
        QVERIFY(done.has_value());
        REACHES(clinic, done->record.id, DeliveryState::Transferred);
        const auto calls = clinic.control().read(u"calls"_s).toArray();
        int heard = 0;
        for (const auto &call : calls) {
            const auto facility = call[u"hip"].toString();
            QVERIFY2(facility.isEmpty() || facility == other, qPrintable(call[u"path"].toString() + u' ' + facility));
            heard += facility == other;
        }
        QVERIFY(heard >= 3); // token, link, announcement
    }

    void anUnlinkedFacilityIsLinkedAndThenDelivers()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Unlinked, pacePercent));
        const auto asha = clinic.patient(u"asha"_s);
        QVERIFY(asha.has_value());
        const auto done = clinic.signedRecord(*asha, {test::Clinic::page(1)});
        QVERIFY(done.has_value());
        QTRY_COMPARE_WITH_TIMEOUT(clinic.delivery(done->record.id).reason, u"FACILITY"_s, deliveryMs);
        QVERIFY(clinic.linkFacility());
        REACHES(clinic, done->record.id, DeliveryState::Transferred);
    }

    /// Two would take each other's leases for lost (P7).
    void aSecondBridgeOfOneTenantIsRefused_data() { aSignedRecordIsOpenedInThePatientsApp_data(); }
    void aSecondBridgeOfOneTenantIsRefused()
    {
        QFETCH(bool, onServer);
        const auto server = onServer ? test::PostgresServer::start() : nullptr;
        if (onServer && !server)
            QSKIP(noServer);
        test::Clinic clinic;
        if (server)
            clinic.useServer(*server);
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        QCOMPARE(clinic.network().secondBridge(), 1);
        QVERIFY(clinic.network().bridgeLog().contains("BRIDGE-RUNNING"));
    }

    /// The server of the group's database is switched off while records are on their way, and comes back.
    void aDatabaseServerThatGoesAwayLosesAndRepeatsNothing_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("when nothing has been asked for yet") << 0;
        QTest::newRow("when the first record was linked") << 1;
        QTest::newRow("when the first record was opened") << 2;
    }
    void aDatabaseServerThatGoesAwayLosesAndRepeatsNothing()
    {
        QFETCH(int, after);
        const auto server = test::PostgresServer::start();
        if (!server)
            QSKIP(noServer);
        test::Clinic clinic;
        clinic.useServer(*server);
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        QList<Patient> patients;
        for (const auto &id : {u"asha"_s, u"rehana"_s})
            patients << clinic.patient(id).value();
        QList<Record> records;
        for (int number = 0; number < 6; ++number) {
            const auto done = clinic.signedRecord(patients[number % 2], {test::Clinic::page(number + 1)});
            QVERIFY(done.has_value());
            records << done->record;
        }
        const auto isTime = [&] {
            const auto first = clinic.delivery(records[0].id);
            return after == 0 || (after == 1 && first.linkedAt.isSet()) || (after == 2 && first.openedAt.isSet());
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTime(), deliveryMs);
        server->stop();
        // The network goes on meanwhile: its callbacks meet a bridge that cannot keep them.
        const auto calls = clinic.control().read(u"callbacks"_s).toArray().size();
        [[maybe_unused]] const bool heard = QTest::qWaitFor(
            [&] { return clinic.control().read(u"callbacks"_s).toArray().size() > calls + 3; }, 3'000);
        QVERIFY(server->resume());

        for (const auto &record : std::as_const(records))
            QTRY_VERIFY2_WITH_TIMEOUT(clinic.delivery(record.id).state == DeliveryState::Transferred,
                qPrintable(clinic.story(clinic.delivery(record.id)) + u'\n'
                    + QString::fromUtf8(clinic.network().bridgeLog().right(3'000))),
                recoveryMs);
        const test::Effects effects(clinic.control(), clinic.facility);
        const auto twice = effects.notOnce().join(u'\n');
        QVERIFY2(twice.isEmpty(), qPrintable(twice));
        QCOMPARE(effects.careContexts(), records.size());
        QCOMPARE(effects.repeatedRequests(), 0);
        QVERIFY(storage::AuditTrail(clinic.db()).verify().value().intact);
    }
};

QTEST_MAIN(TestDeliveryEndToEnd)
#include "tst_delivery_end_to_end.moc"
