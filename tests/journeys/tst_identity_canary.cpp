#include "clinic/shares.h"
#include "common/freed_memory.h"
#include "common/log.h"
#include "demo_clinic.h"
#include "domain/facility_qr.h"
#include "journeys/clinic.h"
#include "journeys/identity_desk.h"
#include "storage/abha_repository.h"
#include "storage/delivery_repository.h"
#include "storage/journey_repository.h"
#include "storage/patient_repository.h"
#include "support/memory_search.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patienceMs = 30'000;

struct Planted
{
    QString name; ///< of the kind, never the thing itself
    Canary canary;
};

/// Whether a file holds it, as bytes or as UTF-16.
bool holds(const QByteArray &content, const Canary &canary)
{
    QByteArray narrow;
    QByteArray wide;
    for (qsizetype i = 0; i < canary.size(); ++i) {
        narrow += canary.at(i);
        wide += canary.at(i);
        wide += '\0';
    }
    const bool found = content.contains(narrow) || content.contains(wide);
    Secret::wipe(narrow);
    Secret::wipe(wide);
    return found;
}

/// Standard error of this process, the window, goes into a file while it lives.
class LogInto
{
public:
    explicit LogInto(const QString &file)
        : m_before(::dup(STDERR_FILENO))
    {
        const int log = ::open(QFile::encodeName(file).constData(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
        ::dup2(log, STDERR_FILENO);
        ::close(log);
        installJsonLog(u"nadi"_s);
    }
    ~LogInto()
    {
        qInstallMessageHandler(nullptr);
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
    }
    Q_DISABLE_COPY_MOVE(LogInto)

private:
    int m_before;
};

}

/// No Aadhaar digit, no OTP, no token and no password stays anywhere after the journeys of M1: the real window with its
/// keyboard, the real nadi-bridge, and nadi-sandbox over HTTPS, which tells what it gave out (abha-m1.md 4.3).
class TestIdentityCanary : public QObject
{
    Q_OBJECT

    QTemporaryDir m_place; ///< home, temporary files, database and logs of all programs
    std::unique_ptr<LogInto> m_log;
    std::unique_ptr<IdentityDesk> m_desk;
    QList<Planted> m_identifiers; ///< Aadhaar numbers and OTPs
    QList<Planted> m_tokens; ///< user, transfer and refresh tokens
    QList<Planted> m_links;
    QList<Planted> m_sessions; ///< gateway sessions and the client secret

    static Planted planted(const QString &name, const QByteArray &text)
    {
        return {name, Canary(QByteArray(text.constData(), text.size()))};
    }

    /// As on the card: "2999 4101 0984" is the same number.
    void rememberAadhaar(const QByteArray &digits)
    {
        m_identifiers += planted(u"Aadhaar number"_s, digits);
        m_identifiers
            += planted(u"Aadhaar number in groups"_s, digits.left(4) + ' ' + digits.mid(4, 4) + ' ' + digits.mid(8));
    }

    QString aadhaarOf(const QString &id)
    {
        const auto people = Control(m_desk->network().sandboxLine()).read(u"people"_s).toArray();
        for (const auto &person : people)
            if (person[u"id"].toString() == id) {
                auto digits = person[u"aadhaar"].toString();
                rememberAadhaar(digits.toLatin1());
                return digits;
            }
        return {};
    }

    /// What the network gave out so far. A part of the signature is enough to know a token by.
    void learnTokens()
    {
        constexpr qsizetype known = 40;
        m_tokens.clear();
        m_links.clear();
        m_sessions.clear();
        const auto issued = Control(m_desk->network().sandboxLine()).read(u"tokens"_s).toArray();
        for (const auto &one : issued) {
            const auto kind = one[u"kind"].toString();
            auto &kept = kind == u"session" ? m_sessions : kind == u"link" ? m_links : m_tokens;
            kept += planted(kind + u" token"_s, one[u"token"].toString().toLatin1().right(known));
        }
        QFile file(m_desk->network().sandboxLine()[u"clientSecretFile"].toString());
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        m_sessions += planted(u"client secret"_s, file.readAll().trimmed());
    }

    /// Names of what stands in the memory of the process, each with the first place.
    static QString remembered(const QList<Planted> &all, qint64 process = ::getpid())
    {
        QStringList found;
        std::vector<const Canary *> canaries;
        for (const auto &one : all)
            canaries.push_back(&one.canary);
        const auto places = MemorySearch::find(canaries, process);
        for (size_t i = 0; i < places.size(); ++i)
            if (places[i].count > 0)
                found += all[qsizetype(i)].name + u" ("_s + QString::fromLatin1(places[i].first) + u')';
        return found.join(u", "_s);
    }

    /// Names of what stands in any file of this run, with the file.
    QString written(const QList<Planted> &all)
    {
        const auto secretFile = m_desk ? m_desk->network().sandboxLine()[u"clientSecretFile"].toString() : QString();
        QStringList found;
        QDirIterator files(m_place.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName() == secretFile || !file.open(QIODevice::ReadOnly))
                continue;
            const auto content = file.readAll();
            for (const auto &one : all)
                if (holds(content, one.canary))
                    found += one.name + u" in "_s + QFileInfo(file).fileName();
        }
        return found.join(u", "_s);
    }

    bool searchesMemory() const { return FreedMemoryWiper::works(); }
    void pressed(int key) { m_desk->pilot().press(key); }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    // The search first: each part of it finds what was put there.
    void findsWhatIsInAFile();
    void findsWhatIsInThisProcess();
    void findsWhatIsInAnotherProcess();

    void begins_with_nothing();
    void creates();
    void creates_with_another_mobile();
    void attaches_what_existed();
    void creates_from_details();
    void verifies_by_number_and_address();
    void chooses_among_accounts();
    void verifies_by_aadhaar_and_finds_by_mobile();
    void takes_a_share();
    void delivers_with_a_link_token();
    void leaves_a_creation_half_way();
    void leaves_what_was_typed();

    void nothing_stays_in_files();
    void nothing_stays_in_the_journey();
    void nothing_stays_in_the_window();
    void nothing_stays_in_the_bridge();
};

void TestIdentityCanary::initTestCase()
{
    for (const char *name : {"TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        qputenv(name, QFile::encodeName(m_place.path()));
    QVERIFY(QDir::tempPath() == m_place.path());
    m_log = std::make_unique<LogInto>(m_place.filePath(u"window.log"_s));
    desktop::prepareApplication(u"en_IN"_s);
    m_desk = std::make_unique<IdentityDesk>();
    m_desk->network().change(u"abha.demographic"_s, u"true"_s);
    m_desk->network().change(u"abha.benefitName"_s, u"COVIN"_s);
    QVERIFY(m_desk->start());
    QVERIFY(m_desk->startBridge());
    QVERIFY(m_desk->control().change(u"abha"_s, {{u"programme"_s, u"COVIN"_s}}));
    m_desk->onCode = [this](const QString &code) {
        QVERIFY(code.size() == 6);
        m_identifiers += planted(u"OTP"_s, code.toLatin1());
    };
}

void TestIdentityCanary::cleanupTestCase()
{
    m_desk.reset();
    m_log.reset();
}

void TestIdentityCanary::findsWhatIsInAFile()
{
    const auto seen = planted(u"planted"_s, "planted-in-a-file-51");
    QVERIFY(written({seen}).isEmpty());
    QVERIFY(QDir(m_place.path()).mkpath(u"deep/.hidden"_s));
    for (const bool wide : {false, true}) {
        QFile file(m_place.filePath(u"deep/.hidden/crash-note"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray text("planted-in-a-file-51");
        if (wide)
            text = QByteArray(reinterpret_cast<const char *>(u"planted-in-a-file-51"), 2 * text.size());
        file.write(QByteArray(70'000, 'x') + text);
        file.close();
        QCOMPARE(written({seen}), u"planted in crash-note"_s);
        QVERIFY(file.remove());
    }
    qCWarning(lcUi) << "planted-in-a-file" << u"-51"_s;
    QCOMPARE(written({planted(u"planted"_s, "planted-in-a-file")}), u"planted in window.log"_s);
}

void TestIdentityCanary::findsWhatIsInThisProcess()
{
    QByteArray text("planted-in-");
    text += QByteArray::number(quint64(QRandomGenerator::global()->generate64()));
    const auto seen = planted(u"planted"_s, text);
    const auto wide = QString::fromLatin1(text);
    QVERIFY(MemorySearch::count(seen.canary) >= 2 && !wide.isEmpty());
}

void TestIdentityCanary::findsWhatIsInAnotherProcess()
{
    QProcess other;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PLANTED"_s, u"planted-in-a-child-77"_s);
    other.setProcessEnvironment(environment);
    other.start(u"cat"_s, {});
    QVERIFY(other.waitForStarted());
    other.write("x");
    QVERIFY(other.waitForReadyRead(patienceMs));
    const auto seen = planted(u"planted"_s, "planted-in-a-child-77");
    QVERIFY(remembered({seen}, other.processId()).startsWith(u"planted ([stack] of "));
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished(patienceMs));
}

/// Or the end would find what nobody typed: the window's sample patients are the sandbox's people.
void TestIdentityCanary::begins_with_nothing()
{
    if (!searchesMemory())
        QSKIP("another heap (sanitizer): freed memory was NOT searched");
    QList<Planted> all;
    {
        const auto people = Control(m_desk->network().sandboxLine()).read(u"people"_s).toArray();
        for (const auto &person : people)
            if (const auto digits = person[u"aadhaar"].toString().toLatin1(); !digits.isEmpty())
                all += planted(u"Aadhaar number"_s, digits);
    }
    QVERIFY(all.size() > 10);
    QCOMPARE(remembered(all), QString());
}

void TestIdentityCanary::creates()
{
    QVERIFY(m_desk->createUpToAddress(u"savitri"_s, aadhaarOf(u"savitri"_s), u"9000010101"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    // The conversation keeps its token until an address is chosen: what must be gone at the end can be found.
    learnTokens();
    if (searchesMemory())
        QVERIFY(remembered(m_tokens).contains(u"user token"));
    pressed(Qt::Key_Return);
    pressed(Qt::Key_F9);
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(m_desk->attach());
    m_desk->abha().file()->saveCard(QUrl::fromLocalFile(m_place.filePath(u"card.png"_s)));
    QTRY_VERIFY(QFile::exists(m_place.filePath(u"card.png"_s)));
    pressed(Qt::Key_F9);
    QTRY_COMPARE(m_desk->app().page(), u"booking"_s);
}

void TestIdentityCanary::creates_with_another_mobile()
{
    QVERIFY(m_desk->createUpToAddress(u"imran"_s, aadhaarOf(u"imran"_s), u"9000077701"_s));
    QVERIFY(m_desk->reach(u"mobile-otp"_s));
    m_desk->enter(m_desk->code(u"mobile=9000077701"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    pressed(Qt::Key_F9);
    QVERIFY(m_desk->attach());
}

void TestIdentityCanary::attaches_what_existed()
{
    QVERIFY(m_desk->openFile(u"Asha Kulkarni"_s));
    m_desk->app().openAbha(true);
    QVERIFY(m_desk->agree());
    m_desk->enter(aadhaarOf(u"asha"_s));
    QVERIFY(m_desk->giveCode(u"person=asha"_s));
    QVERIFY(m_desk->attach());
}

/// A government programme's way: the number is typed once more after a refusal.
void TestIdentityCanary::creates_from_details()
{
    m_desk->app().goHome();
    m_desk->app().registerWithAbha(false);
    QVERIFY(m_desk->reach(u"identify"_s));
    m_desk->abha().create(u"demographic"_s);
    QVERIFY(m_desk->agree());
    QVariantMap details{{u"name"_s, u"Joseph Diaz"_s}, {u"gender"_s, u"M"_s}, {u"birth"_s, u"1975-05-15"_s},
        {u"state"_s, u"27"_s}, {u"district"_s, u"487"_s}};
    for (const auto &name : {u"Joseph Diaz"_s, u"Joseph Dias"_s}) {
        QVERIFY(m_desk->reach(u"demographic"_s));
        details[u"name"_s] = name;
        m_desk->abha().giveDemographics(details);
        QVERIFY(m_desk->reach(u"identify"_s));
        m_desk->enter(aadhaarOf(u"new5"_s));
    }
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(m_desk->attach());
}

void TestIdentityCanary::verifies_by_number_and_address()
{
    QVERIFY(m_desk->identify(u"number"_s, u"91-7019-4447-5428"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    pressed(Qt::Key_1);
    QVERIFY(m_desk->giveCode(u"mobile=9000010201"_s));
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(m_desk->identify(u"address"_s, u"kavya_1995@sbx"_s));
    QVERIFY(m_desk->reach(u"method"_s));
    pressed(Qt::Key_1);
    QVERIFY(m_desk->giveCode(u"mobile=9000010203"_s));
    QVERIFY(m_desk->reach(u"done"_s));
}

void TestIdentityCanary::chooses_among_accounts()
{
    QVERIFY(m_desk->identify(u"mobile"_s, u"9000010001"_s));
    QVERIFY(m_desk->giveCode(u"mobile=9000010001"_s));
    QVERIFY(m_desk->reach(u"accounts"_s));
    pressed(Qt::Key_2);
    QVERIFY(m_desk->reach(u"done"_s));
}

void TestIdentityCanary::verifies_by_aadhaar_and_finds_by_mobile()
{
    m_desk->app().goHome();
    m_desk->app().registerWithAbha(false);
    QVERIFY(m_desk->reach(u"identify"_s));
    m_desk->pilot().press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m_desk->agree());
    m_desk->enter(aadhaarOf(u"neha"_s));
    QVERIFY(m_desk->giveCode(u"person=neha"_s));
    QVERIFY(m_desk->reach(u"done"_s));
    QVERIFY(m_desk->identify(u"find"_s, u"9000010201"_s));
    QVERIFY(m_desk->reach(u"found"_s));
    pressed(Qt::Key_1);
    QVERIFY(m_desk->reach(u"method"_s));
    pressed(Qt::Key_1);
    QVERIFY(m_desk->giveCode(u"mobile=9000010201"_s));
    QVERIFY(m_desk->reach(u"done"_s));
}

void TestIdentityCanary::takes_a_share()
{
    const auto facility = desktop::DemoClinic::describe().facility.id;
    const auto wall = facilityQrText({facility.value(), u"OPD1"_s}, u"https://phrsbx.abdm.gov.in/share-profile"_s);
    QVERIFY(m_desk->control().change(
        u"scan"_s, {{u"person"_s, u"rehana.khan@sbx"_s}, {u"qr"_s, wall}, {u"intent"_s, QString()}}));
    const auto waiting = [&] {
        auto looked = m_desk->store().run([&](storage::Connection &db) {
            auto work = m_desk->work(db);
            return clinic::shareList(work, facility);
        });
        looked.waitForFinished();
        return looked.result() && looked.result()->waiting == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waiting(), patienceMs);
}

void TestIdentityCanary::delivers_with_a_link_token()
{
    const auto facility = desktop::DemoClinic::describe().facility.id;
    const auto run = [this](auto what) {
        auto done = m_desk->store().run(what);
        done.waitForFinished();
        return done.result();
    };
    const auto asha = run([&](storage::Connection &db) -> Result<clinic::Signed> {
        auto work = m_desk->work(db);
        const auto id = storage::PatientRepository(db).byAbhaNumber(AbhaNumber::parse(u"91402177550165"_s).value());
        return id ? signPrescription(work, facility, DoctorId(u"iravati"_s), *id, {Clinic::page(1)}) : failed(id);
    });
    QVERIFY2(asha.has_value(), asha ? "" : qPrintable(asha.error().code));
    const auto transferred = [&] {
        const auto delivery
            = run([&](storage::Connection &db) { return storage::DeliveryRepository(db).ofRecord(asha->record.id); });
        return delivery && delivery->state == DeliveryState::Transferred;
    };
    QTRY_VERIFY_WITH_TIMEOUT(transferred(), patienceMs);
    learnTokens();
    QVERIFY(!m_links.isEmpty());
}

void TestIdentityCanary::leaves_a_creation_half_way()
{
    QVERIFY(m_desk->createUpToAddress(u"new6"_s, aadhaarOf(u"new6"_s), u"9000010116"_s));
    QVERIFY(m_desk->reach(u"address"_s));
    QTRY_VERIFY(!m_desk->abha().busy());
    m_desk->app().goHome();
    QTRY_COMPARE(m_desk->app().page(), u"home"_s);
    learnTokens();
    const auto kinds = [this](const QString &name) {
        return std::ranges::count_if(m_tokens, [&](const auto &one) { return one.name == name; });
    };
    QVERIFY(kinds(u"user token"_s) > 5 && kinds(u"transfer token"_s) > 0 && kinds(u"refresh token"_s) > 0);
    QVERIFY(!m_sessions.isEmpty());
}

/// No further key comes after the digits: whatever watches the keyboard must let go of them by itself.
void TestIdentityCanary::leaves_what_was_typed()
{
    m_desk->app().registerWithAbha(false);
    QVERIFY(m_desk->reach(u"identify"_s));
    m_desk->pilot().press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(m_desk->agree());
    m_desk->pilot().type(aadhaarOf(u"new7"_s));
    if (searchesMemory())
        QVERIFY(!remembered(m_identifiers).isEmpty());
    m_desk->app().goHome();
    QTRY_COMPARE(m_desk->app().page(), u"home"_s);
}

void TestIdentityCanary::nothing_stays_in_files()
{
    QCOMPARE(written(m_identifiers + m_tokens + m_links + m_sessions), QString());
}

void TestIdentityCanary::nothing_stays_in_the_journey()
{
    const auto user = desktop::DemoClinic::describe().clerk.user;
    auto looked = m_desk->store().run([user](storage::Connection &db) {
        const auto parked = storage::AbhaRepository(db).parked(u"desk"_s, user).value_or(QJsonObject());
        const auto journey = storage::JourneyRepository(db).journey(u"desk"_s, user);
        const auto details = journey && *journey ? (*journey)->details : QJsonObject();
        return Result<QByteArray>(QJsonDocument(parked).toJson() + QJsonDocument(details).toJson());
    });
    looked.waitForFinished();
    const auto opened = looked.result().value();
    QVERIFY(opened.contains("conversation")); // a creation is parked
    for (const auto &one : m_identifiers + m_tokens + m_links + m_sessions)
        QVERIFY2(!holds(opened, one.canary), qPrintable(one.name));
}

void TestIdentityCanary::nothing_stays_in_the_window()
{
    if (!searchesMemory())
        QSKIP("another heap (sanitizer): freed memory was NOT searched");
    // Log-out is on its way, the last connections end, and the left page goes in a later turn of the event loop.
    QTRY_COMPARE_WITH_TIMEOUT(remembered(m_identifiers + m_tokens), QString(), patienceMs);
    QCOMPARE(remembered(m_links), QString());
    // The session and the client secret are in use for the next person (docs/cryptography.md); they go with the
    // service.
    QVERIFY(remembered(m_sessions).contains(u"client secret"));
}

void TestIdentityCanary::nothing_stays_in_the_bridge()
{
    const auto bridge = m_desk->network().bridgeProcess();
    if (!MemorySearch::canRead(bridge))
        QSKIP("the memory of nadi-bridge is closed to this user: it was NOT searched");
    QCOMPARE(remembered(m_identifiers, bridge), QString());
    QCOMPARE(remembered(m_tokens, bridge), QString());
    // The same search finds what the bridge may hold (docs/cryptography.md).
    QVERIFY(remembered(m_sessions, bridge).contains(u"session token"));
}

QTEST_MAIN(TestIdentityCanary)
#include "tst_identity_canary.moc"
