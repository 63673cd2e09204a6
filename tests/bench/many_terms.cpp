#include "many_terms.h"

#include "domain/check_digit.h"
#include "support/seeded_random.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <cmath>

namespace nadi::test
{
namespace
{

class Names
{
public:
    Names()
    {
        constexpr const char *beginnings[] = {"hyper", "hypo", "cardi", "nephr", "gastr", "derm", "neur", "oste", "my",
            "pneum", "hepat", "cyst", "ot", "rhin", "arthr", "mening", "st", "dis", "con", "f", "p", "re", "in", "ur"};
        constexpr const char *middles[]
            = {"o", "a", "ato", "opath", "ect", "ost", "al", "em", "ub", "er", "act", "ion"};
        constexpr const char *endings[] = {"itis", "osis", "emia", "oma", "algia", "ectomy", "uria", "ic", "al", "ous",
            "er", "ure", "ation", "d", "s", "ine", "ase", "or"};
        QSet<QString> words;
        while (m_words.size() < 12'000) {
            QString word = one(beginnings);
            for (auto n = m_random.next() % 3; n > 0; --n)
                word += one(middles);
            word += one(endings);
            if (m_words.size() > 4'000) // rarer words are longer
                word += one(middles) + one(endings);
            if (!words.contains(word))
                m_words << word;
            words << word;
        }
    }

    QString next()
    {
        QStringList name;
        for (auto n = 2 + m_random.next() % 6; n > 0; --n) {
            // Zipf: the rank of a word is exponential in a uniform number.
            const double uniform = double(m_random.next() % 1'000'000) / 1'000'000;
            const auto rank = qsizetype(std::pow(double(m_words.size()), uniform)) - 1;
            name << m_words[rank];
        }
        return name.join(u' ');
    }

private:
    template <size_t N>
    QString one(const char *const (&from)[N])
    {
        return QString::fromLatin1(from[m_random.next() % N]);
    }

    SeededRandom m_random{4};
    QStringList m_words;
};

QByteArray snomedId(int n)
{
    const auto digits = QByteArray::number(1'000'000 + n) + "00";
    for (char c = '0'; c <= '9'; ++c)
        if (passesVerhoeff(digits + c))
            return digits + c;
    return {};
}

QByteArray loincNumber(int n)
{
    const auto digits = QByteArray::number(n + 1);
    for (char c = '0'; c <= '9'; ++c)
        if (passesLuhn(digits + c))
            return digits + '-' + c;
    return {};
}

QByteArray icd10Code(int n)
{
    return char('A' + n % 26) + QByteArray::number(10 + n / 26 % 90) + '.' + QByteArray::number(n / 26 / 90);
}

QString write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return path;
}

}

ManyTerms writeManyTerms(const QString &folder)
{
    const auto wanted = qEnvironmentVariableIntValue("NADI_BENCH_TERMS");
    const int all = wanted > 0 ? wanted : 5'000;
    Names names;
    ManyTerms terms;
    const auto name = [&] {
        terms.names << names.next();
        return terms.names.last().toUtf8();
    };
    constexpr const char *tags[] = {"disorder", "finding", "procedure", "clinical drug", "substance"};
    QByteArray snomed = "id\tactive\tfsn\tpt\n";
    for (int i = 0; i < all * 7 / 10; ++i) {
        const auto term = name();
        snomed += snomedId(i) + "\t1\t" + term + " (" + tags[i % 5] + ")\t" + term + '\n';
    }
    QByteArray loinc = "LOINC_NUM,LONG_COMMON_NAME,STATUS,CLASSTYPE,COMMON_TEST_RANK\n";
    for (int i = 0; i < all * 2 / 10; ++i)
        loinc += loincNumber(i) + ',' + name() + ",ACTIVE,1," + QByteArray::number(i % 20 == 0 ? i : 0) + '\n';
    QByteArray icd10 = "code,title\n";
    for (int i = 0; i < all / 10; ++i)
        icd10 += icd10Code(i) + ',' + name() + '\n';
    terms.snomed = write(QDir(folder).filePath(QStringLiteral("snomed.txt")), snomed);
    terms.loinc = write(QDir(folder).filePath(QStringLiteral("loinc.csv")), loinc);
    terms.icd10 = write(QDir(folder).filePath(QStringLiteral("icd10.csv")), icd10);
    return terms;
}

QStringList typedOf(const QStringList &names, int count)
{
    SeededRandom random(9);
    QStringList typed;
    while (typed.size() < count) {
        const auto words = names[qsizetype(random.next() % quint64(names.size()))].split(u' ');
        const auto first = qsizetype(random.next() % quint64(words.size()));
        QStringList parts;
        for (qsizetype i = first; i < words.size() && i < first + 1 + qsizetype(random.next() % 3); ++i)
            parts << words[i];
        // The last word is still being typed.
        parts.last() = parts.last().left(1 + qsizetype(random.next() % quint64(parts.last().size())));
        typed << parts.join(u' ');
    }
    return typed;
}

}
