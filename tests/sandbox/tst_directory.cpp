#include "abdm/registry/lookup.h"
#include "sandbox/directory.h"
#include "sandbox_bench.h"

using namespace nadi;
using namespace nadi::abdm::registry;
using namespace nadi::sandbox;
using namespace Qt::StringLiterals;
using test::SandboxBench;

namespace
{

FacilityQuery named(const QString &name, const QString &ownership = u"P"_s, const QString &state = u"27"_s)
{
    FacilityQuery query;
    query.ownership = ownership;
    query.state = state;
    query.name = name;
    return query;
}

ProfessionalQuery registered(const QString &number, const QString &state = {}, const QString &name = {})
{
    ProfessionalQuery query;
    query.registrationNumber = number;
    query.state = state;
    query.name = name;
    return query;
}

template <class T>
T waitFor(QFuture<T> future)
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20'000); }();
    return future.result();
}

QJsonObject search(const Directory &directory, const Registry &registry, const QJsonObject &query)
{
    return directory.answer(Directory::facilityPath(), query, registry).body.toObject();
}

}

/// The registries of the sandbox (abha-m1.md 6.1 and 6.3), asked by the product's own client where it can ask it.
class TestDirectory : public QObject
{
    Q_OBJECT

    std::unique_ptr<SandboxBench> bench;
    std::unique_ptr<RegistryLookup> lookup;

    const Directory &directory() { return bench->network().directory; }
    const Registry &registry() { return bench->network().registry; }
    QStringList idsOf(const FacilityQuery &query)
    {
        QStringList ids;
        const auto found = waitFor(lookup->find(query));
        if (!found)
            return {found.error().code};
        for (const auto &facility : found->facilities)
            ids << facility.id.value();
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        bench = std::make_unique<SandboxBench>();
        const auto ready = bench->box->readyLine();
        lookup = std::make_unique<RegistryLookup>(*bench->gateway,
            LookupConfig{QUrl(ready[u"facilitySearch"].toString()), QUrl(ready[u"professionals"].toString())});
    }
    void init() { bench->network().forget(); }
    void cleanupTestCase()
    {
        lookup.reset();
        bench.reset();
    }

    void facilitiesAreFoundByWhatTheyAre_data()
    {
        QTest::addColumn<FacilityQuery>("query");
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("part of the name, drafts among them")
            << named(u"kumbha  ROAD"_s) << QStringList{u"IN2710004321"_s, u"IN2710004388"_s, QString()};
        QTest::newRow("words in any order") << named(u"nashik kumbha"_s) << QStringList{u"IN2710004388"_s};
        QTest::newRow("government") << named(u"kumbha"_s, u"G"_s) << QStringList{u"IN2710007755"_s};
        QTest::newRow("another state") << named(u"clinic"_s, u"P"_s, u"33"_s) << QStringList{u"IN3310005512"_s};
        QTest::newRow("nobody") << named(u"Verma"_s) << QStringList();
        auto narrow = named(u"clinic"_s);
        narrow.district = u"487"_s;
        QTest::newRow("district") << narrow << QStringList{u"IN2710004388"_s};
        narrow.district = u"48"_s;
        QTest::newRow("district is exact") << narrow << QStringList();
        narrow = named(u"clinic"_s);
        narrow.pinCode = u"415001"_s;
        QTest::newRow("PIN code") << narrow << QStringList{QString()};
        FacilityQuery one;
        one.id = FacilityId(u"IN3310005512"_s);
        one.state = u"27"_s;
        QTest::newRow("id alone, the rest ignored") << one << QStringList{u"IN3310005512"_s};
        one.id = FacilityId(u"IN331000551"_s);
        QTest::newRow("id is exact") << one << QStringList();
    }
    void facilitiesAreFoundByWhatTheyAre()
    {
        QFETCH(FacilityQuery, query);
        QFETCH(QStringList, ids);
        QCOMPARE(idsOf(query), ids);
    }

    void whatWasRegisteredHereIsFoundToo()
    {
        bench->setUpBridge();
        QCOMPARE(idsOf(named(u"Nadi"_s)), QStringList{SandboxBench::hipId().value()});
        QVERIFY(bench->network().registry.setListing(u"IN2710004321"_s, u"unknown"_s, {}, {}));
        QVERIFY(!idsOf(named(u"Kumbha"_s)).contains(u"IN2710004321"_s));
    }

    void oddSpellingsGoOverTheWire()
    {
        const auto found = search(directory(), registry(), {{u"facilityId"_s, u"IN2710004321"_s}});
        QCOMPARE(found[u"facilities"][0][u"facilityId"].toString(), u" IN2710004321"_s);
        const auto drafts = search(directory(), registry(),
            {{u"ownershipCode"_s, u"P"_s}, {u"stateLGDCode"_s, 27}, {u"facilityName"_s, u"satara"_s}});
        QCOMPARE(drafts[u"facilities"][0][u"facilityStatus"].toString(), u"Draft"_s);
        QVERIFY(drafts[u"facilities"][0][u"facilityId"].toString().isEmpty());
    }

    void pagesAreCounted_data()
    {
        QTest::addColumn<QJsonObject>("paging");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("pages");
        QTest::newRow("nothing said") << QJsonObject{} << 3 << 1;
        QTest::newRow("first of two") << QJsonObject{{u"page"_s, 1}, {u"resultsPerPage"_s, 2}} << 2 << 2;
        QTest::newRow("last of two") << QJsonObject{{u"page"_s, 2}, {u"resultsPerPage"_s, 2}} << 1 << 2;
        QTest::newRow("behind the last") << QJsonObject{{u"page"_s, 2'000'000'000}, {u"resultsPerPage"_s, 2}} << 0 << 2;
        QTest::newRow("nonsense") << QJsonObject{{u"page"_s, -1}, {u"resultsPerPage"_s, 0}} << 1 << 3;
    }
    void pagesAreCounted()
    {
        QFETCH(QJsonObject, paging);
        paging.insert(u"ownershipCode"_s, u"P"_s);
        paging.insert(u"stateLGDCode"_s, u"27"_s);
        paging.insert(u"facilityName"_s, u"Kumbha"_s);
        const auto found = search(directory(), registry(), paging);
        QTEST(int(found[u"facilities"].toArray().size()), "rows");
        QTEST(found[u"numberOfPages"].toInt(), "pages");
        QCOMPARE(found[u"totalFacilities"].toInt(), 3);
    }

    void aMissingFieldIsRefusedByName_data()
    {
        QTest::addColumn<QString>("missing");
        for (const auto *field : {"ownershipCode", "stateLGDCode", "facilityName"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aMissingFieldIsRefusedByName()
    {
        QFETCH(QString, missing);
        QJsonObject query{{u"ownershipCode"_s, u"P"_s}, {u"stateLGDCode"_s, u"27"_s}, {u"facilityName"_s, u"Kumbha"_s}};
        query.insert(missing, u" "_s);
        const auto answer = bench->gateway->lookUp(QUrl(bench->box->readyLine()[u"facilitySearch"].toString()), query);
        const auto refused = waitFor(answer);
        QCOMPARE(refused.outcome, abdm::CallOutcome::Refused);
        QCOMPARE(refused.refusal.code, u"HIS-1002"_s);
        QVERIFY(refused.refusal.message.startsWith(missing));
    }

    void withoutATokenNobodyIsToldAnything_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("facilities") << Directory::facilityPath();
        QTest::newRow("professionals") << Directory::professionalPath();
    }
    void withoutATokenNobodyIsToldAnything()
    {
        QFETCH(QString, path);
        std::optional<bridge::HttpResponse> answer;
        bench->network().handle({"POST", path.toLatin1(), {}, {}, "{\"facilityId\":\"IN2710004321\"}"},
            [&](bridge::HttpResponse response) { answer = std::move(response); });
        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->status, 401);
        QVERIFY(answer->body.contains("900902"));
    }

    void doctorsAreFoundByIdAndByRegistration_data()
    {
        QTest::addColumn<ProfessionalQuery>("query");
        QTest::addColumn<QStringList>("names");
        ProfessionalQuery one;
        one.hprId = u"71-1001-2002-3003"_s;
        QTest::newRow("id") << one << QStringList{u"Dr Iravati Joshi"_s};
        one.hprId = u"71-1001-2002-9999"_s;
        QTest::newRow("unknown id") << one << QStringList();
        QTest::newRow("registration") << registered(u"mcim-i-45821"_s) << QStringList{u"Dr Iravati Joshi"_s};
        QTest::newRow("part of one") << registered(u"MCIM"_s) << QStringList();
        QTest::newRow("one number at two councils")
            << registered(u"45821"_s) << QStringList{u"Dr Selvi Murugan"_s, u"Dr Anil Menon"_s};
        QTest::newRow("state by name") << registered(u"45821"_s, u"kerala"_s) << QStringList{u"Dr Anil Menon"_s};
        QTest::newRow("state by code") << registered(u"45821"_s, u"33"_s) << QStringList{u"Dr Selvi Murugan"_s};
        QTest::newRow("name") << registered(u"45821"_s, {}, u"selvi"_s) << QStringList{u"Dr Selvi Murugan"_s};
    }
    void doctorsAreFoundByIdAndByRegistration()
    {
        QFETCH(ProfessionalQuery, query);
        const auto found = waitFor(lookup->find(query));
        QVERIFY(found);
        QStringList names;
        for (const auto &doctor : *found)
            names << doctor.name;
        QTEST(names, "names");
    }

    void onlyCouncilAndApprovalTogetherVerify_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("verified");
        QTest::newRow("both") << u"71-1001-2002-3003"_s << true;
        QTest::newRow("council not asked") << u"71-1001-2002-4114"_s << false;
        QTest::newRow("not approved") << u"71-1001-2002-5225"_s << false;
    }
    void onlyCouncilAndApprovalTogetherVerify()
    {
        QFETCH(QString, id);
        QFETCH(bool, verified);
        ProfessionalQuery query;
        query.hprId = id;
        const auto found = waitFor(lookup->find(query));
        QVERIFY(found && found->size() == 1);
        QCOMPARE(found->constFirst().standing == Professional::Standing::Verified, verified);
        QCOMPARE(found->constFirst().registrations.constFirst().systemOfMedicine, u"Ayurveda"_s);
    }

    void practitionersComeAsAnArrayInAnArray()
    {
        const QJsonObject query{{u"practitioner"_s, QJsonObject{{u"id"_s, u"71-1001-2002-3003"_s}}}};
        const auto body = directory().answer(Directory::professionalPath(), query, registry()).body.toObject();
        const auto person = body[u"practitioners"][0][0];
        QCOMPARE(person[u"is_council_verified"], QJsonValue(u"true"_s));
        QCOMPARE(person[u"registrations"][0][u"systemOfMedicide"], QJsonValue(u"Ayurveda"_s));
        const auto refused = directory().answer(Directory::professionalPath(), {}, registry());
        QVERIFY(refused.refusal && refused.refusal->code == u"HIS-1002"_s);
    }
};

QTEST_GUILESS_MAIN(TestDirectory)
#include "tst_directory.moc"
