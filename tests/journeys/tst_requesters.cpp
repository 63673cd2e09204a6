#include "clinic/consents.h"
#include "journeys/clinic.h"
#include "storage/discovery_repository.h"

#include <QJsonArray>
#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 60'000;
constexpr int pacePercent = 1;
const QString asha = QStringLiteral("asha.kulkarni@sbx");
const QString rehana = QStringLiteral("rehana.shaikh@sbx");

QJsonObject inRequest(const QJsonObject &members)
{
    return {{u"hiRequest"_s, members}};
}

QJsonObject inKey(const QJsonObject &members)
{
    return inRequest({{u"keyMaterial"_s, members}});
}

QJsonObject withKeyText(const QString &text)
{
    return inKey({{u"dhPublicKey"_s, QJsonObject{{u"keyValue"_s, text}}}});
}

QJsonObject range(const QString &from, const QString &to)
{
    return inRequest({{u"dateRange"_s, QJsonObject{{u"from"_s, from}, {u"to"_s, to}}}});
}

/// A clinic with signed and linked records of a patient, and everybody who asks for them.
class Requesters
{
public:
    [[nodiscard]] bool start(int records)
    {
        if (!clinic.start(test::Clinic::AtRegistry::Linked, pacePercent))
            return false;
        control().change(u"person"_s, {{u"person"_s, asha}, {u"autoConsent"_s, false}});
        const auto patient = clinic.patient(u"asha"_s);
        for (int number = 1; patient && number <= records; ++number)
            if (const auto done = clinic.signedRecord(*patient, {test::Clinic::page(number)}); done)
                contexts << done->record.careContext.value();
        return QTest::qWaitFor([&] { return state()[u"links"].toArray().size() == records; }, patience)
            && contexts.size() == records;
    }
    test::Control &control() { return clinic.control(); }
    QJsonValue state() { return control().read(u"state"_s, asha); }

    QString ask(const QJsonObject &what = {})
    {
        auto body = what;
        body[u"person"_s] = asha;
        return control().changed(u"consent-request"_s, body)[u"request"].toString();
    }
    /// The patient answers; the consent when the clinic has acknowledged it.
    QString grant(const QString &request, const QJsonObject &narrowed = {})
    {
        auto body = narrowed;
        body[u"request"_s] = request;
        body[u"answer"_s] = u"grant"_s;
        const auto consent = control().changed(u"consent-answer"_s, body)[u"consents"][0].toString();
        return answered(consent) == "acknowledged"_L1 ? consent : QString();
    }
    QString answered(const QString &consent)
    {
        QString word;
        [[maybe_unused]] const bool heard = QTest::qWaitFor(
            [&] {
                for (const auto &one : state()[u"consents"].toArray())
                    if (one[u"id"].toString() == consent)
                        word = one[u"answer"].toString();
                return !word.isEmpty() && word != "waiting"_L1;
            },
            patience);
        return word;
    }
    QString request(const QString &consent, const QJsonObject &changes = {}, const QString &keyForm = {})
    {
        return control()
            .changed(u"odd-request"_s,
                {{u"consent"_s, consent}, {u"changes"_s, changes}, {u"keyForm"_s, keyForm}})[u"transaction"]
            .toString();
    }
    QString stateOf(const QString &transaction)
    {
        for (const auto &transfer : state()[u"transfers"].toArray())
            if (transfer[u"id"].toString() == transaction)
                return transfer[u"state"].toString() + u' ' + transfer[u"hipStatus"].toString();
        return {};
    }
    int pages(const QString &transaction = {})
    {
        int count = 0;
        const auto effects = control().read(u"effects"_s).toObject();
        for (auto effect = effects.begin(); effect != effects.end(); ++effect)
            count += effect.key().startsWith("page:"_L1 + transaction) ? 1 : 0;
        return count;
    }
    int pushes()
    {
        int count = 0;
        for (const auto &call : control().read(u"calls"_s).toArray())
            count += call[u"path"].toString().startsWith("/push/"_L1);
        return count;
    }
    clinic::ConsentRow registered(const QString &consent)
    {
        auto work = clinic.work();
        const auto rows = clinic::consentRegister(work, clinic.facility);
        for (const auto &row : rows.value_or(QList<clinic::ConsentRow>()))
            if (row.artefact.id.value() == consent)
                return row;
        return {};
    }

    test::Clinic clinic;
    QStringList contexts;
};

}

/// Others ask for a patient's records: what the patient gives in the app is what leaves, and nothing else.
class TestRequesters : public QObject
{
    Q_OBJECT

/// `transaction` is evaluated once: asking again and again would be another test.
#define BECOMES(transaction, wanted)                                                                                   \
    do {                                                                                                               \
        const QString asked = transaction;                                                                             \
        QTRY_COMPARE_WITH_TIMEOUT(all.stateOf(asked), QString::fromLatin1(wanted), patience);                          \
    } while (false)

private Q_SLOTS:
    void whatThePatientGrantsNarrowsDeniesAndTakesBackIsWhatLeaves()
    {
        Requesters all;
        QVERIFY(all.start(2));

        QVERIFY(!all.control()
                .changed(u"consent-answer"_s, {{u"request"_s, all.ask()}, {u"answer"_s, u"deny"_s}})
                .isEmpty());
        QVERIFY(all.state()[u"consents"].toArray().isEmpty());

        // One record of the two.
        const auto one = all.grant(all.ask(), {{u"careContexts"_s, QJsonArray{all.contexts[0]}}});
        QVERIFY(!one.isEmpty());
        const auto first = all.request(one);
        BECOMES(first, "received TRANSFERRED");
        QCOMPARE(all.pages(), 1);
        QCOMPARE(all.state()[u"records"][0][u"careContext"].toString(), all.contexts[0]);
        QTRY_COMPARE_WITH_TIMEOUT(all.registered(one).left.size(), 1, patience);
        QCOMPARE(all.registered(one).artefact.hiuName, u"Lotus Clinic"_s);
        QVERIFY(all.registered(one).standing == clinic::ConsentStanding::InForce);

        // A kind of record that there is none of.
        const auto reports = all.grant(all.ask({{u"hiTypes"_s, QJsonArray{u"Prescription"_s, u"DiagnosticReport"_s}}}),
            {{u"hiTypes"_s, QJsonArray{u"DiagnosticReport"_s}}});
        BECOMES(all.request(reports), "failed FAILED");

        // Days on which nothing was signed.
        const auto lastYear = all.grant(all.ask(), {{u"to"_s, u"2026-01-01T00:00:00.000Z"_s}});
        BECOMES(all.request(lastYear), "failed FAILED");

        QVERIFY(all.control().change(u"consent"_s, {{u"consent"_s, one}, {u"action"_s, u"revoke"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(all.registered(one).standing == clinic::ConsentStanding::TakenBack, patience);
        BECOMES(all.request(one), "refused ");
        QCOMPARE(all.pages(), 1);
        QVERIFY(all.registered(one).artefact.careContexts.isEmpty());
    }

    void everyKeyEncodingAndEveryWayToWriteADateIsServed()
    {
        Requesters all;
        QVERIFY(all.start(1));
        const auto consent = all.grant(all.ask({{u"eraseAt"_s, u"2027-06-01T00:00:00Z"_s}}));
        QVERIFY(!consent.isEmpty());
        for (const auto *form : {"raw", "x509", "spki"})
            BECOMES(all.request(consent, {}, QString::fromLatin1(form)), "received TRANSFERRED");

        const auto now = QDateTime::currentDateTimeUtc();
        const auto end = all.registered(consent).artefact.to.toDateTime();
        const auto write
            = [](const QDateTime &time, const char *form) { return time.toString(QString::fromLatin1(form)); };
        const QList<std::pair<QString, QString>> ranges{
            {write(now.addDays(-30), "yyyy-MM-ddTHH:mm:ssZ"), write(end, "yyyy-MM-ddTHH:mm:ss.zzzZ")},
            {write(now.addDays(-30), "yyyy-MM-dd HH:mm:ss"), write(end, "yyyy-MM-ddTHH:mm:ss.zzz")},
            {write(now.addDays(-30), "yyyy-MM-ddTHH:mm:ss.zzz000000"), write(end, "yyyy-MM-ddTHH:mm:ss.zzz000Z")},
            {write(now.addDays(-30), "yyyy-MM-dd"), write(end.addSecs(19'800), "yyyy-MM-ddTHH:mm:ss.zzz+05:30")},
            // As narrow as the record allows.
            {write(now.addSecs(-600), "yyyy-MM-ddTHH:mm:ss.zzzZ"), write(end, "yyyy-MM-ddTHH:mm:ss.zzzZ")},
        };
        for (const auto &[from, to] : ranges)
            BECOMES(all.request(consent, range(from, to)), "received TRANSFERRED");
    }

    void aMaliciousRequesterGetsNothing()
    {
        Requesters all;
        QVERIFY(all.start(2));
        const auto good = all.grant(all.ask());
        QVERIFY(!good.isEmpty());
        const auto served = all.request(good);
        BECOMES(served, "received TRANSFERRED");
        const int before = all.pushes();

        struct Attempt
        {
            const char *name;
            QString transaction;
        };
        QList<Attempt> attempts;
        const auto attempt = [&](const char *name, const QJsonObject &changes) {
            attempts.append({name, all.request(good, changes)});
        };
        // Where to: inside the hospital, this machine's metadata, another scheme, somebody's name in front.
        for (const char *url : {"https://10.0.0.1/push", "https://169.254.169.254/latest/meta-data",
                 "https://[fd00::1]/push", "https://[::ffff:10.0.0.1]/push", "https://0x0a000001/push",
                 "http://localhost/push", "https://hiu@localhost/push", "file:///etc/passwd", ""})
            attempt(url, inRequest({{u"dataPushUrl"_s, QString::fromLatin1(url)}}));
        // For which days: more than granted, backwards, none, no date at all.
        attempt("wide range", range(u"1900-01-01T00:00:00.000Z"_s, u"2100-01-01T00:00:00.000Z"_s));
        attempt("reversed range", range(u"2026-11-20T00:00:00.000Z"_s, u"2026-11-01T00:00:00.000Z"_s));
        attempt("no date", range(u"yesterday"_s, u"tomorrow"_s));
        attempt("no range", inRequest({{u"dateRange"_s, QJsonValue::Null}}));
        // For whom it is encrypted: another curve, no point, a point of small order, a nonce too short, a key too old.
        attempt("other curve", inKey({{u"curve"_s, u"P-256"_s}}));
        attempt("no point", withKeyText(QString::fromLatin1((QByteArray("\x04") + QByteArray(64, '\x07')).toBase64())));
        attempt("infinity", withKeyText(QString::fromLatin1(QByteArray(65, '\0').toBase64())));
        attempt("no key", withKeyText({}));
        attempt("short nonce", inKey({{u"nonce"_s, u"AAAA"_s}}));
        attempt("old key", inKey({{u"dhPublicKey"_s, QJsonObject{{u"expiry"_s, u"2020-01-01T00:00:00Z"_s}}}}));
        // Under whose consent: one nobody has heard of, the transaction of somebody else's answer.
        attempt("unknown consent", inRequest({{u"consent"_s, QJsonObject{{u"id"_s, u"00000000-0000-4000-8000-0"_s}}}}));
        attempt("replayed transaction", {{u"transactionId"_s, served}});
        attempts.append({"another facility",
            all.control()
                .changed(u"odd-request"_s, {{u"consent"_s, good}, {u"hip"_s, u"IN9999999999"_s}})[u"transaction"]
                .toString()});
        // The same, and with keys that were used before, under a consent about another patient's record, about records
        // that are not there, of a kind or purpose that does not exist, or that is over.
        const auto forge = [&](const char *name, QJsonObject terms) {
            terms[u"facility"_s] = all.clinic.facility.value();
            if (!terms.contains("person"_L1))
                terms[u"person"_s] = asha;
            if (!terms.contains("careContexts"_L1))
                terms[u"careContexts"_s] = QJsonArray{all.contexts[0]};
            const auto consent = all.control().changed(u"forged-consent"_s, terms)[u"consent"].toString();
            attempts.append({name,
                all.control()
                    .changed(u"odd-request"_s, {{u"consent"_s, consent}, {u"keysOf"_s, served}})[u"transaction"]
                    .toString()});
        };
        forge("another patient's record", {{u"person"_s, rehana}});
        forge("no such record", {{u"careContexts"_s, QJsonArray{u"RX-0000-999999"_s}}});
        forge("no record at all", {{u"careContexts"_s, QJsonArray()}});
        forge("unknown kind", {{u"hiTypes"_s, QJsonArray{u"Everything"_s, u"*"_s}}});
        forge("unknown purpose", {{u"purpose"_s, u"HQUALITY"_s}});
        forge("over since long", {{u"eraseAt"_s, u"2020-01-01T00:00:00Z"_s}});

        // One that may: what came before it has been looked at when it is served.
        BECOMES(all.request(good), "received TRANSFERRED");
        for (const auto &one : std::as_const(attempts)) {
            QVERIFY2(!one.transaction.isEmpty(), one.name);
            QVERIFY2(all.pages(one.transaction) == 0, one.name);
            QVERIFY2(!all.stateOf(one.transaction).startsWith("rec"_L1), one.name);
        }
        QCOMPARE(all.pushes(), before + 2); // the two records of the last one
        QCOMPARE(all.pages(served), 2);
    }

    void aConsentTakenBackBetweenTwoPagesStopsTheRest()
    {
        Requesters all;
        QVERIFY(all.start(3));
        const auto consent = all.grant(all.ask());
        QVERIFY(!consent.isEmpty());
        // The second page is on its way for so long that the patient's no is surely heard meanwhile.
        constexpr int heldMs = 12'000;
        QVERIFY(all.control().change(u"faults"_s,
            {{u"rules"_s,
                QJsonArray{QJsonObject{{u"at"_s, u"call"_s}, {u"match"_s, u"/push/"_s}, {u"do"_s, u"slow"_s},
                    {u"after"_s, 1}, {u"times"_s, 1}, {u"delayMs"_s, heldMs * 100 / pacePercent}}}}}));
        const auto transaction = all.request(consent);
        QTRY_COMPARE_WITH_TIMEOUT(all.pages(transaction), 1, patience);
        QVERIFY(all.control().change(u"consent"_s, {{u"consent"_s, consent}, {u"action"_s, u"revoke"_s}}));
        BECOMES(transaction, "failed FAILED");
        QCOMPARE(all.pages(transaction), 1);
        QCOMPARE(all.pushes(), 2); // the third never left
        QCOMPARE(all.registered(consent).left.size(), 1);
    }

    /// HIP_INIT_ABHA_OPTOUT_DEACTIVATE: address and consents go, the record stays, nothing leaves any more.
    void nothingLeavesOnceThePatientEndedTheAbha()
    {
        Requesters all;
        QVERIFY(all.start(1));
        const auto consent = all.grant(all.ask());
        BECOMES(all.request(consent), "received TRANSFERRED");
        const int before = all.pushes();

        QVERIFY(all.control().change(u"end-abha"_s, {{u"person"_s, asha}, {u"status"_s, u"DEACTIVATED"_s}}));
        QTRY_VERIFY_WITH_TIMEOUT(
            all.state()[u"endingAcknowledged"].toArray().contains(all.clinic.facility.value()), patience);
        const auto files = storage::DiscoveryRepository(all.clinic.db()).holders(IdentifierSystem::AbhaAddress, asha);
        QVERIFY(files && files->isEmpty());
        QCOMPARE(all.registered(consent).artefact.status, ConsentStatus::Revoked);
        BECOMES(all.request(consent), "refused ");
        QCOMPARE(all.pushes(), before);
    }
};

QTEST_MAIN(TestRequesters)
#include "tst_requesters.moc"
