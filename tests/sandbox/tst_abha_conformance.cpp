#include "abha_recorded.h"

using namespace nadi;
using namespace nadi::test;
using namespace std::chrono_literals;

namespace
{
/// Recorded under government programmes, with devices, or of the gateway, which other tests ask.
bool isOutside(const Recorded &example)
{
    return !example.path.startsWith(u"/v3/"_s) || example.status == 0 || example.folder.startsWith(u"BENEFIT"_s)
        || example.folder.contains(u"Biometric"_s) || example.folder.contains(u"Scan and Share"_s);
}

/// Known slips of the collection and contradictions within it; abha-m1.md says which side to trust.
QString slip(const Recorded &example)
{
    if (example.path.endsWith(u"auth/byAbdm"_s) && example.status == 422)
        return u"copied from byAadhaar: an ABDM code has no UIDAI error"_s;
    if (example.is(u"access token") && example.status == 500 && !example.path.endsWith(u"enrol/byAadhaar"_s)
        && !example.path.endsWith(u"byDocument"_s) && !example.path.endsWith(u"login/search"_s))
        return u"elsewhere the same operation answers 401 (section 8, rule 2)"_s;
    if (example.path.endsWith(u"enrollment/enrol/byAadhaar"_s) && example.is(u"access token") && example.status == 401)
        return u"500 is recorded for the same case"_s;
    if (example.is(u"authmethod") && example.path.startsWith(u"/v3/profile/account"_s))
        return example.answer[u"authMethods"].toString() == u"Invalid Auth Method"_s
            ? u"singular and plural are recorded for the same case"_s
            : QString();
    if (example.is(u"otp expired") && example.answer[u"message"].toString() == u"OTP expired, Please try again."_s)
        return u"other punctuation than everywhere else"_s;
    if (example.is(u"password already exist"))
        return u"not described: what already exists"_s;
    if (example.path.contains(u"/phr/web/"_s) && example.is(u"auth method"))
        return QString();
    return {};
}
}

/// Every recorded example of NHA's collection, asked of the sandbox over HTTPS and compared with what was recorded.
class TestAbhaConformance : public QObject
{
    Q_OBJECT

    AbhaBench bench;
    const QList<Recorded> examples = recordedExamples();

private Q_SLOTS:
    void initTestCase()
    {
        if (examples.isEmpty())
            QSKIP("LOUD: the shared folder is absent, the ABHA service was NOT compared with recorded answers");
    }

    void theSandboxAnswersAsRecorded_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < examples.size(); ++i)
            if (!isOutside(examples[i]) && slip(examples[i]).isEmpty())
                QTest::addRow("%d %s / %s", i, qPrintable(examples[i].folder), qPrintable(examples[i].name)) << i;
    }
    void theSandboxAnswersAsRecorded()
    {
        QFETCH(int, index);
        const auto &example = examples[index];
        bench.network().forget();
        bench.clock.advance(31min);
        auto &asha = bench.person(u"asha"_s);
        asha.active = true;
        asha.deleted = false;
        asha.mobile = u"9000010001"_s;
        auto request = honestRequest(bench, example);
        QVERIFY2(spoil(bench, example, request), "no rule makes this case");
        const auto reply = bench.call(request.method, request.path, request.body, request.headers);
        const auto different = difference(example, reply);
        QVERIFY2(different.isEmpty(), qPrintable(different));
    }

    void littleIsLeftOut()
    {
        const auto inside
            = std::count_if(examples.begin(), examples.end(), [](const auto &e) { return !isOutside(e); });
        const auto slips = std::count_if(
            examples.begin(), examples.end(), [](const auto &e) { return !isOutside(e) && !slip(e).isEmpty(); });
        QVERIFY2(inside > 300, qPrintable(QString::number(inside)));
        QVERIFY2(slips < 20, qPrintable(QString::number(slips)));
    }
};

QTEST_MAIN(TestAbhaConformance)
#include "tst_abha_conformance.moc"
