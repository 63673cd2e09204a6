#include "domain/aadhaar.h"
#include "domain/abha.h"
#include "domain/abha_address_rules.h"
#include "domain/abha_profile.h"
#include "domain/check_digit.h"
#include "domain/mobile.h"
#include "domain/person.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <type_traits>

using namespace nadi;
using namespace Qt::StringLiterals;

namespace
{
QJsonObject vectors()
{
    QFile file(QStringLiteral(NADI_VECTORS));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// One row per case of that list.
void addCases(QStringView list)
{
    QTest::addColumn<QJsonObject>("row");
    for (const auto &row : vectors().value(list)[u"cases"].toArray())
        QTest::addRow("'%s'", qUtf8Printable(row[u"value"].toString())) << row.toObject();
}

template <class T>
concept Comparable = requires(const T &a, const T &b) { a == b; };
}

class TestIdentifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void abhaNumbers_data() { addCases(u"abhaNumber"); }
    void abhaNumbers()
    {
        QFETCH(QJsonObject, row);
        const auto number = AbhaNumber::parse(row[u"value"].toString());
        QCOMPARE(number.has_value(), row[u"fourteenDigits"].toBool());
        // A wrong check digit is never a reason to refuse the number.
        if (number)
            QCOMPARE(!number->looksMistyped(), row[u"luhn"].toBool());
    }

    void hprNumbersHaveTheSameCheckDigit_data() { addCases(u"hprNumber"); }
    void hprNumbersHaveTheSameCheckDigit()
    {
        QFETCH(QJsonObject, row);
        auto digits = row[u"value"].toString().toLatin1();
        QCOMPARE(passesLuhn(digits.replace("-", "")), row[u"luhn"].toBool());
    }

    void aadhaarNumbers_data() { addCases(u"aadhaar"); }
    void aadhaarNumbers()
    {
        QFETCH(QJsonObject, row);
        const auto typed = row[u"value"].toString().toLatin1();
        QCOMPARE(passesVerhoeff(typed), row[u"verhoeff"].toBool());
        const auto number = AadhaarNumber::parse(Secret(typed));
        QCOMPARE(number.has_value(), row[u"valid"].toBool());
        if (number)
            QCOMPARE(number->digits().reveal(), typed);
        else
            QCOMPARE(number.error(), (Error{ErrorKind::Invalid, u"AADHAAR-INVALID"_s, {}}));
    }

    void anAadhaarNumberIsReadAsItIsPrinted()
    {
        QCOMPARE(AadhaarNumber::parse(Secret(" 9999 4105-7058 ")).value().digits().reveal(), "999941057058");
        for (const auto *bad : {"", "99994105705", "9999410570581", "99994105705x", "९९९९41057058"})
            QVERIFY(!AadhaarNumber::parse(Secret(QByteArray(bad))));
        static_assert(!Comparable<AadhaarNumber>, "a number that can be compared can be looked for");
    }

    void everyWrongDigitAndEverySwapOfNeighboursIsSeen()
    {
        const QByteArray good = "999941057058";
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (char digit = '0'; digit <= '9'; ++digit) {
                auto wrong = good;
                wrong[i] = digit;
                QCOMPARE(passesVerhoeff(wrong), wrong == good);
            }
            if (i > 0 && good[i] != good[i - 1]) {
                auto swapped = good;
                std::swap(swapped[i], swapped[i - 1]);
                QVERIFY(!passesVerhoeff(swapped));
            }
        }
        QVERIFY(!passesLuhn("") && !passesLuhn("12a4") && !passesVerhoeff(""));
    }

    void freeChoiceOfAnAddress_data() { addCases(u"abhaAddressLocalPart"); }
    void freeChoiceOfAnAddress()
    {
        QFETCH(QJsonObject, row);
        QCOMPARE(checkFreeChoice(row[u"value"].toString()).all(), row[u"valid"].toBool());
    }

    void eachRuleOfAnAddressFailsAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("broken");
        QTest::newRow("nothing typed") << QString() << u"length characters edges"_s;
        QTest::newRow("short") << u"ashav"_s << u"length"_s;
        QTest::newRow("long") << u"ashaverma1234567890"_s << u"length"_s;
        QTest::newRow("dash") << u"asha-verma"_s << u"characters"_s;
        QTest::newRow("dot first") << u".ashaverma"_s << u"edges"_s;
        QTest::newRow("underscore last") << u"ashaverma_"_s << u"edges"_s;
        QTest::newRow("two dots") << u"asha.v.erma"_s << u"dot"_s;
        QTest::newRow("two underscores") << u"asha__verma"_s << u"underscore"_s;
        QTest::newRow("all well") << u"Asha.verma_90"_s << QString();
    }
    void eachRuleOfAnAddressFailsAlone()
    {
        QFETCH(QString, typed);
        const auto rules = checkFreeChoice(typed);
        QStringList broken;
        for (const auto &[held, name] : {std::pair(rules.length, u"length"_s), {rules.characters, u"characters"_s},
                 {rules.edges, u"edges"_s}, {rules.oneDot, u"dot"_s}, {rules.oneUnderscore, u"underscore"_s}})
            if (!held)
                broken.append(name);
        QTEST(broken.join(u' '), "broken");
    }

    void addressesThatExistAreReadWithoutTheRules()
    {
        for (const auto *text : {u"91400251773000@sbx", u"26_asha.verma@abdm", u"ash@sbx", u"ASHA.ver.ma@SBX"})
            QVERIFY(AbhaAddress::parse(QStringView(text)));
    }

    void mobiles_data() { addCases(u"mobile"); }
    void mobiles()
    {
        QFETCH(QJsonObject, row);
        QCOMPARE(isMobile(row[u"value"].toString()), row[u"valid"].toBool());
    }

    void aMobileIsTakenAsPeopleTypeIt()
    {
        for (const auto *typed : {u"9876543210", u"+91 98765 43210", u"09876543210", u" 98765-43210 ", u"919876543210"})
            QCOMPARE(mobileFromTyped(QStringView(typed)), u"9876543210"_s);
        for (const auto *typed : {u"", u"5876543210", u"987654321", u"98765432101", u"9876543210x"})
            QVERIFY(mobileFromTyped(QStringView(typed)).isEmpty());
    }

    void birthDates_data() { addCases(u"dob"); }
    void birthDates()
    {
        QFETCH(QJsonObject, row);
        const auto read = BirthDate::readLoosely(row[u"value"].toString());
        QCOMPARE(read ? read->toIso() : QString(), row[u"iso"].toString());
    }

    void proofsHaveWords()
    {
        for (const auto proof : {AbhaProof::AadhaarOtp, AbhaProof::MobileOtp, AbhaProof::Fingerprint, AbhaProof::Face,
                 AbhaProof::Iris, AbhaProof::Created, AbhaProof::Share, AbhaProof::None}) {
            QVERIFY(!toWord(proof).isEmpty());
            QCOMPARE(abhaProofFromWord(toWord(proof)), proof);
        }
        QCOMPARE(abhaProofFromWord(u"guess"), AbhaProof::None);
    }
};

QTEST_GUILESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
