#include "clinic/desk.h"
#include "clinic/link_check.h"
#include "clinic/prescription.h"
#include "clinic/work.h"
#include "crypto/digest.h"
#include "documents/composer.h"
#include "fhir/reader.h"
#include "journeys/local_network.h"
#include "sealing/box_sealer.h"
#include "storage/audit_trail.h"
#include "storage/delivery_repository.h"
#include "storage/facility_repository.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

QByteArray jpeg(QColor colour)
{
    QImage image(620, 877, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

/// The clinic's side of the database, as the window writes it.
struct Clinic
{
    explicit Clinic(const test::LocalNetwork &network)
        : sealer(sealing::SealedBoxSealer::withKey(network.key(), random).value())
        , db(storage::Connection::open(network.database(), *sealer).value())
    {
        Facility facility;
        facility.id = FacilityId(u"IN0710000123"_s);
        facility.registryId = facility.id.value();
        facility.name = u"Kumbha Road Clinic"_s;
        facility.hipName = u"Kumbha Road"_s;
        facility.city = u"Pune"_s;
        Doctor doctor;
        doctor.id = DoctorId(u"d1"_s);
        doctor.name = u"Dr Iravati Joshi"_s;
        doctor.registrationNumber = u"MCIM-I-45821"_s;
        storage::FacilityRepository facilities(*db);
        [[maybe_unused]] const auto a = facilities.save(facility);
        [[maybe_unused]] const auto b = facilities.save(doctor);
        facilityId = facility.id;
        doctorId = doctor.id;
    }

    clinic::Work work() { return {*db, clock, ids, {UserId(u"clerk-1"_s), Role::Clerk}}; }

    Patient asha()
    {
        Patient patient;
        patient.name = u"Asha Kulkarni"_s;
        patient.gender = Gender::Female;
        patient.birth = BirthDate::parse(u"1980-03-14").value();
        patient.mobile = u"9000010001"_s;
        patient.abhaAddress = AbhaAddress::parse(u"asha.kulkarni@sbx").value();
        patient.abhaVerifiedAt = clock.now();
        auto w = work();
        return clinic::registerPatient(w, patient, facilityId).value();
    }

    clinic::Signed signedRecord(const Patient &patient, const QList<QByteArray> &images)
    {
        auto w = work();
        clinic::DraftRequest request;
        request.patient = patient.id;
        request.facility = facilityId;
        request.doctor = doctorId;
        request.issuedOn = clock.now().toDateTime().date();
        auto record = clinic::beginDraft(w, request).value();
        for (const auto &image : images) {
            clinic::AddedFile file{image, crypto::sha256(image), u"image/jpeg"_s, {}, {image}};
            RecordPage page;
            page.originalHash = file.originalHash;
            page.mime = u"image/jpeg"_s;
            page.width = 620;
            page.height = 877;
            file.pages = {page};
            record = clinic::addFile(w, record.id, file, 50, clinic::Knowing::No).value();
        }
        return clinic::signRecord(w, record.id, record.version).value();
    }

    Delivery delivery(const RecordId &record) { return storage::DeliveryRepository(*db).ofRecord(record).value(); }

    SystemClock clock;
    SystemRandom random;
    RandomIdSource ids{random};
    std::unique_ptr<storage::Sealer> sealer;
    std::unique_ptr<storage::Connection> db;
    FacilityId facilityId;
    DoctorId doctorId;
};

constexpr int deliveryMs = 15'000;

}

class TestDeliveryEndToEnd : public QObject
{
    Q_OBJECT

private:
    static QString story(Clinic &clinic, const Delivery &delivery)
    {
        QString out = toWord(delivery.state) + u' ' + delivery.reason + u':';
        const auto lines = storage::DeliveryRepository(*clinic.db).timeline(delivery.flow).value();
        for (const auto &line : lines)
            out += u' ' + line.what + (line.code.isEmpty() ? QString() : u'(' + line.code + u')');
        return out;
    }

#define REACHES(clinic, record, wanted)                                                                                \
    QTRY_VERIFY2_WITH_TIMEOUT(                                                                                         \
        clinic.delivery(record).state == (wanted), qPrintable(story(clinic, clinic.delivery(record))), deliveryMs)

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
        test::LocalNetwork network;
        QVERIFY(network.startSandbox());
        test::Control control(network.sandboxLine());
        QVERIFY(control.change(u"facility"_s,
            {{u"facility"_s, u"IN0710000123"_s}, {u"listing"_s, u"linked"_s}, {u"name"_s, u"Kumbha Road"_s}}));
        Clinic clinic(network);
        QVERIFY(network.startBridge());

        const QList<QByteArray> pages{jpeg(Qt::white), jpeg(Qt::yellow)};
        const auto done = clinic.signedRecord(clinic.asha(), pages);
        REACHES(clinic, done.record.id, DeliveryState::Transferred);

        const auto delivery = clinic.delivery(done.record.id);
        QVERIFY(delivery.acceptedAt.isSet() && delivery.linkedAt.isSet() && delivery.openedAt.isSet());
        QVERIFY(delivery.acceptedAt <= delivery.linkedAt && delivery.linkedAt <= delivery.openedAt);
        const auto sent
            = documents::composePdf({{pages[0], 0}, {pages[1], 0}}, u"Nadi"_s, done.record.signedAt).value();
        const auto shown = openedPdf(control, u"asha.kulkarni@sbx"_s);
        QVERIFY(!shown.isEmpty());
        QCOMPARE(shown.size(), sent.size());
        QVERIFY(shown == sent);
        QVERIFY(storage::AuditTrail(*clinic.db).verify().value().intact);
    }

    void anUnlinkedFacilityIsLinkedAndThenDelivers()
    {
        test::LocalNetwork network;
        QVERIFY(network.startSandbox());
        test::Control control(network.sandboxLine());
        QVERIFY(control.change(u"facility"_s,
            {{u"facility"_s, u"IN0710000123"_s}, {u"listing"_s, u"none"_s}, {u"name"_s, u"Kumbha Road"_s}}));
        Clinic clinic(network);
        QVERIFY(network.startBridge());
        const auto done = clinic.signedRecord(clinic.asha(), {jpeg(Qt::white)});
        QTRY_COMPARE_WITH_TIMEOUT(clinic.delivery(done.record.id).reason, u"FACILITY"_s, deliveryMs);
        auto work = clinic.work();
        QVERIFY(clinic::beginFacilityLink(work, clinic.facilityId));
        // The registry needs a while until its listing shows a new service: the flow looks again after 15 s (B03).
        QTRY_VERIFY2_WITH_TIMEOUT(clinic.delivery(done.record.id).state == DeliveryState::Transferred,
            qPrintable(story(clinic, clinic.delivery(done.record.id))), 60'000);
    }

    void killingTheBridgeLosesNothing_data()
    {
        QTest::addColumn<int>("afterMs");
        for (int afterMs : {5, 40, 90, 150, 250, 400})
            QTest::addRow("%d ms", afterMs) << afterMs;
    }
    void killingTheBridgeLosesNothing()
    {
        QFETCH(int, afterMs);
        test::LocalNetwork network;
        QVERIFY(network.startSandbox());
        test::Control control(network.sandboxLine());
        QVERIFY(control.change(u"facility"_s,
            {{u"facility"_s, u"IN0710000123"_s}, {u"listing"_s, u"linked"_s}, {u"name"_s, u"Kumbha Road"_s}}));
        Clinic clinic(network);
        QVERIFY(network.startBridge());
        const auto done = clinic.signedRecord(clinic.asha(), {jpeg(Qt::white)});
        QTest::qWait(afterMs); // the point of the kill, not a wait for a result
        network.killBridge();
        QVERIFY(network.startBridge());
        REACHES(clinic, done.record.id, DeliveryState::Transferred);
        const auto effects = control.read(u"effects"_s).toObject();
        for (auto it = effects.begin(); it != effects.end(); ++it)
            if (it.key().startsWith(u"link:"_s))
                QCOMPARE(it.value().toInt(), 1);
    }
};

QTEST_MAIN(TestDeliveryEndToEnd)
#include "tst_delivery_end_to_end.moc"
