#include "support/manual_clock.h"
#include "ui/desk/new_patient_controller.h"
#include "ui/words/birth_entry.h"
#include "ui/words/delivery_words.h"
#include "ui/words/error_words.h"
#include "ui/words/gate_words.h"
#include "ui/words/person_words.h"
#include "ui/words/timeline_words.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace nadi;
using namespace nadi::ui;

namespace
{

const UtcTime now = test::ManualClock().now();

Delivery deliveryAt(DeliveryState state, bool accepted, bool linked, bool opened)
{
    Delivery delivery;
    delivery.state = state;
    delivery.confirmedAt = delivery.updatedAt = now;
    if (accepted)
        delivery.acceptedAt = now;
    if (linked)
        delivery.linkedAt = now;
    if (opened)
        delivery.openedAt = now;
    return delivery;
}

}

/// The words are the product's promises: they may never say more than the stored facts.
class TstWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void channel_fills_only_where_a_fact_is_data();
    void channel_fills_only_where_a_fact_is();
    void file_problem_has_one_sentence_and_one_remedy_data();
    void file_problem_has_one_sentence_and_one_remedy();
    void people_problem_has_its_own_sentence_data();
    void people_problem_has_its_own_sentence();
    void identity_reasons_lead_to_the_comparison_data();
    void identity_reasons_lead_to_the_comparison();
    void unknown_code_is_never_success();
    void every_word_of_the_flows_has_a_sentence();
    void gates_follow_the_facts();
    void time_is_clinic_time();
    void birth_is_read_and_never_guessed_data();
    void birth_is_read_and_never_guessed();
    void numbers_are_masked();
};

void TstWords::channel_fills_only_where_a_fact_is_data()
{
    QTest::addColumn<DeliveryState>("state");
    QTest::addColumn<int>("facts");
    QTest::addColumn<QList<int>>("standings");
    const int done = int(Standing::Done);
    const int wait = int(Standing::Waiting);
    const int none = int(Standing::NotStarted);
    const int help = int(Standing::NeedsPerson);
    const int open = int(Standing::Opened);
    const int note = int(Standing::Notice);
    QTest::newRow("queued") << DeliveryState::Queued << 0 << QList{done, wait, none, none};
    QTest::newRow("no internet") << DeliveryState::WaitingNetwork << 0 << QList{done, wait, none, none};
    QTest::newRow("accepted is not linked") << DeliveryState::LinkSubmitted << 1 << QList{done, done, wait, none};
    QTest::newRow("linked is not opened") << DeliveryState::Linked << 2 << QList{done, done, done, none};
    QTest::newRow("opened") << DeliveryState::Transferred << 3 << QList{done, done, done, open};
    QTest::newRow("state alone proves nothing") << DeliveryState::Transferred << 0 << QList{done, wait, none, none};
    QTest::newRow("needs a person before sending")
        << DeliveryState::NeedsAttention << 0 << QList{done, help, none, none};
    QTest::newRow("needs a person after acceptance")
        << DeliveryState::NeedsAttention << 1 << QList{done, done, help, none};
    QTest::newRow("withdrawn") << DeliveryState::Withdrawn << 0 << QList{done, note, none, none};
}

void TstWords::channel_fills_only_where_a_fact_is()
{
    QFETCH(DeliveryState, state);
    QFETCH(int, facts);
    QFETCH(QList<int>, standings);
    QList<int> shown;
    for (const auto &stage : stagesOf(deliveryAt(state, facts > 0, facts > 1, facts > 2), ClinicTime(), now))
        shown += int(stage.standing);
    QCOMPARE(shown, standings);
}

void TstWords::file_problem_has_one_sentence_and_one_remedy_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"DOC-TYPE", "DOC-EMPTY", "DOC-TRUNCATED", "DOC-CORRUPT", "DOC-ENCRYPTED", "DOC-PASSWORD",
             "DOC-SIZE", "DOC-PAGES", "DOC-PIXELS", "DOC-TIME", "DOC-MEMORY", "DOC-CRASH", "DOC-WORKER",
             "DOC-DUPLICATE", "DOC-OTHER-PATIENT", "DOC-READ", "DISK-FULL"})
        QTest::addRow("%s", code) << QString::fromLatin1(code);
}

void TstWords::file_problem_has_one_sentence_and_one_remedy()
{
    QFETCH(QString, code);
    const auto problem = problemOf({ErrorKind::Invalid, code, {}});
    QVERIFY(!problem.sentence.isEmpty());
    QVERIFY(!problem.action.isEmpty());
    QVERIFY(problem.remedy != Remedy::None);
    QCOMPARE(problem.code, code);
    // Its own sentence, not the one every unknown code gets.
    QVERIFY(problem.sentence != problemOf({ErrorKind::Invalid, QStringLiteral("NEW-CODE"), {}}).sentence);
}

void TstWords::people_problem_has_its_own_sentence_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"SHARE-REASON", "SHARE-ABHA", "SHARE-UNKNOWN", "SHARE-QUEUE", "POSTER-QR", "POSTER-WRITE",
             "COUNTER-ID", "IDENTIFIER-VALUE", "IDENTIFIER-TAKEN", "IDENTIFIER-UNKNOWN", "MERGE-TWO-ABHA", "MERGE-SAME",
             "MERGE-DONE", "MERGE-UNDONE", "MERGE-LATE", "MERGE-ON-TOP", "MERGE-UNKNOWN", "ABHA-TAKEN",
             "ABHA-ELSEWHERE", "ABHA-EMPTY", "ABHA-NONE", "REGISTRY-OFF", "REGISTRY-AWAY", "HFR-QUERY", "HFR-ANSWER",
             "HPR-QUERY", "HPR-ID", "HPR-ANSWER"})
        QTest::addRow("%s", code) << QString::fromLatin1(code);
}

void TstWords::people_problem_has_its_own_sentence()
{
    QFETCH(QString, code);
    for (const auto kind : {ErrorKind::Invalid, ErrorKind::NotFound, ErrorKind::Unavailable, ErrorKind::Internal}) {
        const auto problem = problemOf({kind, code, {}});
        QVERIFY(!problem.sentence.contains(code));
        QVERIFY(problem.sentence != problemOf({kind, QStringLiteral("NEW-CODE"), {}}).sentence);
    }
}

void TstWords::identity_reasons_lead_to_the_comparison_data()
{
    QTest::addColumn<DeliveryState>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("compares");
    const auto row = [](const char *reason, DeliveryState state, bool compares) {
        QTest::addRow("%s %s", reason, qPrintable(toWord(state))) << state << QString::fromLatin1(reason) << compares;
    };
    row("IDENTITY", DeliveryState::NeedsAttention, true);
    row("PERSON-INCOMPLETE", DeliveryState::NeedsAttention, true);
    row("ABHA-UNVERIFIED", DeliveryState::Ready, true);
    row("NO-ANSWER", DeliveryState::NeedsAttention, false);
    row("NO-ABHA", DeliveryState::Ready, false);
    row("IDENTITY", DeliveryState::Withdrawn, false);
}

void TstWords::identity_reasons_lead_to_the_comparison()
{
    QFETCH(DeliveryState, state);
    QFETCH(QString, reason);
    auto delivery = deliveryAt(state, false, false, false);
    delivery.reason = reason;
    QTEST(needsComparison(delivery), "compares");
    QVERIFY(!needsComparison(delivery) || !deliveryProblem(reason).action.isEmpty());
}

void TstWords::unknown_code_is_never_success()
{
    for (const auto kind : {ErrorKind::Invalid, ErrorKind::NotFound, ErrorKind::Unavailable, ErrorKind::Timeout,
             ErrorKind::Storage, ErrorKind::Crypto, ErrorKind::Internal}) {
        const auto problem = problemOf({kind, QStringLiteral("NEW-CODE"), {}});
        QVERIFY(!problem.sentence.isEmpty());
        QVERIFY(!problem.action.isEmpty());
    }
    const auto refused = deliveryProblem(QStringLiteral("ABDM-7777"));
    QCOMPARE(refused.remedy, Remedy::Retry);
    QCOMPARE(refused.code, QStringLiteral("ABDM-7777"));
}

void TstWords::every_word_of_the_flows_has_a_sentence()
{
    static const QRegularExpression told(
        QStringLiteral("u?\"((?:delivery|discovery|facility|share|running-token|token)\\.[a-z-]+)\""));
    QStringList speechless;
    int found = 0;
    QDirIterator files(QStringLiteral(NADI_SOURCE_DIR "/core/flows"), {QStringLiteral("*.cpp")}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = told.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const auto word = matches.next().captured(1);
            ++found;
            if (timelineWords(word) == word)
                speechless += word;
        }
    }
    QVERIFY(found > 20);
    QVERIFY2(speechless.isEmpty(), qPrintable(speechless.join(QStringLiteral(", "))));
}

void TstWords::gates_follow_the_facts()
{
    clinic::LinkCheck check;
    check.facility = clinic::Gate::Red;
    check.facilityCode = QStringLiteral("NO-REGISTRY-ID");
    check.identity = clinic::Gate::Green;
    check.identityCode = QStringLiteral("VERIFIED");
    check.tokenCode = QStringLiteral("WAITING");
    const auto gates = gateWords({check, QStringLiteral("Clinic A"), QStringLiteral("a••@sbx"), ClinicTime(), now});
    QCOMPARE(gates.size(), 3);
    QCOMPARE(gates[0].standing, Standing::NeedsPerson);
    QVERIFY(gates[0].title.contains(QStringLiteral("Clinic A")));
    QCOMPARE(gates[1].standing, Standing::Done);
    QCOMPARE(gates[2].standing, Standing::NotStarted);
    QCOMPARE(linkHeadline(check).standing, Standing::NeedsPerson);
    check.facility = check.token = clinic::Gate::Green;
    QCOMPARE(linkHeadline(check).standing, Standing::Done);
}

void TstWords::time_is_clinic_time()
{
    const ClinicTime time(QStringLiteral("Asia/Kolkata"));
    const auto noon = UtcTime::parse(u"2026-11-20T06:30:00Z").value();
    QCOMPARE(time.time(noon), QStringLiteral("12:00"));
    // 19:00 UTC is already the next day in India.
    QCOMPARE(time.dateOf(UtcTime::parse(u"2026-11-20T19:00:00Z").value()), QDate(2026, 11, 21));
    QCOMPARE(time.elapsed(std::chrono::seconds(292)), QStringLiteral("4:52"));
    QCOMPARE(time.elapsed(std::chrono::seconds(-5)), QStringLiteral("0:00"));
    QCOMPARE(time.time(UtcTime()), QString());
}

void TstWords::birth_is_read_and_never_guessed_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("iso");
    QTest::newRow("nothing stays nothing") << QString() << QString();
    QTest::newRow("age") << QStringLiteral("46") << QStringLiteral("1980");
    QTest::newRow("year") << QStringLiteral("1980") << QStringLiteral("1980");
    QTest::newRow("day first") << QStringLiteral("12-10-1980") << QStringLiteral("1980-10-12");
    QTest::newRow("slashes") << QStringLiteral("2/4/1990") << QStringLiteral("1990-04-02");
    QTest::newRow("iso") << QStringLiteral("1980-10-12") << QStringLiteral("1980-10-12");
    QTest::newRow("impossible") << QStringLiteral("31-02-1980") << QStringLiteral("PERSON-BIRTH");
    QTest::newRow("words") << QStringLiteral("old") << QStringLiteral("PERSON-BIRTH");
}

void TstWords::birth_is_read_and_never_guessed()
{
    QFETCH(QString, entry);
    QFETCH(QString, iso);
    const auto birth = readBirth(entry, QDate(2026, 11, 20));
    QCOMPARE(birth ? birth->toIso() : birth.error().code, iso);
}

void TstWords::numbers_are_masked()
{
    Patient patient;
    patient.name = QStringLiteral("Asha Kulkarni");
    patient.gender = Gender::Female;
    patient.birth.year = 1980;
    patient.mobile = QStringLiteral("9000013307");
    patient.localNumber = QStringLiteral("KR-20418");
    const auto identity = identityOf(patient, QDate(2026, 11, 20));
    QCOMPARE(identity.facts, QStringLiteral("Female, 46 y  ·  No. KR-20418  ·  mobile ••••• 3307"));
    QCOMPARE(identity.initials, QStringLiteral("AK"));
    QVERIFY(!identity.verified);
}

QTEST_GUILESS_MAIN(TstWords)
#include "tst_words.moc"
