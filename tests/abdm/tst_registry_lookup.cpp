#include "abdm/registry/lookup_thread.h"
#include "crypto/tls_identity.h"
#include "support/manual_clock.h"
#include "support/seeded_random.h"
#include "support/tls_peer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace nadi;
using namespace nadi::abdm;
using namespace nadi::abdm::registry;
using namespace Qt::StringLiterals;
using test::PeerReply;
using test::PeerRequest;

namespace
{

const QByteArray facilitiesPath = "/FacilityManagement/v1.5/facility/search";
const QByteArray professionalsPath = "/apis/v1/doctors/fetch-professional-info";

/// The answer of abha-m1.md 6.1 with the oddities that were seen: a leading blank, a number, a trailing comma, a draft.
QByteArray facilities()
{
    const QJsonObject approved{{u"facilityId"_s, u" IN2710000999"_s}, {u"facilityName"_s, u"Verma Ayurveda Clinic"_s},
        {u"facilityStatus"_s, u"Approved"_s}, {u"ownership"_s, u"Private"_s}, {u"systemOfMedicine"_s, u"Ayurveda"_s},
        {u"facilityType"_s, u"Clinic/ Dispensary"_s}, {u"stateName"_s, u"MAHARASHTRA"_s},
        {u"districtName"_s, u"PUNE"_s}, {u"pincode"_s, 411001}, {u"address"_s, u"12, Sample Road, "_s},
        {u"villageCityTownName"_s, QJsonValue()}};
    const QJsonObject draft{
        {u"facilityId"_s, u""_s}, {u"facilityName"_s, u"Verma Second"_s}, {u"facilityStatus"_s, u"Draft"_s}};
    return QJsonDocument(
        QJsonObject{{u"facilities"_s, QJsonArray{approved, draft}}, {u"message"_s, u"Request processed successfully"_s},
            {u"totalFacilities"_s, 2}, {u"numberOfPages"_s, u"1"_s}})
        .toJson();
}

QJsonObject professional(const QString &status, const QString &councilVerified)
{
    return {{u"identifier"_s, u"71-0045-0012-2334"_s}, {u"name"_s, u"Dr Kavya Reddy"_s},
        {u"hpr_id"_s, u"kavya.reddy@hpr.abdm"_s}, {u"application_status"_s, status},
        {u"is_council_verified"_s, councilVerified},
        {u"registrations"_s,
            QJsonArray{QJsonObject{{u"councilName"_s, u"Maharashtra Council of Indian Medicine"_s},
                {u"registrationNumber"_s, u"I-12345-A"_s}, {u"systemOfMedicide"_s, u"Ayurveda"_s}}}},
        {u"qualifications"_s, QJsonArray{QJsonObject{{u"courseName"_s, u"BAMS"_s}}}}};
}

QByteArray professionals(const QJsonArray &rows)
{
    return QJsonDocument(QJsonObject{{u"practitioners"_s, rows}}).toJson();
}

/// Request ids are made where calls are made: says which thread that is.
class WatchedIds final : public IdSource
{
public:
    explicit WatchedIds(Random &random)
        : m_ids(random)
    {
    }
    QString uuid() override
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            ++onTheWindows;
        ++made;
        return m_ids.uuid();
    }
    std::atomic_int made = 0;
    std::atomic_int onTheWindows = 0;

private:
    RandomIdSource m_ids;
};

template <class T>
T waitFor(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.result();
}

}

class TestRegistryLookup : public QObject
{
    Q_OBJECT

    crypto::PemIdentity identity;
    test::ManualClock clock;
    test::SeededRandom random{7};
    RandomIdSource ids{random};
    std::unique_ptr<test::TlsPeer> peer;
    std::unique_ptr<Gateway> gateway;
    PeerReply reply;

    RegistryLookup lookup(const QByteArray &path)
    {
        const QUrl url(peer->url().toString() + QString::fromLatin1(path));
        return {*gateway, {url, url}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto made = crypto::makeServerIdentity({u"localhost"_s}, SystemClock().now(), 2);
        QVERIFY(made);
        identity = *made;
    }

    GatewayConfig config() const
    {
        GatewayConfig config;
        config.baseUrl = peer->url();
        config.cmId = u"sbx"_s;
        config.clientId = u"SBXID_000001"_s;
        config.clientSecret = Secret("secret");
        config.caPem = identity.issuerPem;
        return config;
    }
    void init()
    {
        reply = {200, {}, {}, PeerReply::Fate::Answer};
        peer = std::make_unique<test::TlsPeer>(
            identity.certificatePem, identity.keyPem, [this](const PeerRequest &request) {
                return request.path.endsWith("/sessions")
                    ? PeerReply{200, "{\"accessToken\":\"token-1\",\"expiresIn\":1200}", {}, {}}
                    : reply;
            });
        gateway = std::make_unique<Gateway>(config(), clock, ids);
    }
    void cleanup()
    {
        gateway.reset();
        peer.reset();
    }

    void aFacilityIsFoundByNameStateAndOwnership()
    {
        reply.body = facilities();
        FacilityQuery query;
        query.ownership = u"P"_s;
        query.state = u"27"_s;
        query.name = u" Verma "_s;
        const auto found = waitFor(lookup(facilitiesPath).find(query));
        QVERIFY(found);
        QCOMPARE(found->total, 2);
        QCOMPARE(found->pages, 1);
        const auto &first = found->facilities.constFirst();
        QCOMPARE(first.id.value(), u"IN2710000999"_s);
        QCOMPARE(first.pinCode, u"411001"_s);
        QCOMPARE(first.address, u"12, Sample Road"_s);
        QVERIFY(first.isApproved());
        QVERIFY(!found->facilities.constLast().isApproved() && found->facilities.constLast().id.isEmpty());

        const auto &asked = peer->requests().constLast();
        QCOMPARE(asked.path, facilitiesPath);
        QCOMPARE(asked.headers["authorization"], QByteArray("Bearer token-1"));
        const auto body = QJsonDocument::fromJson(asked.body).object();
        const QJsonObject expected{{u"ownershipCode"_s, u"P"_s}, {u"stateLGDCode"_s, u"27"_s},
            {u"facilityName"_s, u"Verma"_s}, {u"page"_s, 1}, {u"resultsPerPage"_s, 10}};
        QCOMPARE(body, expected);
    }

    void withAnIdNothingElseIsSent()
    {
        FacilityQuery query;
        query.id = FacilityId(u"IN2710000999"_s);
        query.name = u"ignored"_s;
        QCOMPARE(query.body()->value("facilityId"_L1).toString(), u"IN2710000999"_s);
        QVERIFY(!query.body()->contains("facilityName"_L1));
    }

    void anIncompleteSearchNamesTheMissingField_data()
    {
        QTest::addColumn<QString>("ownership");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("missing");
        QTest::newRow("ownership") << u""_s << u"27"_s << u"Verma"_s << u"ownershipCode"_s;
        QTest::newRow("state") << u"P"_s << u""_s << u"Verma"_s << u"stateLGDCode"_s;
        QTest::newRow("name") << u"P"_s << u"27"_s << u"  "_s << u"facilityName"_s;
    }
    void anIncompleteSearchNamesTheMissingField()
    {
        QFETCH(QString, ownership);
        QFETCH(QString, state);
        QFETCH(QString, name);
        QFETCH(QString, missing);
        FacilityQuery query;
        query.ownership = ownership;
        query.state = state;
        query.name = name;
        const auto found = waitFor(lookup(facilitiesPath).find(query));
        QVERIFY(!found);
        QCOMPARE(found.error().code, u"HFR-QUERY"_s);
        QCOMPARE(found.error().detail, missing);
        QVERIFY2(peer->requests().isEmpty(), "nothing was sent");
    }

    void aDoctorCountsAsVerifiedOnlyWithCouncilAndApproval_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("council");
        QTest::addColumn<bool>("verified");
        QTest::newRow("both") << u"Approved"_s << u"true"_s << true;
        QTest::newRow("in other letters") << u"APPROVED"_s << u"True"_s << true;
        QTest::newRow("council not asked") << u"Approved"_s << u"false"_s << false;
        QTest::newRow("application open") << u"Submitted"_s << u"true"_s << false;
        QTest::newRow("nothing said") << QString() << QString() << false;
    }
    void aDoctorCountsAsVerifiedOnlyWithCouncilAndApproval()
    {
        QFETCH(QString, status);
        QFETCH(QString, council);
        QFETCH(bool, verified);
        reply.body = professionals({QJsonArray{professional(status, council)}}); // an array in an array
        ProfessionalQuery query;
        query.hprId = u"71-0045-0012-2334"_s;
        const auto found = waitFor(lookup(professionalsPath).find(query));
        QVERIFY(found && found->size() == 1);
        const auto &person = found->constFirst();
        QCOMPARE(person.standing == Professional::Standing::Verified, verified);
        QCOMPARE(person.registrations.constFirst(),
            (CouncilRegistration{u"I-12345-A"_s, u"Maharashtra Council of Indian Medicine"_s, u"Ayurveda"_s}));
        QCOMPARE(person.qualifications, QStringList{u"BAMS"_s});
    }

    void plainArraysAreReadToo()
    {
        const auto found = readProfessionals(professionals({professional(u"Approved"_s, u"true"_s)}));
        QVERIFY(found && found->size() == 1);
        QVERIFY(readProfessionals(professionals({}))->isEmpty());
    }

    void whatWentWrongKeepsItsCode_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, int status, const char *body, const char *code, ErrorKind kind) {
            QTest::newRow(name) << status << QByteArray(body) << QString::fromLatin1(code) << int(kind);
        };
        row("registry's own no", 400, "{\"code\":\"HIS-1002\",\"message\":\"empty\"}", "HIS-1002", ErrorKind::Refused);
        row("proxy page", 502, "<html>", "HTTP-502", ErrorKind::Refused);
        row("not JSON", 200, "<html>", "CB-JSON", ErrorKind::Protocol);
        row("another answer", 200, "{\"message\":\"ok\"}", "HFR-ANSWER", ErrorKind::Protocol);
    }
    void whatWentWrongKeepsItsCode()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(int, kind);
        reply.status = status;
        reply.body = body;
        FacilityQuery query;
        query.id = FacilityId(u"IN2710000999"_s);
        const auto found = waitFor(lookup(facilitiesPath).find(query));
        QVERIFY(!found);
        QCOMPARE(found.error().code, code);
        if (code != u"CB-JSON")
            QCOMPARE(int(found.error().kind), kind);
    }

    void nobodyThereIsUnavailableAndSwitchedOffIsSaid()
    {
        auto off = RegistryLookup(*gateway, {});
        ProfessionalQuery query;
        query.registrationNumber = u"I-12345-A"_s;
        QCOMPARE(waitFor(off.find(query)).error().code, u"REGISTRY-OFF"_s);
        reply.fate = PeerReply::Fate::Drop;
        const auto gone = waitFor(lookup(professionalsPath).find(query));
        QCOMPARE(gone.error().code, u"REGISTRY-AWAY"_s);
        QCOMPARE(gone.error().kind, ErrorKind::Unavailable);
    }

    void hprIdsAreReadInEverySpelling_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("id");
        QTest::newRow("dashes") << u"71-0045-0012-2334"_s << u"71-0045-0012-2334"_s;
        QTest::newRow("digits") << u"71004500122334"_s << u"71-0045-0012-2334"_s;
        QTest::newRow("blanks") << u" 71 0045 0012 2334 "_s << u"71-0045-0012-2334"_s;
        QTest::newRow("short") << u"71-0045-0012"_s << QString();
        QTest::newRow("an address") << u"kavya@hpr.abdm"_s << QString();
    }
    void hprIdsAreReadInEverySpelling()
    {
        QFETCH(QString, typed);
        QFETCH(QString, id);
        QCOMPARE(normalisedHprId(typed).value_or(QString()), id);
    }

    void aWindowIsAnsweredFromAnotherThread()
    {
        reply.body = facilities();
        WatchedIds watched(random);
        const QUrl url(peer->url().toString() + QString::fromLatin1(facilitiesPath));
        LookupThread there(config(), {url, {}}, clock, watched);
        FacilityQuery query;
        query.id = FacilityId(u"IN2710000999"_s);
        const auto found = waitFor(there.find(query));
        QVERIFY(found);
        QCOMPARE(found->facilities.size(), 2);
        QVERIFY(watched.made > 0);
        QCOMPARE(watched.onTheWindows.load(), 0);
        ProfessionalQuery doctor;
        doctor.hprId = u"71-0045-0012-2334"_s;
        QCOMPARE(waitFor(there.find(doctor)).error().code, u"REGISTRY-OFF"_s);
    }

    void aQuestionThatIsStillOutEndsWithItsThread()
    {
        reply.fate = PeerReply::Fate::Silence;
        const QUrl url(peer->url().toString() + QString::fromLatin1(facilitiesPath));
        auto there = std::make_unique<LookupThread>(config(), LookupConfig{url, url}, clock, ids);
        FacilityQuery query;
        query.id = FacilityId(u"IN2710000999"_s);
        const auto open = there->find(query);
        QTRY_VERIFY_WITH_TIMEOUT(peer->count(facilitiesPath) == 1, 60'000);
        there.reset();
        QVERIFY(open.isFinished());
    }
};

QTEST_GUILESS_MAIN(TestRegistryLookup)
#include "tst_registry_lookup.moc"
