#include "flow_driver.h"
#include "flows/hip_name.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace nadi;
using namespace nadi::test;

namespace
{

QByteArray listing(const QString &service, bool active = true, const QString &type = u"HIP"_s)
{
    const QJsonObject entry{
        {u"id"_s, service}, {u"name"_s, u"Asha Hospital"_s}, {u"types"_s, QJsonArray{type}}, {u"active"_s, active}};
    const QJsonObject bridge{{u"id"_s, u"SBXID_000001"_s}, {u"url"_s, u"https://bridge.example.in"_s}};
    return QJsonDocument(
        QJsonObject{{u"bridge"_s, bridge}, {u"services"_s, service.isEmpty() ? QJsonArray{} : QJsonArray{entry}}})
        .toJson();
}

QByteArray registered(const QString &service)
{
    return "[{\"servicesLinked\":{\"id\":\"" + service.toLatin1() + "\"}}]";
}

QByteArray registrationError(const char *code, const char *message)
{
    return QByteArray("[{\"error\":{\"code\":\"") + code + "\",\"message\":\"" + message + "\"}}]";
}

const QString hip = u"IN0710000123"_s;

FlowDriver newLink()
{
    return FlowDriver(flow_kind::facilityLink, facilityLinkStart());
}

/// Up to the registration, the facility not being listed.
FlowDriver registering()
{
    auto d = newLink();
    d.apply(flows::Started{});
    d.accept();
    d.accept(listing({}));
    return d;
}

FacilityLinkState saved(const FlowDriver &d)
{
    const auto *save = d.find<flows::SaveFacilityLink>();
    return save ? save->link.state : FacilityLinkState::Unknown;
}

}

class TstFacilityLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeWayToTheProof()
    {
        auto d = newLink();
        d.apply(flows::Started{});
        QCOMPARE(d.operation(), u"bridge.url"_s);
        d.accept();
        QCOMPARE(d.operation(), u"bridge.services"_s);
        d.accept(listing(u"IN0710000999"_s));
        QCOMPARE(d.operation(), u"registry.register-services"_s);
        QCOMPARE(saved(d), FacilityLinkState::Registering);
        d.accept(registered(hip));
        QCOMPARE(d.operation(), u"bridge.services"_s);
        d.accept(listing({}));
        d.sleep();
        d.accept(listing(hip));
        QCOMPARE(saved(d), FacilityLinkState::Listed);
        QVERIFY(d.isFinished());
        QCOMPARE(d.story,
            (QStringList{u"facility.url-asked"_s, u"facility.url-set"_s, u"facility.register-asked"_s,
                u"facility.registered"_s, u"facility.proven"_s}));
        QSet<QString> keys;
        for (const auto &call : d.calls)
            keys << call.businessKey;
        QCOMPARE(keys.size(), d.calls.size());
    }

    void whatTheListingSaysFirst_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("phase");
        QTest::newRow("listed") << listing(hip) << "listed";
        QTest::newRow("switched off") << listing(hip, false) << "registering";
        QTest::newRow("only as HIU") << listing(hip, true, u"HIU"_s) << "registering";
        QTest::newRow("another service id") << listing(hip + u"_1"_s) << "registering";
        QTest::newRow("unreadable") << QByteArray("<html>") << "stopped";
    }
    void whatTheListingSaysFirst()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, phase);
        auto d = newLink();
        d.apply(flows::Started{});
        d.accept();
        d.accept(body);
        QCOMPARE(d.phase(), phase);
    }

    void withoutARegistryIdNothingIsSent()
    {
        auto d = newLink();
        d.facts.facility.registryId.clear();
        d.apply(flows::Started{});
        QVERIFY(d.calls.isEmpty());
        QCOMPARE(saved(d), FacilityLinkState::NoRegistryId);
        QVERIFY(d.isFinished());
    }

    void whatTheRegistrySays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("phase");
        QTest::addColumn<int>("state");
        QTest::newRow("accepted") << registered(hip) << "proving" << int(FacilityLinkState::Unknown);
        QTest::newRow("refused with 200")
            << registrationError("2501", "Facility is not active") << "stopped" << int(FacilityLinkState::NotListed);
        QTest::newRow("under another service id")
            << registered(hip + u"_1"_s) << "stopped" << int(FacilityLinkState::NotListed);
        QTest::newRow("no array") << QByteArray("{}") << "stopped" << int(FacilityLinkState::Unknown);
    }
    void whatTheRegistrySays()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, phase);
        QFETCH(int, state);
        auto d = registering();
        d.accept(body);
        QCOMPARE(d.phase(), phase);
        QCOMPARE(int(saved(d)), state);
    }

    void alreadyAssociatedIsDecidedByTheListing_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("state");
        QTest::newRow("with us") << listing(hip) << int(FacilityLinkState::Listed);
        QTest::newRow("with another bridge") << listing({}) << int(FacilityLinkState::ListedElsewhere);
    }
    void alreadyAssociatedIsDecidedByTheListing()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, state);
        auto d = registering();
        d.accept(registrationError(
            "2500", "Bridge SBXID_9 is already associated with the facility, service id: IN0710000123"));
        d.accept(body);
        QCOMPARE(int(saved(d)), state);
    }

    void theProofIsLookedForAtThePlannedTimes()
    {
        auto d = registering();
        d.accept(registered(hip));
        QList<std::chrono::milliseconds> waits;
        auto before = d.facts.now;
        for (int look = 0; look < 5; ++look) {
            d.accept(listing({}));
            d.sleep();
            waits << d.facts.now - before;
            before = d.facts.now;
        }
        QCOMPARE(waits, (QList<std::chrono::milliseconds>{15s, 60s, 5min, 5min, 5min}));
        for (int look = 0; look < 400 && d.phase() == "proving"_L1; ++look) {
            d.accept(listing({}));
            if (d.phase() == "proving"_L1)
                d.sleep();
        }
        QCOMPARE(saved(d), FacilityLinkState::NotListed);
    }

    void aListingThatCannotBeReadDuringTheProofIsReadAgain()
    {
        auto d = registering();
        d.accept(registered(hip));
        d.refuse(u"HTTP-503"_s);
        QCOMPARE(d.phase(), u"proving"_s);
        d.sleep();
        QCOMPARE(d.operation(), u"bridge.services"_s);
    }

    void aPersonMayTryAgain()
    {
        auto d = newLink();
        d.apply(flows::Started{});
        d.refuse(u"HTTP-403"_s);
        QVERIFY(d.isFinished());
        d.decide(u"retry");
        QCOMPARE(d.operation(), u"bridge.url"_s);
        QVERIFY(d.calls[0].businessKey != d.calls[1].businessKey);
    }

    void aNetworkThatIsAwayIsToldOnce()
    {
        auto d = newLink();
        d.apply(flows::Started{});
        for (int attempt = 1; attempt < 10; ++attempt)
            d.apply(flows::CallDelayed{d.key(), u"NET-DOWN"_s, attempt, noon, true});
        QCOMPARE(d.story.count(u"facility.waiting-network"_s), 1);
    }

    void theCleanedNameIsShownBeforeAndAfter()
    {
        auto d = newLink();
        d.facts.facility.hipName = u"St. Mary's Eye & Ear Hospital"_s;
        d.apply(flows::Started{});
        d.accept();
        d.accept(listing({}));
        const auto *tell = d.find<flows::Tell>();
        QVERIFY(tell);
        QCOMPARE(tell->what, u"facility.name-cleaned"_s);
        QCOMPARE(tell->code, u"St. Mary's Eye & Ear Hospital -> St Marys Eye"_s);
        QCOMPARE(d.calls.last().body["HRP"_L1][0]["hipName"_L1].toString(), u"St Marys Eye"_s);
    }

    void hipNamesAreCutToWhatTheRegistryTakes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("clean");
        QTest::newRow("fits") << "AshaHosp HIP" << "AshaHosp HIP";
        QTest::newRow("exactly 15") << "ABCDEFGHIJ KLMN" << "ABCDEFGHIJ KLMN";
        QTest::newRow("one long word") << "Superspecialityhospital" << "Superspeciality";
        QTest::newRow("cut at a word") << "Iravati Joshi Ayurveda Clinic" << "Iravati Joshi";
        QTest::newRow("word ends at 15") << "Asha Hospital A Wing" << "Asha Hospital A";
        QTest::newRow("signs") << "A-1 (Main)" << "A 1 Main";
        QTest::newRow("other letters only") << u"आशा अस्पताल"_s << "";
        QTest::newRow("nothing") << "" << "";
    }
    void hipNamesAreCutToWhatTheRegistryTakes()
    {
        QFETCH(QString, name);
        QFETCH(QString, clean);
        QCOMPARE(flows::cleanHipName(name), clean);
    }
};

QTEST_GUILESS_MAIN(TstFacilityLink)
#include "tst_facility_link.moc"
