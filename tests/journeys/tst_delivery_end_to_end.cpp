#include "clinic/link_check.h"
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

constexpr int deliveryMs = 15'000;
constexpr int pacePercent = 1;

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
    void aSignedRecordIsOpenedInThePatientsApp()
    {
        test::Clinic clinic;
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
};

QTEST_MAIN(TestDeliveryEndToEnd)
#include "tst_delivery_end_to_end.moc"
