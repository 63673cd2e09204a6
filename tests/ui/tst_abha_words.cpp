#include "abdm/abha/meaning.h"
#include "ui/words/abha_words.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace nadi;
using namespace nadi::ui;
using identity::Problem;
using identity::Way;

namespace
{

AbhaProblem wordsFor(const QString &code, const QString &message = {}, Way way = Way::AbhaNumber,
    Problem::Offer offer = Problem::Offer::TypeAgain, UtcTime until = {})
{
    Problem problem;
    problem.refusal.kind = ErrorKind::Refused;
    problem.refusal.code = code;
    problem.refusal.message = message;
    problem.offer = offer;
    problem.until = until;
    return abhaProblem(problem, way, ClinicTime(QStringLiteral("Asia/Kolkata")));
}

}

/// Every refusal of the ABHA service is one sentence and one action; what nobody listed is told in the service's words.
class TstAbhaWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void every_listed_code_has_a_sentence_data();
    void every_listed_code_has_a_sentence();
    void every_code_of_the_reference_is_listed();
    void the_test_sheets_words_are_kept_data();
    void the_test_sheets_words_are_kept();
    void every_code_of_the_program_has_a_sentence_data();
    void every_code_of_the_program_has_a_sentence();
    void an_unknown_code_is_told_in_the_services_words();
    void a_lock_says_the_time_it_opens();
    void every_offer_but_typing_has_a_button();
};

void TstAbhaWords::every_listed_code_has_a_sentence_data()
{
    QTest::addColumn<QString>("code");
    for (const auto &known : abdm::abha::knownCodes())
        QTest::newRow(qPrintable(known.code)) << known.code;
}

void TstAbhaWords::every_listed_code_has_a_sentence()
{
    QFETCH(QString, code);
    const auto words = wordsFor(code, QStringLiteral("words of the service"));
    QVERIFY(!words.sentence.isEmpty());
    QVERIFY2(!words.sentence.contains(code), "a raw code belongs into the small text");
    QVERIFY(words.small.contains(code));
}

void TstAbhaWords::every_code_of_the_reference_is_listed()
{
    const auto root = qEnvironmentVariable("NADI_SHARED_DIR", QStringLiteral(NADI_SOURCE_DIR "/../shared"));
    QFile file(root + QStringLiteral("/reference/abha-m1.md"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("LOUD: the reference is not here; its table of codes was not compared");
    const auto text = QString::fromUtf8(file.readAll());
    const auto from = text.indexOf(QStringLiteral("### 1.8 Codes"));
    const auto table = text.mid(from, text.indexOf(QStringLiteral("\n---"), from) - from);
    QSet<QString> listed;
    for (const auto &known : abdm::abha::knownCodes())
        listed.insert(known.code);
    static const QRegularExpression code(QStringLiteral("(ABDM-\\d{4}|90090[0-2]|K-\\d{3})"));
    QStringList missing;
    int count = 0;
    for (auto all = code.globalMatch(table); all.hasNext(); ++count)
        if (const auto word = all.next().captured(1); !listed.contains(word))
            missing += word;
    QVERIFY(count >= 30);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char(' '))));
}

void TstAbhaWords::the_test_sheets_words_are_kept_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("way");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("CRT_ABHA_104") << QStringLiteral("AADHAAR-INVALID") << int(Way::Aadhaar)
                                  << QStringLiteral("Aadhaar Number is not valid");
    QTest::newRow("VRFY_ABHA_301") << QStringLiteral("MOBILE-INVALID") << int(Way::Mobile)
                                   << QStringLiteral("Please enter a valid mobile number");
    QTest::newRow("VRFY_ABHA_302") << QStringLiteral("ABDM-1114") << int(Way::Mobile)
                                   << QStringLiteral("No ABHA was found for this mobile number.");
    QTest::newRow("VRFY_ABHA_403") << QStringLiteral("ABDM-1114") << int(Way::Aadhaar)
                                   << QStringLiteral("NO ABHA user registered with this Aadhaar Number");
    QTest::newRow("CRT_ABHA_112") << QStringLiteral("ABDM-1101") << int(Way::Aadhaar)
                                  << QStringLiteral("This ABHA address is taken. Choose another.");
}

void TstAbhaWords::the_test_sheets_words_are_kept()
{
    QFETCH(QString, code);
    QFETCH(int, way);
    QFETCH(QString, sentence);
    QCOMPARE(wordsFor(code, {}, Way(way)).sentence, sentence);
}

void TstAbhaWords::every_code_of_the_program_has_a_sentence_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code :
        {"NO-ANSWER", "NO-CONNECTION", "NO-ACCOUNT", "NO-METHOD", "ABHA-OFF", "FACE-FAILED", "FACE-EXPIRED",
            "CHOICE-EXPIRED", "ABHA-JSON", "ABHA-TXN", "ABHA-TOKEN", "ABHA-PROFILE", "ABHA-OUTLINE", "ABHA-CERT",
            "ABHA-RESULT", "ABHA-ADDRESS", "ABHA-PNG", "ABHA-IMAGE", "OAEP-KEY", "OAEP-LENGTH", "OAEP-SEAL"})
        QTest::addRow("%s", code) << QString::fromLatin1(code);
}

void TstAbhaWords::every_code_of_the_program_has_a_sentence()
{
    QFETCH(QString, code);
    const auto words = wordsFor(code);
    QVERIFY(words.sentence != wordsFor(QStringLiteral("NEW-CODE")).sentence);
    QVERIFY(!words.sentence.contains(code));
    QCOMPARE(words.small, code);
}

void TstAbhaWords::an_unknown_code_is_told_in_the_services_words()
{
    const auto words = wordsFor(QStringLiteral("ABDM-7777"), QStringLiteral("Something new."));
    QCOMPARE(words.sentence, QStringLiteral("The ABHA service says: “Something new.”"));
    QCOMPARE(words.small, QStringLiteral("ABDM-7777"));
    QCOMPARE(wordsFor(QStringLiteral("ABDM-7777")).sentence,
        QStringLiteral("The ABHA service refused this. Nothing was attached."));
}

void TstAbhaWords::a_lock_says_the_time_it_opens()
{
    const auto until = UtcTime::parse(u"2026-11-20T05:00:00Z").value();
    const auto words = wordsFor(QStringLiteral("ABDM-1100"), {}, Way::AbhaNumber, Problem::Offer::WaitUntil, until);
    QCOMPARE(words.sentence, QStringLiteral("Too many tries. It opens again at 10:30."));
    QVERIFY(!words.action.isEmpty());
}

void TstAbhaWords::every_offer_but_typing_has_a_button()
{
    using Offer = Problem::Offer;
    for (const auto offer :
        {Offer::BeginAnew, Offer::OtherMethod, Offer::Create, Offer::Verify, Offer::WaitUntil, Offer::TryLater})
        QVERIFY(!wordsFor(QStringLiteral("ABDM-1017"), {}, Way::AbhaNumber, offer).action.isEmpty());
    QVERIFY(wordsFor(QStringLiteral("ABDM-1017"), {}, Way::AbhaNumber, Offer::TellAdministrator)
            .sentence.contains(QStringLiteral("administrator")));
}

QTEST_GUILESS_MAIN(TstAbhaWords)
#include "tst_abha_words.moc"
