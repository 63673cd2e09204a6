#include "common/freed_memory.h"
#include "crypto/identifier_cipher.h"
#include "identity/abha_desk.h"
#include "support/memory_search.h"
#include "support/seeded_random.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nadi;
using namespace nadi::identity;
using namespace Qt::StringLiterals;
using abdm::abha::OtpSystem;
using test::Canary;
using test::MemorySearch;

namespace
{
// Savitri's and Asha's numbers in resources/demo come over the control page, and leave memory with its answer.
constexpr auto whoIsNew = u"savitri";
constexpr auto whoIsThere = u"asha";
}

/// After journeys through creation and verification, this process remembers no Aadhaar digit, no OTP and no user token
/// (abha-m1.md 4.3). The sandbox is another process; what the test itself must know it keeps turned over.
class TestAbhaCanary : public QObject
{
    Q_OBJECT

    QTemporaryDir directory;
    QTemporaryDir temporary;
    QProcess sandbox;
    QJsonObject line;
    SystemClock clock;
    test::SeededRandom random{5};
    RandomIdSource ids{random};
    std::unique_ptr<abdm::abha::AbhaService> service;
    std::unique_ptr<AbhaDesk> desk;
    QList<std::pair<QString, Canary>> canaries;

    /// One answer of the control page; its connection and buffers end here.
    QJsonDocument control(const QString &what)
    {
        QNetworkAccessManager http;
        QNetworkRequest request(QUrl(line[u"control"].toString() + u"/control/"_s + what));
        request.setRawHeader("Authorization", "Bearer " + line[u"ticket"].toString().toLatin1());
        const std::unique_ptr<QNetworkReply> reply(http.get(request));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000); }();
        return QJsonDocument::fromJson(reply->readAll());
    }
    Secret aadhaarOf(QStringView id)
    {
        for (const auto &person : control(u"people"_s).array())
            if (person[u"id"].toString() == id)
                return Secret(person[u"aadhaar"].toString().toLatin1());
        return {};
    }
    Secret otpOf(QStringView id)
    {
        const auto answer = control(u"otp?person=%1"_s.arg(id)).object();
        return Secret(answer.value(u"otp").toString().toLatin1());
    }
    void remember(const QString &name, const Secret &secret)
    {
        canaries.append({name, Canary(QByteArray(secret.reveal().constData(), secret.reveal().size()))});
    }
    bool reaches(Stage stage)
    {
        return QTest::qWaitFor(
                   [this] { return !desk->view().waiting && desk->view().stage != Stage::Fetching; }, 30'000)
            && desk->view().stage == stage;
    }

    void create(QStringView id)
    {
        desk->begin(Purpose::CreateByAadhaar);
        desk->agree();
        {
            const auto aadhaar = aadhaarOf(id);
            remember(u"Aadhaar of %1"_s.arg(id), aadhaar);
            desk->giveAadhaar(AadhaarNumber::parse(aadhaar).value());
        }
        QVERIFY(reaches(Stage::Otp));
        auto otp = otpOf(id);
        remember(u"OTP of %1"_s.arg(id), otp);
        desk->giveOtp(std::move(otp), u"9000088888"_s);
        QVERIFY(reaches(id == whoIsNew ? Stage::MobileOtp : Stage::Done));
        if (desk->view().stage == Stage::MobileOtp) {
            desk->keepMobile();
            QVERIFY(reaches(Stage::Address));
        }
        if (desk->view().stage == Stage::Address) {
            desk->chooseAddress({});
            QVERIFY(reaches(Stage::Done));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NADI_APP_MODE"_s, u"sandbox"_s);
        sandbox.setProcessEnvironment(environment);
        qputenv("TMPDIR", temporary.path().toLocal8Bit());
        sandbox.setStandardErrorFile(QProcess::nullDevice());
        sandbox.start(
            QStringLiteral(NADI_BIN_DIR "/nadi-sandbox"), {u"--dir"_s, directory.path(), u"--pace"_s, u"1"_s});
        QVERIFY(QTest::qWaitFor([this] { return sandbox.canReadLine(); }, 60'000));
        line = QJsonDocument::fromJson(sandbox.readLine()).object();
        QVERIFY(line[u"ready"].toBool());

        abdm::GatewayConfig gateway;
        gateway.baseUrl = QUrl(line[u"gateway"].toString());
        gateway.cmId = u"sbx"_s;
        gateway.clientId = line[u"clientId"].toString();
        QFile secret(line[u"clientSecretFile"].toString());
        QFile issuer(line[u"caFile"].toString());
        QVERIFY(secret.open(QIODevice::ReadOnly) && issuer.open(QIODevice::ReadOnly));
        gateway.clientSecret = Secret(secret.readAll().trimmed());
        gateway.caPem = issuer.readAll();
        service = std::make_unique<abdm::abha::AbhaService>(abdm::abha::AbhaConfig{QUrl(line[u"abha"].toString()),
                                                                QUrl(line[u"abhaWeb"].toString()), u"sbx"_s, QString()},
            gateway, crypto::encryptIdentifier, clock, ids);
        desk = std::make_unique<AbhaDesk>(*service, clock, DeskPolicy{});
    }

    void cleanupTestCase()
    {
        desk.reset();
        service.reset();
        sandbox.closeWriteChannel();
        sandbox.terminate();
        sandbox.waitForFinished(5000);
    }

    void theSearchFindsWhatIsThere()
    {
        QByteArray wanted = "canary-";
        wanted += QByteArray::number(quint64(random.next()));
        const Canary canary{QByteArray(wanted.constData(), wanted.size())};
        const auto wide = QString::fromLatin1(wanted);
        QVERIFY(MemorySearch::count(canary) >= 2);
        QVERIFY(!wide.isEmpty());
    }

    void nothingOfAJourneyStaysInMemory()
    {
        if (!FreedMemoryWiper::works())
            QSKIP("another heap (sanitizer): freed memory was NOT searched");
        create(QStringView(whoIsNew));
        create(QStringView(whoIsThere));
        // The transient tokens of the service are RS512, the gateway's are not: this is how their header begins.
        remember(u"user token"_s, Secret("eyJhbGciOiJSUzUxMi"));
        desk->forget();
        // Log-out is on its way, and the last connections end.
        QTest::qWait(1);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(MemorySearch::count(canaries.constLast().second) <= 0, 20'000); }();
        for (const auto &[name, canary] : canaries)
            QVERIFY2(MemorySearch::count(canary) == 0, qPrintable(name));
    }

    void nothingOfAJourneyStaysInFiles()
    {
        // This process was given a folder of its own for temporary files before its first call.
        QVERIFY(QDir::tempPath() == temporary.path());
        QVERIFY(QDir(temporary.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAbhaCanary)
#include "tst_abha_canary.moc"
