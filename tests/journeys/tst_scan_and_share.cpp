#include "clinic/shares.h"
#include "domain/facility_qr.h"
#include "journeys/clinic.h"
#include "storage/change_feed.h"
#include "storage/share_repository.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{

constexpr int pacePercent = 1;
constexpr int answerMs = 15'000;
const QString asha = u"asha.kulkarni@sbx"_s;
const QString rehana = u"rehana.khan@sbx"_s;

QString wall(const test::Clinic &clinic, const QString &counter = u"OPD1"_s)
{
    return facilityQrText({clinic.facility.value(), counter}, u"https://phrsbx.abdm.gov.in/share-profile"_s);
}

bool scan(test::Clinic &clinic, const QString &person, const QString &intent = {})
{
    return clinic.control().change(u"scan"_s, {{u"person"_s, person}, {u"qr"_s, wall(clinic)}, {u"intent"_s, intent}});
}

QJsonArray phone(test::Clinic &clinic, const QString &person)
{
    return clinic.control().read(u"shares"_s, person).toArray();
}

/// State of the newest scan on this phone.
QString newest(test::Clinic &clinic, const QString &person, QStringView member = u"state")
{
    return phone(clinic, person)[0][member].toString();
}

int withToken(test::Clinic &clinic, const QString &person)
{
    const auto scans = phone(clinic, person);
    return int(std::count_if(
        scans.begin(), scans.end(), [](const auto &one) { return one.toObject()[u"state"].toString() == u"token"; }));
}

}

/// SHARE_PATIENT_PROFILE_701: the real bridge and the sandbox's gateway and phone, over HTTPS.
class TestScanAndShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScanGivesANumberOnThePhoneAndARowAtTheDesk()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        storage::ChangeFeed feed(clinic.database());
        QSignalSpy changes(&feed, &storage::ChangeFeed::changed);

        QElapsedTimer timer;
        timer.start();
        QVERIFY(scan(clinic, asha));
        auto work = clinic.work();
        const auto rowSeen = [&] {
            const bool rung = std::any_of(changes.begin(), changes.end(), [](const auto &change) {
                return change[0].template value<storage::Topic>() == storage::Topic::Shares;
            });
            return rung && clinic::shareList(work, clinic.facility)->waiting == 1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rowSeen(), answerMs);
        const auto elapsed = timer.elapsed();
        qInfo("scan to row at the desk: %lld ms", elapsed);
        // The promise is one second on a clinic PC; a machine that builds and tests at once may take a few.
        QVERIFY2(elapsed < 5'000, qPrintable(QString::number(elapsed)));

        const auto row = clinic::shareList(work, clinic.facility)->rows.first();
        QCOMPARE(row.share.profile.name, u"Asha Kulkarni"_s);
        QCOMPARE(row.share.profile.abhaNumber->digits(), u"91402177550165"_s);
        QCOMPARE(row.share.profile.mobile, u"9000010001"_s);
        QCOMPARE(row.share.token.number, 1);

        QTRY_COMPARE_WITH_TIMEOUT(newest(clinic, asha), u"token"_s, answerMs);
        QCOMPARE(newest(clinic, asha, u"tokenNumber"), u"1"_s);
        QCOMPARE(phone(clinic, asha)[0][u"expiry"].toInt(), 1'800);
        storage::ShareRepository shares(clinic.db());
        QTRY_COMPARE_WITH_TIMEOUT(shares.share(row.share.id)->answerCode, u"ok"_s, answerMs);
    }

    void twentyScansAndARestartAreOneNumber() // A6
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        for (int n = 0; n < 10; ++n)
            QVERIFY(scan(clinic, asha));
        clinic.network().killBridge();
        QVERIFY(clinic.network().startBridge());
        for (int n = 0; n < 10; ++n)
            QVERIFY(scan(clinic, asha));
        QVERIFY(scan(clinic, rehana));
        QTRY_COMPARE_WITH_TIMEOUT(newest(clinic, rehana), u"token"_s, answerMs);
        QTRY_VERIFY_WITH_TIMEOUT(withToken(clinic, asha) >= 10, answerMs);
        for (const auto &one : phone(clinic, asha))
            if (one[u"state"].toString() == u"token")
                QCOMPARE(one[u"tokenNumber"].toString(), u"1"_s);
        QCOMPARE(newest(clinic, rehana, u"tokenNumber"), u"2"_s);
        auto work = clinic.work();
        QCOMPARE(clinic::shareList(work, clinic.facility)->rows.size(), 2);
    }

    void whatIsNotServedSaysSoOnThePhone()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        QVERIFY(scan(clinic, asha, u"PAYMENT_SHARE"_s));
        QTRY_COMPARE_WITH_TIMEOUT(newest(clinic, asha), u"refused"_s, answerMs);
        QCOMPARE(newest(clinic, asha, u"code"), u"ABDM-1149"_s);
        auto work = clinic.work();
        QCOMPARE(clinic::shareList(work, clinic.facility)->rows.size(), 0);
        QVERIFY(!clinic.control().change(u"scan"_s, {{u"person"_s, asha}, {u"qr"_s, u"https://example.org"_s}}));
    }

    void theQueueIsToldToThePhone()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        for (const auto &person : {asha, rehana}) {
            QVERIFY(scan(clinic, person));
            QTRY_COMPARE_WITH_TIMEOUT(newest(clinic, person), u"token"_s, answerMs);
        }
        auto work = clinic.work();
        const auto rows = clinic::shareList(work, clinic.facility)->rows;
        const auto first
            = std::find_if(rows.begin(), rows.end(), [](const auto &row) { return row.share.token.number == 1; });
        QVERIFY(first != rows.end());
        QVERIFY(clinic::registerFromShare(work, first->share.id, first->share.version, {}).has_value());
        QVERIFY(clinic.control().change(u"running-token"_s, {{u"scan"_s, newest(clinic, rehana, u"scan")}}));
        QTRY_COMPARE_WITH_TIMEOUT(newest(clinic, rehana, u"runningNumber"), u"1"_s, answerMs);
        QVERIFY(phone(clinic, rehana)[0][u"averageMinutes"].toInt() >= 1);
    }

    void aSharedPatientGoesOnWithoutTypingAnything()
    {
        test::Clinic clinic;
        QVERIFY(clinic.start(test::Clinic::AtRegistry::Linked, pacePercent));
        QVERIFY(scan(clinic, asha));
        auto work = clinic.work();
        QTRY_COMPARE_WITH_TIMEOUT(clinic::shareList(work, clinic.facility)->waiting, 1, answerMs);
        const auto share = clinic::shareList(work, clinic.facility)->rows.first().share;
        const auto patient = clinic::registerFromShare(work, share.id, share.version, {});
        QVERIFY2(patient.has_value(), patient ? "" : qPrintable(patient.error().code));
        const auto record = clinic.signedRecord(*patient, {test::Clinic::page(1)});
        QVERIFY(record.has_value());
        QTRY_VERIFY2_WITH_TIMEOUT(clinic.delivery(record->record.id).state == DeliveryState::Transferred,
            qPrintable(clinic.story(clinic.delivery(record->record.id))), answerMs);
    }
};

QTEST_MAIN(TestScanAndShare)
#include "tst_scan_and_share.moc"
