#pragma once

#include "domain/content/content_shape.h"
#include "support/seeded_random.h"

#include <functional>

namespace nadi::test
{

/// Contents of every kind, each member filled by its type: the same description of the values that storage and limits
/// walk, so that no member is left out here that is written there.
class RandomContent
{
public:
    RandomContent(SeededRandom &random, std::function<QString()> text)
        : m_random(random)
        , m_text(std::move(text))
    {
    }

    /// `Kind` by its place in RecordContent, 1 to 8.
    RecordContent ofKind(size_t kind)
    {
        RecordContent content;
        make<1>(kind, content);
        return content;
    }

private:
    template <size_t Kind>
    void make(size_t kind, RecordContent &content)
    {
        if constexpr (Kind < std::variant_size_v<RecordContent>) {
            if (kind == Kind)
                fill(content.emplace<Kind>());
            else
                make<Kind + 1>(kind, content);
        }
    }

    quint64 below(quint64 end) { return m_random.next() % end; }
    bool oneIn(quint64 times) { return below(times) == 0; }

    template <class Value>
        requires shape::Shaped<Value>
    void fill(Value &value)
    {
        shape::each([this](const char *, auto &part) { fill(part); }, value);
    }
    template <class Value>
    void fill(QList<Value> &list)
    {
        for (auto i = 1 + below(3); i > 0 && !oneIn(5); --i)
            fill(list.emplace_back());
    }
    void fill(QString &text)
    {
        if (!oneIn(6))
            text = m_text();
    }
    void fill(int &number) { number = int(below(9)); }
    void fill(qint64 &number) { number = qint64(below(100'000)); }
    void fill(bool &flag) { flag = oneIn(2); }
    void fill(QDate &day)
    {
        if (!oneIn(8))
            day = QDate(2020, 1, 1).addDays(qint64(below(3'000)));
    }
    void fill(UtcTime &time)
    {
        if (!oneIn(4))
            time = UtcTime::fromMs(1'600'000'000'000 + qint64(below(200'000'000'000)));
    }
    void fill(Problem::Certainty &value) { value = Problem::Certainty(below(2)); }
    void fill(Interpretation &value) { value = Interpretation(below(9)); }
    void fill(WellnessSection &value) { value = WellnessSection(below(7)); }
    void fill(FoodTime &value) { value = FoodTime(below(8)); }
    void fill(SystemOfMedicine &value) { value = SystemOfMedicine(below(5)); }
    void fill(BillKind &value) { value = BillKind(below(5)); }

    QString decimal()
    {
        const auto whole = QString::number(below(300));
        return oneIn(2) ? whole : whole + u'.' + QString::number(below(100));
    }
    void fill(Quantity &quantity)
    {
        quantity.value = decimal();
        fill(quantity.unit);
        if (oneIn(2))
            quantity.ucum = oneIn(2) ? QStringLiteral("mm[Hg]") : QStringLiteral("kg");
        quantity.bound = Quantity::Bound(below(5));
    }
    void fill(ReferenceRange &range)
    {
        if (oneIn(2))
            range.low = decimal();
        if (oneIn(2))
            range.high = decimal();
        fill(range.text);
    }
    void fill(DoseTimes &times)
    {
        if (oneIn(2))
            times.slots = {decimal(), QStringLiteral("0"), QStringLiteral("0.5"), decimal()};
        fill(times.everyHours);
        fill(times.timesADay);
        fill(times.asNeeded);
        fill(times.words);
    }
    void fill(Coded &coded)
    {
        coded.text = m_text();
        const QList<std::pair<CodeSystem, const char *>> known{{CodeSystem::Snomed, "322236009"},
            {CodeSystem::Loinc, oneIn(2) ? "8867-4" : "85354-9"}, {CodeSystem::Icd10, "M25.5"},
            {CodeSystem::Namaste, "AAE-16"}, {CodeSystem::Icd11Tm2, "SP12"}};
        for (const auto &[system, code] : known)
            if (oneIn(4))
                coded.codes << Code{system, QString::fromLatin1(code), QStringLiteral("As its owner says")};
    }
    void fill(decltype(Measurement::value) &value)
    {
        switch (below(4)) {
        case 0:
            break;
        case 1:
            fill(value.emplace<Quantity>());
            break;
        case 2:
            fill(value.emplace<Coded>());
            break;
        default:
            value = m_text();
        }
    }
    /// Parts are one level deep.
    void fill(Measurement &row)
    {
        fillAlone(row);
        if (oneIn(3))
            fillAlone(row.parts.emplace_back());
    }
    void fillAlone(Measurement &row)
    {
        fill(row.what);
        fill(row.value);
        fill(row.usual);
        fill(row.interpretation);
        fill(row.at);
        fill(row.note);
    }

    SeededRandom &m_random;
    std::function<QString()> m_text;
};

}
