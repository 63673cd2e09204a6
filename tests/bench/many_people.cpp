#include "many_people.h"

#include "storage/patient_repository.h"

#include <span>

namespace nadi::test
{
using namespace Qt::StringLiterals;

namespace
{

struct Spelled
{
    const char *latin;
    const char16_t *other; ///< in another script, or as people also write it
};
constexpr Spelled first[] = {{"Asha", u"आशा"}, {"Rehana", u"rehna"}, {"Ganesh", u"ગણેશ"}, {"Lakshmi", u"लक्ष्मी"},
    {"Sunita", u"সুনীতা"}, {"Mohammed", u"mohamad"}, {"Kavita", u"कविता"}, {"Devendra", u"देवेंद्र"}, {"Farhana", u"फरहाना"},
    {"Lokesh", u"ಲೋಕೇಶ್"}, {"Kamala", u"கமலா"}, {"Nikhil", u"निखिल"}, {"Prabha", u"ప్రభ"}, {"Anuj", u"अनुज"},
    {"Seema", u"sima"}, {"Hari", u"हरि"}, {"Geeta", u"गीता"}, {"Suresh", u"ਸੁਰੇਸ਼"}, {"Meenakshi", u"മീനാക്ഷി"},
    {"Iqbal", u"ikbal"}};
constexpr Spelled last[] = {{"Kulkarni", u"कुलकर्णी"}, {"Khan", u"खान"}, {"More", u"मोरे"}, {"Naik", u"nayak"},
    {"Rao", u"राव"}, {"Shaikh", u"shek"}, {"Pande", u"पांडे"}, {"Babu", u"बाबू"}, {"Devi", u"देवी"}, {"Joshi", u"जोशी"},
    {"Nair", u"നായർ"}, {"Tiwari", u"tivari"}, {"Baig", u"beg"}, {"Prasad", u"प्रसाद"}, {"Iyer", u"ஐயர்"}, {"Das", u"দাস"},
    {"Gowda", u"ಗೌಡ"}, {"Reddy", u"redi"}, {"Patil", u"पाटील"}, {"Fernandes", u"fernandis"}};

QString otherSpelling(const QString &latin)
{
    for (const auto &names : {std::span<const Spelled>(first), std::span<const Spelled>(last)})
        for (const auto &name : names)
            if (latin == QLatin1String(name.latin))
                return QString::fromUtf16(name.other);
    return latin;
}

QChar letter(SeededRandom &random, char16_t from)
{
    return QChar(char16_t(from + random.next() % 26));
}

}

Patient inventedPerson(SeededRandom &random, RandomIdSource &ids, int number)
{
    Patient patient;
    patient.id = ids.next<PatientId>();
    const auto middle = QString(letter(random, u'A')) + letter(random, u'a');
    patient.name = QLatin1String(first[random.next() % std::size(first)].latin) + u' ' + middle + u' '
        + QLatin1String(last[random.next() % std::size(last)].latin);
    patient.gender = Gender::Female;
    patient.birth.year = 1930 + int(random.next() % 95);
    if (number % 2 == 0) {
        patient.birth.month = 1 + int(random.next() % 12);
        patient.birth.day = 1 + int(random.next() % 28);
    }
    patient.mobile = QString::number(9'000'000'000 + qint64(random.next() % 1'000'000'000));
    patient.localNumber = u"KR-%1"_s.arg(100'000 + number); // beside those of the demo clinic
    if (number % 3 == 0) {
        patient.abhaNumber = *AbhaNumber::parse(QString::number(91'000'000'000'000 + qint64(number) * 7'919'337));
        patient.abhaAddress = *AbhaAddress::parse(u"person.%1@sbx"_s.arg(number));
    }
    return patient;
}

int manyPeople()
{
    const auto wanted = qEnvironmentVariableIntValue("NADI_BENCH_PATIENTS");
    return wanted > 0 ? wanted : 2'000;
}

Result<QList<Patient>> addInventedPeople(storage::Connection &db, const FacilityId &facility, int count)
{
    QList<Patient> people;
    SeededRandom random(1);
    RandomIdSource ids(random);
    storage::Transaction transaction(db);
    storage::PatientRepository patients(db);
    const Actor system{UserId(u"bench"_s), Role::System};
    for (int i = 0; i < count; ++i) {
        people += inventedPerson(random, ids, i);
        if (const auto added = patients.add(people.constLast(), facility, system, UtcTime::fromMs(1'795'200'000'000));
            !added)
            return failed(added);
    }
    if (const auto done = transaction.commit(); !done)
        return failed(done);
    return people;
}

QString typedFor(const Patient &person, SeededRandom &random)
{
    const auto words = person.name.split(u' ');
    const auto &given = words.constFirst();
    const auto &family = words.constLast();
    switch (random.next() % 10) {
    case 0:
        return given.left(3).toLower();
    case 1:
        return (given + u' ' + family.left(3)).toLower();
    case 2:
        return (family + u' ' + given.left(2)).toLower();
    case 3:
        return otherSpelling(given);
    case 4:
        return otherSpelling(given) + u' ' + otherSpelling(family);
    case 5:
        return person.mobile.left(4 + int(random.next() % 7));
    case 6:
        return person.localNumber;
    case 7:
        return person.abhaNumber ? person.abhaNumber->grouped() : otherSpelling(family);
    case 8:
        return person.abhaAddress ? person.abhaAddress->value() : person.mobile.right(4);
    default:
        return person.birth.day ? u"%1-%2-%3"_s.arg(*person.birth.day, 2, 10, QLatin1Char('0'))
                                      .arg(*person.birth.month, 2, 10, QLatin1Char('0'))
                                      .arg(*person.birth.year)
                                : QString::number(*person.birth.year);
    }
}

}
