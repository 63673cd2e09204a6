#include "flows/discovery_match.h"

#include <QTest>

using namespace nadi;
using namespace Qt::StringLiterals;
using abdm::NetworkIdentifier;
using flows::DiscoveryCandidate;
using flows::DiscoveryOutcome;
using Type = NetworkIdentifier::Type;

namespace
{

const QString number = u"91123456789012"_s;
const QString otherNumber = u"91123456789999"_s;

/// What the person's app says: Asha Verma, born 1990, with everything vouched for.
struct Asked
{
    abdm::DiscoverRequest request;

    Asked()
    {
        request.transaction = TransactionId(u"t-1"_s);
        request.abhaAddress = u"asha.verma1990@sbx"_s;
        request.name = u"Asha Verma"_s;
        request.gender = Gender::Female;
        request.yearOfBirth = 1990;
        request.verified = {{Type::Mobile, u"9000000001"_s}};
    }
    Asked &vouched(QList<NetworkIdentifier> identifiers)
    {
        request.verified = std::move(identifiers);
        return *this;
    }
    Asked &typed(const QString &recordNumber)
    {
        request.unverified = {{Type::RecordNumber, recordNumber}};
        return *this;
    }
    Asked &named(const QString &name)
    {
        request.name = name;
        return *this;
    }
    Asked &of(Gender gender)
    {
        request.gender = gender;
        return *this;
    }
    Asked &born(std::optional<int> year)
    {
        request.yearOfBirth = year;
        return *this;
    }
};

/// One file of the facility: Asha Verma as the desk wrote her down.
struct File
{
    DiscoveryCandidate candidate;

    explicit File(const QString &id = u"p1"_s)
    {
        auto &patient = candidate.patient;
        patient.id = PatientId(id);
        patient.name = u"Asha Verma"_s;
        patient.gender = Gender::Female;
        patient.birth.year = 1990;
        patient.localNumber = u"KR-0000"_s + id.right(1);
    }
    File &mobile()
    {
        candidate.sameMobile = true;
        return *this;
    }
    File &address(bool proved = true)
    {
        candidate.sameAddress = true;
        candidate.abhaProved = proved;
        return *this;
    }
    File &abhaNumber(bool proved = true)
    {
        candidate.sameNumber = true;
        candidate.abhaProved = proved;
        return *this;
    }
    File &recordNumber()
    {
        candidate.sameRecordNumber = true;
        return *this;
    }
    File &named(const QString &name)
    {
        candidate.patient.name = name;
        return *this;
    }
    File &of(Gender gender)
    {
        candidate.patient.gender = gender;
        return *this;
    }
    File &born(std::optional<int> year)
    {
        candidate.patient.birth.year = year;
        return *this;
    }
    File &holding(const QString &digits, bool proved = true)
    {
        candidate.patient.abhaNumber = *AbhaNumber::parse(digits);
        candidate.patient.abhaVerifiedAt = proved ? UtcTime::fromMs(1) : UtcTime();
        return *this;
    }
};

using Row = std::tuple<const char *, Asked, QList<File>, DiscoveryOutcome, QString>;
constexpr auto found = DiscoveryOutcome::Found;
constexpr auto nobody = DiscoveryOutcome::Nobody;
constexpr auto several = DiscoveryOutcome::Several;
constexpr auto unvouched = DiscoveryOutcome::Unvouched;

QList<Row> abhaRows()
{
    const QList<NetworkIdentifier> all{
        {Type::Mobile, u"9000000001"_s}, {Type::AbhaNumber, number}, {Type::AbhaAddress, u"asha.verma1990@sbx"_s}};
    const auto a = [&] { return Asked().vouched(all); };
    return {
        {"proved address alone", a(), {File().address().named(u"X"_s).of(Gender::Male).born(1950)}, found, u"p1"_s},
        {"proved number alone", a(), {File().abhaNumber().named(u"X"_s).of(Gender::Male).born(1950)}, found, u"p1"_s},
        {"proved address, file without a name", a(), {File().address().named({})}, found, u"p1"_s},
        {"proved address, file without a year", a(), {File().address().born({})}, found, u"p1"_s},
        {"proved number and mobile", a(), {File().abhaNumber().mobile()}, found, u"p1"_s},
        {"all three", a(), {File().abhaNumber().address().mobile()}, found, u"p1"_s},
        {"proved address beside a mobile match", a(), {File().address(), File(u"p2"_s).mobile()}, found, u"p1"_s},
        {"mobile match beside a proved number", a(), {File().mobile(), File(u"p2"_s).abhaNumber()}, found, u"p2"_s},
        {"proved beside three of the family", a(),
            {File().mobile(), File(u"p2"_s).mobile(), File(u"p3"_s).mobile(), File(u"p4"_s).address()}, found, u"p4"_s},
        {"address here, number there", a(), {File().address(), File(u"p2"_s).abhaNumber()}, several, {}},
        {"address on two files", a(), {File().address(), File(u"p2"_s).address()}, several, {}},
        {"number on two files", a(), {File().abhaNumber(), File(u"p2"_s).abhaNumber()}, several, {}},
        {"typed address that agrees", a(), {File().address(false)}, found, u"p1"_s},
        {"typed number that agrees", a(), {File().abhaNumber(false)}, found, u"p1"_s},
        {"typed address, another name", a(), {File().address(false).named(u"Rahul Patil"_s)}, nobody, {}},
        {"typed address, another gender", a(), {File().address(false).of(Gender::Male)}, nobody, {}},
        {"typed address, another year", a(), {File().address(false).born(1985)}, nobody, {}},
        {"typed number, another name", a(), {File().abhaNumber(false).named(u"Meena Shah"_s)}, nobody, {}},
        {"typed here, proved there", a(), {File().address(false), File(u"p2"_s).address()}, found, u"p2"_s},
        {"typed on two that agree", a(), {File().address(false), File(u"p2"_s).address(false)}, several, {}},
        {"typed on two, one agrees", a(), {File().address(false), File(u"p2"_s).address(false).named(u"Rahul Patil"_s)},
            found, u"p1"_s},
        {"mobile agrees, another proved number", a(), {File().mobile().holding(otherNumber)}, nobody, {}},
        {"mobile agrees, the same number typed", a(), {File().mobile().holding(number, false)}, found, u"p1"_s},
        {"mobile agrees, another number typed", a(), {File().mobile().holding(otherNumber, false)}, found, u"p1"_s},
        {"twins, one under another number", a(), {File().mobile().holding(otherNumber), File(u"p2"_s).mobile()}, found,
            u"p2"_s},
        {"mobile agrees, app without a number", Asked(), {File().mobile().holding(otherNumber)}, found, u"p1"_s},
        {"nobody at all", a(), {}, nobody, {}},
    };
}

QList<Row> genderRows()
{
    QList<Row> rows;
    using enum Gender;
    struct Pair
    {
        const char *name;
        Gender theirs;
        Gender ours;
        bool agree;
    };
    for (const auto &[name, theirs, ours, agree] :
        {Pair{"F and F", Female, Female, true}, Pair{"M and M", Male, Male, true}, Pair{"O and O", Other, Other, true},
            Pair{"U and U", Unknown, Unknown, true}, Pair{"F and M", Female, Male, false},
            Pair{"M and F", Male, Female, false}, Pair{"F and O", Female, Other, false},
            Pair{"O and F", Other, Female, false}, Pair{"O and M", Other, Male, false},
            Pair{"U and F", Unknown, Female, false}, Pair{"U and M", Unknown, Male, false},
            Pair{"U and O", Unknown, Other, false}, Pair{"O, file says nothing", Other, Unknown, true},
            Pair{"F, file says nothing", Female, Unknown, false}, Pair{"M, file says nothing", Male, Unknown, false}})
        rows << Row{
            name, Asked().of(theirs), {File().mobile().of(ours)}, agree ? found : nobody, agree ? u"p1"_s : QString()};
    return rows;
}

QList<Row> yearRows()
{
    QList<Row> rows;
    static QList<QByteArray> names;
    for (int difference = -6; difference <= 6; ++difference) {
        const bool agree = std::abs(difference) <= 2;
        names << "year " + QByteArray::number(1990 + difference);
        rows << Row{names.last().constData(), Asked(), {File().mobile().born(1990 + difference)},
            agree ? found : nobody, agree ? u"p1"_s : QString()};
    }
    rows << Row{"app without a year", Asked().born({}), {File().mobile()}, nobody, {}}
         << Row{"file without a year", Asked(), {File().mobile().born({})}, nobody, {}}
         << Row{"nobody knows a year", Asked().born({}), {File().mobile().born({})}, nobody, {}};
    return rows;
}

QList<Row> nameRows()
{
    QList<Row> rows;
    struct Pair
    {
        const char *name;
        QString theirs;
        QString ours;
        bool agree;
    };
    for (const auto &[name, theirs, ours, agree] :
        {Pair{"the same", u"Asha Verma"_s, u"Asha Verma"_s, true}, Pair{"case", u"ASHA VERMA"_s, u"asha verma"_s, true},
            Pair{"blanks", u"  Asha   Verma "_s, u"Asha Verma"_s, true},
            Pair{"order", u"Verma Asha"_s, u"Asha Verma"_s, true},
            Pair{"honorific", u"Smt. Asha Verma"_s, u"Asha Verma"_s, true},
            Pair{"second name missing", u"Asha"_s, u"Asha Verma"_s, true},
            Pair{"middle name", u"Asha Ramesh Verma"_s, u"Asha Verma"_s, true},
            Pair{"initial", u"A Verma"_s, u"Asha Verma"_s, true},
            Pair{"v and w", u"Asha Warma"_s, u"Asha Verma"_s, true},
            Pair{"long vowel", u"Aasha Verma"_s, u"Asha Verma"_s, true},
            Pair{"double letter", u"Ashaa Vermma"_s, u"Asha Verma"_s, true},
            Pair{"Devanagari", u"आशा वर्मा"_s, u"Asha Verma"_s, true},
            Pair{"Lakshmi and Laxmi", u"Laxmi Rao"_s, u"Lakshmi Rao"_s, true},
            Pair{"Mohd and Mohammed", u"Mohd Iqbal"_s, u"Mohammed Iqbal"_s, true},
            Pair{"Choudhary and Chaudhari", u"Ravi Choudhary"_s, u"Ravi Chaudhari"_s, true},
            Pair{"husband's name", u"Rahul Verma"_s, u"Asha Verma"_s, false},
            Pair{"another family", u"Asha Patil"_s, u"Asha Verma"_s, false},
            Pair{"somebody else", u"Rahul Patil"_s, u"Asha Verma"_s, false},
            Pair{"Ramesh and Rajesh", u"Ramesh Patil"_s, u"Rajesh Patil"_s, false},
            Pair{"Sunita and Anita", u"Sunita Rao"_s, u"Anita Rao"_s, false},
            Pair{"only initials", u"A V"_s, u"Asha Verma"_s, false},
            Pair{"app without a name", {}, u"Asha Verma"_s, false},
            Pair{"file without a name", u"Asha Verma"_s, {}, false}, Pair{"no names", {}, {}, false},
            Pair{"digits", u"12345"_s, u"Asha Verma"_s, false}}) {
        rows << Row{name, Asked().named(theirs), {File().mobile().named(ours)}, agree ? found : nobody,
            agree ? u"p1"_s : QString()};
    }
    return rows;
}

QList<Row> severalRows()
{
    const QList<NetworkIdentifier> mobile{{Type::Mobile, u"9000000001"_s}};
    const QList<NetworkIdentifier> record{{Type::RecordNumber, u"KR-00001"_s}};
    const auto two = [] { return QList<File>{File().mobile(), File(u"p2"_s).mobile()}; };
    return {
        {"two the same", Asked(), two(), several, {}},
        {"three the same", Asked(), {File().mobile(), File(u"p2"_s).mobile(), File(u"p3"_s).mobile()}, several, {}},
        {"mother and daughter", Asked(), {File().mobile(), File(u"p2"_s).mobile().named(u"Meena Verma"_s)}, found,
            u"p1"_s},
        {"husband and wife", Asked(),
            {File().mobile(), File(u"p2"_s).mobile().named(u"Rahul Verma"_s).of(Gender::Male)}, found, u"p1"_s},
        {"grandmother of the same name", Asked(), {File().mobile(), File(u"p2"_s).mobile().born(1940)}, found, u"p1"_s},
        {"two of three agree", Asked(), {File().mobile(), File(u"p2"_s).mobile(), File(u"p3"_s).mobile().born(1940)},
            several, {}},
        {"record number tells them apart", Asked().typed(u"KR-00002"_s), two(), found, u"p2"_s},
        {"record number in other case", Asked().typed(u"kr-00001"_s), two(), found, u"p1"_s},
        {"record number of neither", Asked().typed(u"KR-00009"_s), two(), several, {}},
        {"record number of one that does not agree", Asked().typed(u"KR-00003"_s),
            {File().mobile(), File(u"p2"_s).mobile(), File(u"p3"_s).mobile().born(1940)}, several, {}},
        {"wrong record number, one file", Asked().typed(u"KR-00009"_s), {File().mobile()}, found, u"p1"_s},
        {"record number does not make a year right", Asked().typed(u"KR-00001"_s), {File().mobile().born(1980)}, nobody,
            {}},
        {"record number cannot choose between proved ABHA", Asked().typed(u"KR-00001"_s),
            {File().address(), File(u"p2"_s).address()}, several, {}},
        {"two files without a number", Asked().typed({}), two(), several, {}},
        {"vouched record number that agrees", Asked().vouched(record), {File().recordNumber()}, found, u"p1"_s},
        {"vouched record number, another name", Asked().vouched(record),
            {File().recordNumber().named(u"Rahul Patil"_s)}, nobody, {}},
        {"vouched record number, another year", Asked().vouched(record), {File().recordNumber().born(1980)}, nobody,
            {}},
        {"vouched record number and mobile, one file", Asked().vouched(mobile + record),
            {File().recordNumber().mobile()}, found, u"p1"_s},
        {"vouched record number and mobile, two files", Asked().vouched(mobile + record),
            {File().recordNumber(), File(u"p2"_s).mobile()}, several, {}},
        {"nothing vouched for, mobile fits", Asked().vouched({}), {File().mobile()}, unvouched, {}},
        {"nothing vouched for, address fits", Asked().vouched({}), {File().address()}, unvouched, {}},
        {"nothing vouched for, only a record number", Asked().vouched({}).typed(u"KR-00001"_s), {File().recordNumber()},
            unvouched, {}},
        {"nothing vouched for, nobody", Asked().vouched({}), {}, unvouched, {}},
        {"a file with nothing in common", Asked(), {File()}, nobody, {}},
        {"only an e-mail vouched for", Asked().vouched({{Type::Other, u"a@b.in"_s}}), {}, nobody, {}},
    };
}

QList<Row> rows()
{
    return abhaRows() + genderRows() + yearRows() + nameRows() + severalRows();
}

QList<DiscoveryCandidate> candidatesOf(const QList<File> &files)
{
    QList<DiscoveryCandidate> out;
    for (const auto &file : files)
        out << file.candidate;
    return out;
}

}

class TstDiscoveryMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePublishedRules_data()
    {
        QTest::addColumn<int>("row");
        const auto all = rows();
        for (int i = 0; i < all.size(); ++i)
            QTest::newRow(std::get<0>(all[i])) << i;
        QVERIFY2(all.size() >= 100, qPrintable(QString::number(all.size())));
    }
    void thePublishedRules()
    {
        QFETCH(int, row);
        const auto [name, asked, files, outcome, patient] = rows().at(row);
        const auto match = flows::matchDiscovery(asked.request, candidatesOf(files), {});
        QCOMPARE(flows::toWord(match.outcome), flows::toWord(outcome));
        QCOMPARE(match.patient.value(), patient);
        QCOMPARE(match.several.size() > 1, outcome == several);
        QCOMPARE(match.matchedBy.isEmpty(), outcome != found);
    }

    void theOrderOfTheFilesDecidesNothing()
    {
        for (const auto &[name, asked, files, outcome, patient] : rows()) {
            const auto straight = candidatesOf(files);
            const QList<DiscoveryCandidate> turned(straight.crbegin(), straight.crend());
            const auto match = flows::matchDiscovery(asked.request, turned, {});
            QVERIFY2(match.outcome == outcome && match.patient.value() == patient, name);
        }
    }

    void whatIsNotOnePersonNamesNobody()
    {
        for (const auto &[name, asked, files, outcome, patient] : rows()) {
            const auto match = flows::matchDiscovery(asked.request, candidatesOf(files), {});
            QVERIFY2(match.outcome == found || (match.patient.isEmpty() && match.matchedBy.isEmpty()), name);
        }
    }

    void theYearsToleratedAreASetting_data()
    {
        QTest::addColumn<int>("years");
        for (const int years : {0, 1, 2, 5})
            QTest::newRow(QByteArray::number(years).constData()) << years;
    }
    void theYearsToleratedAreASetting()
    {
        QFETCH(int, years);
        flows::DiscoveryPolicy policy;
        policy.birthYears = years;
        const auto outcome = [&](int year) {
            return flows::matchDiscovery(Asked().request, candidatesOf({File().mobile().born(year)}), policy).outcome;
        };
        QCOMPARE(outcome(1990 + years), found);
        QCOMPARE(outcome(1990 - years), found);
        QCOMPARE(outcome(1990 + years + 1), nobody);
        QCOMPARE(outcome(1990 - years - 1), nobody);
    }

    void whatFittedIsNamedAsTheNetworkCallsIt()
    {
        const auto match = flows::matchDiscovery(
            Asked().request, candidatesOf({File().address().abhaNumber().mobile().recordNumber()}), {});
        QCOMPARE(match.matchedBy, (QStringList{u"ABHA_ADDRESS"_s, u"ABHA_NUMBER"_s, u"MOBILE"_s, u"MR"_s}));
    }
};

QTEST_GUILESS_MAIN(TstDiscoveryMatch)
#include "tst_discovery_match.moc"
