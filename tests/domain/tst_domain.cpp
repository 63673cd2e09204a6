#include "domain/abha.h"
#include "domain/consent.h"
#include "domain/delivery.h"
#include "domain/hi_type.h"
#include "domain/person.h"
#include "domain/record.h"

#include <QDate>
#include <QTest>

using namespace nadi;

class TstDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void abhaNumbersAreReadAndMasked()
    {
        const auto number = AbhaNumber::parse(u" 91-1234 5678-9012 ");
        QVERIFY(number);
        QCOMPARE(number->digits(), QStringLiteral("91123456789012"));
        QCOMPARE(number->grouped(), QStringLiteral("91-1234-5678-9012"));
        QCOMPARE(number->masked(), QStringLiteral("91-••••-••••-9012"));
        for (const auto bad : {u"9112345678901", u"911234567890123", u"91-1234-5678-901x", u"", u"९११२३४५६७८९०१२"})
            QVERIFY(!AbhaNumber::parse(bad));
    }

    void abhaAddressesAreReadInLowerCase()
    {
        const auto address = AbhaAddress::parse(u"Asha.Verma1990@SBX");
        QVERIFY(address);
        QCOMPARE(address->value(), QStringLiteral("asha.verma1990@sbx"));
        QVERIFY(address->masked().startsWith(QStringLiteral("asha.ve")));
        QVERIFY(address->masked().endsWith(QStringLiteral("••@sbx")));
        for (const auto bad : {u"asha", u"@sbx", u"asha@gmail.com", u".asha@sbx", u"asha.@sbx", u"a sha@sbx"})
            QVERIFY(!AbhaAddress::parse(bad));
    }

    void birthDatesKeepWhatIsMissingMissing()
    {
        QCOMPARE(BirthDate::parse(u"1990")->toIso(), QStringLiteral("1990"));
        QCOMPARE(BirthDate::parse(u"1990-04")->toIso(), QStringLiteral("1990-04"));
        QCOMPARE(BirthDate::parse(u"1990-04-02")->toIso(), QStringLiteral("1990-04-02"));
        QVERIFY(BirthDate::parse(u"")->toIso().isEmpty());
        QVERIFY(!BirthDate::parse(u"1990-02-30"));
        QVERIFY(!BirthDate::parse(u"1890"));
        QCOMPARE(BirthDate::parse(u"1990-11-21")->ageOn(QDate(2026, 11, 20)), std::optional(35));
        QCOMPARE(BirthDate::parse(u"1990-11-20")->ageOn(QDate(2026, 11, 20)), std::optional(36));
        QCOMPARE(BirthDate().ageOn(QDate(2026, 11, 20)), std::optional<int>());
    }

    void wordsOfAnEnumComeBackAsTheSameValue()
    {
        for (int i = int(DeliveryState::Ready); i <= int(DeliveryState::GaveUp); ++i)
            QCOMPARE(int(deliveryStateFromWord(toWord(DeliveryState(i)))), i);
        for (int i = int(HiType::Prescription); i <= int(HiType::Invoice); ++i)
            QCOMPARE(hiTypeFromWire(toWire(HiType(i))), std::optional(HiType(i)));
        for (int i = int(ConsentStatus::Requested); i <= int(ConsentStatus::Expired); ++i)
            QCOMPARE(int(consentStatusFromWire(toWire(ConsentStatus(i)))), i);
        for (int i = int(RecordState::Draft); i <= int(RecordState::Discarded); ++i)
            QCOMPARE(int(recordStateFromWord(toWord(RecordState(i)))), i);
    }

    void unknownWordsNeverReadAsSuccess()
    {
        QCOMPARE(deliveryStateFromWord(u"delivered!"), DeliveryState::NeedsAttention);
        QCOMPARE(hiTypeFromWire(u"prescription"), std::optional<HiType>());
        QVERIFY(consentStatusFromWire(u"granted") != ConsentStatus::Granted);
    }
};

QTEST_GUILESS_MAIN(TstDomain)
#include "tst_domain.moc"
