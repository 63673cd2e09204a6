#include "clinic/patient_index.h"
#include "support/seeded_random.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace nadi;
using namespace nadi::clinic;

namespace
{

constexpr int people = 100'000;
constexpr int firstRows = 5;
constexpr double wantedRecall = 0.95;

struct Person
{
    QString name;
    QStringList typed;
};

QList<Person> namePairs()
{
    QFile file(QStringLiteral(NADI_NAME_PAIRS));
    QList<Person> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        auto names = line.split(u'|');
        for (auto &name : names)
            name = name.simplified();
        out.append({names.takeFirst(), names});
    }
    return out;
}

QStringList listOf(const char *words)
{
    return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
}

/// Names for the others: those of the people looked for, so that many share a word with them, and common ones.
struct NamePool
{
    QStringList given = listOf(
        "Aarti Abhishek Ajay Akash Amit Amita Anand Anil Anita Anjali Ankit Arjun Arun Aruna Asha Ashok Babita Bharat "
        "Bina Chandan Deepa Deepak Devendra Dinesh Divya Ganesh Gopal Hari Hema Indira Ishwar Jaya Jyoti Kailash Kamal "
        "Kamla Karan Kiran Komal Krishna Lalita Lata Leela Madhu Mahesh Mala Mamta Manish Manoj Maya Meena Mohan "
        "Mukesh "
        "Naresh Naveen Neelam Neha Nisha Nitin Pankaj Parvati Pawan Pooja Prabha Pradeep Pramod Praveen Preeti Radha "
        "Raj "
        "Rahul Rajesh Rakesh Ram Rama Ramesh Rani Ravi Rekha Renu Rita Ritu Rohit Sandeep Sangeeta Sanjay Santosh "
        "Sarita "
        "Savita Seema Shanti Sharda Shobha Shyam Sita Sneha Sonia Subhash Sudha Sunil Sunita Suresh Swati Tara Uma "
        "Usha "
        "Varsha Vandana Vijay Vikas Vinod Vishal Yogesh Aisha Farhana Imran Iqbal Javed Nazia Rehana Salim Salma "
        "Yasmin "
        "अनीता सुनीता राजेश सुरेश महेश गणेश");
    QStringList family = listOf(
        "Acharya Arora Babu Bansal Basu Bhatia Bose Chakraborty Chandra Chauhan Chavan Das Desai Devi Dixit Dubey "
        "Dutta "
        "Gandhi Garg Ghosh Gill Goel Goyal Gupta Iyengar Iyer Jadhav Jain Jha Joshi Kadam Kapoor Kaur Khan Khanna "
        "Kohli "
        "Krishnan Kumar Kumari Mahajan Malhotra Malik Mandal Mathur Mishra Misra Mitra Modi More Naidu Naik Nair Nanda "
        "Nayak Negi Ojha Pal Panda Pandey Pandit Pant Parekh Parmar Pathak Patil Pawar Pillai Prasad Rai Rajan Rana "
        "Rao "
        "Rathi Rawat Ray Reddy Roy Sagar Sahu Salunkhe Sarkar Sawant Sen Seth Shah Sharma Shetty Shinde Shukla Singh "
        "Sinha Soni Suri Talwar Tandon Thakur Thomas Tiwari Tyagi Varma Verma Vyas Yadav Begum Bibi Baig Mirza Sayyed "
        "शर्मा वर्मा सिंह यादव पाटील");

    explicit NamePool(const QList<Person> &wanted)
    {
        for (const auto &person : wanted) {
            const auto words = person.name.split(u' ');
            given << words.first();
            family << words.last();
        }
    }

    QString name(test::SeededRandom &random) const
    {
        const auto one
            = [&random](const QStringList &list) { return list.at(qsizetype(random.next() % size_t(list.size()))); };
        switch (random.next() % 5) {
        case 0:
            return QString(QChar(char16_t(u'A' + random.next() % 26))) + QStringLiteral(". ") + one(given) + u' '
                + one(family);
        case 1:
        case 2:
            return one(given) + u' ' + one(given) + u' ' + one(family);
        default:
            return one(given) + u' ' + one(family);
        }
    }
};

}

/// The list of tests/clinic/data/name_pairs.txt inside an index of 100,000 others.
class TstNameRecall : public QObject
{
    Q_OBJECT

    QList<Person> wanted;
    PatientIndex index;

private Q_SLOTS:
    void initTestCase()
    {
        wanted = namePairs();
        QSet<QString> names;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            Patient patient;
            patient.id = PatientId(QStringLiteral("wanted-%1").arg(i));
            patient.name = wanted[i].name;
            names.insert(patient.name.toLower());
            index.put(patient);
        }
        // Somebody else of the very same name could be shown instead, and no search would know better.
        const NamePool pool(wanted);
        test::SeededRandom random(20261121);
        while (index.size() < people) {
            Patient patient;
            patient.id = PatientId(QStringLiteral("other-%1").arg(index.size()));
            patient.name = pool.name(random);
            if (!names.contains(patient.name.toLower()))
                index.put(patient);
        }
    }

    void theListIsLongEnough()
    {
        qsizetype pairs = 0;
        QSet<QString> different;
        for (const auto &person : wanted) {
            pairs += person.typed.size();
            for (const auto &typed : person.typed)
                different.insert(person.name + u'|' + typed);
        }
        QVERIFY2(pairs >= 500, qPrintable(QString::number(pairs)));
        QCOMPARE(different.size(), pairs);
    }

    void whoIsLookedForIsAmongTheFirstFive()
    {
        int pairs = 0;
        QStringList missed;
        std::vector<double> times;
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const PatientId id(QStringLiteral("wanted-%1").arg(i));
            for (const auto &typed : wanted[i].typed) {
                QElapsedTimer timer;
                timer.start();
                const auto hits = index.search(typed, firstRows);
                times.push_back(double(timer.nsecsElapsed()) / 1e6);
                ++pairs;
                if (std::ranges::none_of(hits, [&](const PatientHit &hit) { return hit.patient.id == id; }))
                    missed << QStringLiteral("%1 typed as %2: %3 (%4)")
                                  .arg(wanted[i].name, typed,
                                      hits.isEmpty() ? QStringLiteral("nobody") : hits.first().patient.name,
                                      hits.isEmpty() ? QString() : QString::number(hits.first().score));
            }
        }
        std::ranges::sort(times);
        const double recall = double(pairs - missed.size()) / double(pairs);
        qInfo("%d pairs among %lld people: %.1f %% among the first five, p95 %.1f ms", pairs, qlonglong(index.size()),
            recall * 100, times[times.size() * 95 / 100]);
        for (const auto &line : missed)
            qInfo("missed: %s", qUtf8Printable(line));
        QVERIFY(recall >= wantedRecall);
    }

    void whoIsTypedExactlyIsFirst()
    {
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const auto hits = index.search(wanted[i].name, firstRows);
            QVERIFY2(!hits.isEmpty(), qPrintable(wanted[i].name));
            QCOMPARE(hits.first().patient.name, wanted[i].name);
        }
    }
};

QTEST_GUILESS_MAIN(TstNameRecall)
#include "tst_name_recall.moc"
