#include "flow_driver.h"
#include "flows/gatekeeper.h"

#include <functional>

using namespace nadi;
using namespace nadi::test;

namespace
{

/// Everything decide() looks at, in one value that a row can change.
struct Case
{
    std::optional<ConsentArtefact> consent;
    flows::ReleaseRequest request;
    QList<flows::Facts::HeldRecord> held;
    int servedBefore = 0;
    bool accepted = true;
};

const QStringList purposes{u"CAREMGT"_s, u"BTG"_s, u"PUBHLTH"_s, u"HPAYMT"_s, u"DSRCH"_s, u"PATRQT"_s};
const QList<HiType> types{HiType::Prescription, HiType::DiagnosticReport, HiType::OPConsultation,
    HiType::DischargeSummary, HiType::ImmunizationRecord, HiType::HealthDocumentRecord, HiType::WellnessRecord,
    HiType::Invoice};

Case releasable(const QString &purpose, HiType type)
{
    ConsentArtefact consent;
    consent.id = ConsentId(u"consent-1"_s);
    consent.status = ConsentStatus::Granted;
    consent.hip = clinic().id;
    consent.patientAddress = u"asha.verma1990@sbx"_s;
    consent.careContexts = {CareContextRef(u"RX-1"_s), CareContextRef(u"RX-2"_s)};
    consent.hiTypes = {toWire(type)};
    consent.purposeCode = purpose;
    consent.from = noon - 7 * 24h;
    consent.to = noon;
    consent.dataEraseAt = noon + 30 * 24h;
    consent.frequencyUnit = u"HOUR"_s;
    consent.frequencyValue = 2;
    return {consent, {clinic().id, noon - 6 * 24h, noon - 1h, noon, 0ms},
        {{CareContextRef(u"RX-1"_s), type, noon - 24h, u"asha.verma1990@sbx"_s}}, 1, true};
}

struct Flip
{
    const char *name;
    const char *refusal;
    std::function<void(Case &)> change;
};

/// Each takes away exactly one condition of S-N2 (or one side of it).
const std::vector<Flip> flips{
    {"no artefact", "ABDM-1112", [](Case &c) { c.consent.reset(); }},
    {"other facility", "ABDM-1035", [](Case &c) { c.request.facility = FacilityId(u"IN0710000124"_s); }},
    {"facility with suffix", "ABDM-1035", [](Case &c) { c.request.facility = FacilityId(u"IN0710000123_1"_s); }},
    {"facility as prefix", "ABDM-1035", [](Case &c) { c.consent->hip = FacilityId(u"IN07100001"_s); }},
    {"facility missing", "ABDM-1035", [](Case &c) { c.consent->hip = c.request.facility = FacilityId(); }},
    {"requested", "ABDM-1062", [](Case &c) { c.consent->status = ConsentStatus::Requested; }},
    {"denied", "ABDM-1062", [](Case &c) { c.consent->status = ConsentStatus::Denied; }},
    {"revoked", "ABDM-1062", [](Case &c) { c.consent->status = ConsentStatus::Revoked; }},
    {"expired", "ABDM-1062", [](Case &c) { c.consent->status = ConsentStatus::Expired; }},
    {"acknowledgement not accepted", "ABDM-1062", [](Case &c) { c.accepted = false; }},
    {"past the erase date", "ABDM-1061", [](Case &c) { c.request.now = c.consent->dataEraseAt; }},
    {"past the erase date by the gateway's clock only", "ABDM-1061",
        [](Case &c) { c.request.skew = c.request.now - c.consent->dataEraseAt; }},
    {"past it by our clock only", "ABDM-1061",
        [](Case &c) {
            c.request.now = c.consent->dataEraseAt;
            c.request.skew = 10min;
        }},
    {"our clock's error not known", "ABDM-1061", [](Case &c) { c.request.skew.reset(); }},
    {"no erase date", "ABDM-1061", [](Case &c) { c.consent->dataEraseAt = {}; }},
    {"range begins too early", "ABDM-1063", [](Case &c) { c.request.from = c.consent->from - 1ms; }},
    {"range ends too late", "ABDM-1063", [](Case &c) { c.request.to = c.consent->to + 1ms; }},
    {"range reversed", "ABDM-1063", [](Case &c) { std::swap(c.request.from, c.request.to); }},
    {"no range in the request", "ABDM-1063", [](Case &c) { c.request.from = c.request.to = {}; }},
    {"no range in the artefact", "ABDM-1063", [](Case &c) { c.consent->from = c.consent->to = {}; }},
    {"artefact range without a beginning", "ABDM-1063", [](Case &c) { c.consent->from = {}; }},
    {"request without a beginning", "ABDM-1063", [](Case &c) { c.request.from = c.consent->from = {}; }},
    {"unknown purpose", "ABDM-1047", [](Case &c) { c.consent->purposeCode = u"HQUALITY"_s; }},
    {"no purpose", "ABDM-1047", [](Case &c) { c.consent->purposeCode.clear(); }},
    {"frequency used up", "ABDM-1022", [](Case &c) { c.servedBefore = 2; }},
    {"HI type not listed", "ABDM-1001", [](Case &c) { c.consent->hiTypes = {u"Radiology"_s, u"*"_s}; }},
    {"no HI type", "ABDM-1001", [](Case &c) { c.consent->hiTypes.clear(); }},
    {"record too old", "ABDM-1001", [](Case &c) { c.held[0].issuedAt = c.request.from - 1ms; }},
    {"record too new", "ABDM-1001", [](Case &c) { c.held[0].issuedAt = c.request.to + 1ms; }},
    {"care context not listed", "ABDM-1001", [](Case &c) { c.held[0].careContext = CareContextRef(u"RX-3"_s); }},
    {"care context as prefix", "ABDM-1001", [](Case &c) { c.held[0].careContext = CareContextRef(u"RX-"_s); }},
    {"another patient", "ABDM-1001", [](Case &c) { c.held[0].patientAddress = u"other.person@sbx"_s; }},
    {"patient not known", "ABDM-1001",
        [](Case &c) {
            c.held[0].patientAddress.clear();
            c.consent->patientAddress.clear();
        }},
    {"no record", "ABDM-1001", [](Case &c) { c.held.clear(); }},
};

flows::Release decide(const Case &c)
{
    return flows::decide(c.consent, c.request, c.held, c.servedBefore, c.accepted);
}

}

class TstGatekeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 8 HI types in turn with 6 purposes: one row that may leave and one for each condition taken away.
    /// Each flip alone refuses, so removing any one check from the gatekeeper fails its row.
    void truthTable_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<int>("flip");
        int rows = 0;
        for (int type = 0; type < types.size(); ++type) {
            const auto purpose = purposes[type % purposes.size()];
            for (int flip = -1; flip < int(flips.size()); ++flip, ++rows)
                QTest::addRow("%s %s: %s", qPrintable(toWire(types[type])), qPrintable(purpose),
                    flip < 0 ? "may leave" : flips[size_t(flip)].name)
                    << type << purpose << flip;
        }
        QVERIFY(rows >= 200);
    }
    void truthTable()
    {
        QFETCH(int, type);
        QFETCH(QString, purpose);
        QFETCH(int, flip);
        auto c = releasable(purpose, types[type]);
        if (flip < 0) {
            QCOMPARE(decide(c).refusal, QString());
            QCOMPARE(decide(c).careContexts, QList{CareContextRef(u"RX-1"_s)});
            return;
        }
        flips[size_t(flip)].change(c);
        QCOMPARE(decide(c).refusal, QString::fromLatin1(flips[size_t(flip)].refusal));
        QVERIFY(decide(c).careContexts.isEmpty());
    }

    /// Two missing conditions never make one that holds.
    void noPairOfFlipsLetsAnythingOut()
    {
        for (const auto &first : flips)
            for (const auto &second : flips) {
                if (&first == &second)
                    continue;
                auto c = releasable(u"PATRQT"_s, HiType::Prescription);
                first.change(c);
                if (!c.consent || (c.held.isEmpty()))
                    continue;
                second.change(c);
                // Reversing twice, or widening what was narrowed, may cancel out: only then may it be the base case.
                if (!decide(c).careContexts.isEmpty())
                    QFAIL(qPrintable(QLatin1String(first.name) + u" + "_s + QLatin1String(second.name)));
            }
    }

    void theEdgesAreInside()
    {
        auto c = releasable(u"CAREMGT"_s, HiType::Prescription);
        c.request.from = c.consent->from;
        c.request.to = c.consent->to;
        c.held[0].issuedAt = c.request.from;
        QVERIFY(decide(c).refusal.isEmpty());
        c.held[0].issuedAt = c.request.to;
        QVERIFY(decide(c).refusal.isEmpty());
        c.request.now = c.consent->dataEraseAt - 1ms;
        QVERIFY(decide(c).refusal.isEmpty());
    }

    void frequencyZeroIsNoLimitOfOurs()
    {
        auto c = releasable(u"PATRQT"_s, HiType::Prescription);
        c.consent->frequencyValue = 0;
        c.servedBefore = 1000;
        QVERIFY(decide(c).refusal.isEmpty());
    }

    void hiTypesAndAddressesAreReadInAnyCase()
    {
        auto c = releasable(u"PATRQT"_s, HiType::Prescription);
        c.consent->hiTypes = {u"PRESCRIPTION"_s};
        c.consent->patientAddress = u"Asha.Verma1990@SBX"_s;
        QVERIFY(decide(c).refusal.isEmpty());
    }

    void onlyWhatIsCoveredLeavesNewestFirst()
    {
        auto c = releasable(u"PATRQT"_s, HiType::Prescription);
        const auto address = c.consent->patientAddress;
        c.held = {
            {CareContextRef(u"RX-1"_s), HiType::Prescription, noon - 48h, address},
            {CareContextRef(u"RX-1"_s), HiType::Prescription, noon - 48h, address},
            {CareContextRef(u"RX-9"_s), HiType::Prescription, noon - 3h, address},
            {CareContextRef(u"RX-2"_s), HiType::Prescription, noon - 24h, address},
        };
        QCOMPARE(decide(c).careContexts, (QList{CareContextRef(u"RX-2"_s), CareContextRef(u"RX-1"_s)}));
    }
};

QTEST_GUILESS_MAIN(TstGatekeeper)
#include "tst_gatekeeper.moc"
