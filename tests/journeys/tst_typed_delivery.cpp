#include "journeys/typed_steps.h"

#include <QTest>

using namespace nadi;
using namespace nadi::test;
using namespace Qt::StringLiterals;

/// Typed records on real parts: the window by keyboard, nadi-bridge, nadi-sandbox and the phone's page. What the
/// patient reads is made from the Bundle that arrived, by nobody who knows what was typed.
class TstTypedDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { desktop::prepareApplication(u"en_IN"_s); }
    void init()
    {
        m_desk = std::make_unique<IdentityDesk>(qEnvironmentVariable("NADI_SCREENS"));
        QVERIFY(m_desk->start() && m_desk->startBridge());
        m_steps = std::make_unique<TypedSteps>(*m_desk);
        QVERIFY(m_steps->setApp(TypedSteps::App::Waits));
    }
    void cleanup()
    {
        m_steps.reset();
        m_desk.reset();
    }

    void aPrescriptionIsReadOnThePhoneAndItsCorrectionTakesItsPlace();
    void aReportIsReadWithItsRanges();

private:
    Phone &phone() { return m_steps->phone(); }
    QString recordAt(int item) { return phone().items()[item][u"record"].toString(); }

    std::unique_ptr<IdentityDesk> m_desk;
    std::unique_ptr<TypedSteps> m_steps;
};

void TstTypedDelivery::aPrescriptionIsReadOnThePhoneAndItsCorrectionTakesItsPlace()
{
    QVERIFY(m_steps->write(u"prescription"_s, typedPrescription(), u"delivery"_s));
    QVERIFY(m_steps->send(u"delivery"_s));
    // Linked, and nothing has left: nobody was asked yet.
    QCOMPARE(phone().items()[0][u"state"].toString(), u"listed"_s);
    QVERIFY(m_steps->askAndAllow({u"Prescription"_s}));
    QVERIFY(m_steps->arrives(1));

    const auto first = recordAt(0);
    const auto told = phone().reading(first);
    QCOMPARE(told[u"patient"].toString(), u"Asha Kulkarni"_s);
    QCOMPARE(told[u"title"].toString(), u"Prescription record"_s);
    QVERIFY(!told[u"replaces"].toBool());
    const auto lines = phone().lines(first);
    const auto says = [](const QStringList &all, const QString &text) { return !all.filter(text).isEmpty(); };
    QVERIFY2(says(lines, u"YOGARAJA GUGGULU 500 mg tablet: 2 tablets, 1-0-0-1, with warm water, for 15 days"_s),
        qPrintable(lines.join(u'\n')));
    QVERIFY(says(lines, u"Sandhigata vata, osteoarthritis of the knee"_s));
    // As data: the page shows it as text, whatever it looks like.
    QVERIFY2(says(lines, u"Call if <pain> & swelling grow"_s), qPrintable(lines.join(u'\n')));

    // A corrected version is told of although the first one was told of already.
    QVERIFY(m_steps->announced(1));
    QVERIFY(m_steps->setApp(TypedSteps::App::FetchesItself));
    QVERIFY(m_steps->correct(u"Fewer days"_s, {u"Days, line 1"_s, u"10"_s}, u"delivery-correct"_s));
    QVERIFY(m_steps->send(u"delivery-correct"_s));
    QVERIFY(m_steps->arrives(2));
    const auto items = phone().items();
    QCOMPARE(items[0][u"state"].toString(), u"open"_s);
    QVERIFY(items[0][u"replaces"].toBool());
    QCOMPARE(items[1][u"state"].toString(), u"replaced"_s);
    const auto now = phone().reading(recordAt(0));
    QVERIFY(now[u"replaces"].toBool() && !now[u"replacedDate"].toString().isEmpty());
    QVERIFY(says(phone().lines(recordAt(0)), u"for 10 days"_s));
    QVERIFY(says(phone().lines(recordAt(1)), u"for 15 days"_s)); // the old version stays readable
}

void TstTypedDelivery::aReportIsReadWithItsRanges()
{
    QVERIFY(m_steps->write(u"lab"_s, typedLabReport(), u"delivery-lab"_s));
    QVERIFY(m_steps->send(u"delivery-lab"_s));
    QVERIFY(m_steps->askAndAllow({u"DiagnosticReport"_s}));
    QVERIFY(m_steps->arrives(1));
    const auto lines = phone().lines(recordAt(0));
    QVERIFY2(lines.contains(u"Haemoglobin: 9.8 g/dL (Low), usual 12 g/dL – 15 g/dL"_s), qPrintable(lines.join(u'\n')));
    QVERIFY(lines.contains(u"Complete blood count"_s) && lines.contains(u"Mild anaemia"_s));
}

QTEST_MAIN(TstTypedDelivery)
#include "tst_typed_delivery.moc"
