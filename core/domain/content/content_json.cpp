#include "domain/content/content_shape.h"
#include "domain/words.h"

#include <QJsonArray>

#include <limits>

namespace nadi
{
namespace
{

using P = Problem::Certainty;

constexpr std::array certainties{
    Word<P>{P::Provisional, QLatin1String("provisional")},
    Word<P>{P::Confirmed, QLatin1String("confirmed")},
};

template <class Value>
QString enumWord(Value value)
{
    if constexpr (std::same_as<Value, P>)
        return wordOf(certainties, value);
    else
        return toWord(value);
}

std::optional<P> enumFrom(QStringView word, P)
{
    return valueOf(certainties, word);
}
std::optional<CodeSystem> enumFrom(QStringView word, CodeSystem)
{
    return codeSystemFromWord(word);
}
std::optional<Quantity::Bound> enumFrom(QStringView word, Quantity::Bound)
{
    return boundFromWord(word);
}
std::optional<Interpretation> enumFrom(QStringView word, Interpretation)
{
    return interpretationFromWord(word);
}
std::optional<SystemOfMedicine> enumFrom(QStringView word, SystemOfMedicine)
{
    return systemOfMedicineFromWord(word);
}
std::optional<FoodTime> enumFrom(QStringView word, FoodTime)
{
    return foodTimeFromWord(word);
}
std::optional<WellnessSection> enumFrom(QStringView word, WellnessSection)
{
    return wellnessSectionFromWord(word);
}
std::optional<BillKind> enumFrom(QStringView word, BillKind)
{
    return billKindFromWord(word);
}

/// The kinds by their place in RecordContent; the first is a scan and has no members.
constexpr std::array<const char *, std::variant_size_v<RecordContent>> kinds{"none", "prescription", "consultation",
    "lab-report", "imaging-report", "discharge", "immunization", "wellness", "invoice"};
constexpr auto kindMember = "kind"; ///< no content may have a member of this name

template <class Value>
QJsonValue written(const Value &value);

/// A measured value: nothing, a quantity, a coded answer or words.
using Measured = decltype(Measurement::value);

QJsonValue writtenMeasured(const Measured &value)
{
    if (const auto *quantity = std::get_if<Quantity>(&value))
        return QJsonObject{{QStringLiteral("quantity"), written(*quantity)}};
    if (const auto *coded = std::get_if<Coded>(&value))
        return QJsonObject{{QStringLiteral("coded"), written(*coded)}};
    if (const auto *words = std::get_if<QString>(&value))
        return *words;
    return {};
}

/// What a value is when nothing was said is not written, so that a stored record stays small.
template <class Value>
QJsonValue written(const Value &value)
{
    if constexpr (std::same_as<Value, Measured>) {
        return writtenMeasured(value);
    } else if constexpr (std::is_enum_v<Value>) {
        return enumWord(value);
    } else if constexpr (std::same_as<Value, UtcTime>) {
        return value.toIso();
    } else if constexpr (std::same_as<Value, QDate>) {
        return value.toString(Qt::ISODate);
    } else if constexpr (shape::Shaped<Value>) {
        QJsonObject object;
        static const Value unsaid{};
        shape::each(
            [&](const char *name, const auto &part, const auto &nothing) {
                if (!(part == nothing))
                    object.insert(QString::fromLatin1(name), written(part));
            },
            value, unsaid);
        return object;
    } else if constexpr (std::same_as<Value, QString> || std::is_arithmetic_v<Value>) {
        return value;
    } else {
        QJsonArray array;
        for (const auto &one : value)
            array << written(one);
        return array;
    }
}

/// Reads into a value and remembers the first element that does not fit.
class Reading
{
public:
    template <class Value>
    void read(const QJsonValue &json, Value &value, const char *name)
    {
        if (!m_misfit.isEmpty())
            return;
        if constexpr (std::same_as<Value, Measured>)
            readMeasured(json, value, name);
        else if constexpr (std::is_enum_v<Value>)
            readEnum(json, value, name);
        else if constexpr (std::same_as<Value, UtcTime>)
            readTime(json, value, name);
        else if constexpr (std::same_as<Value, QDate>)
            check((value = QDate::fromString(json.toString(), Qt::ISODate)).isValid(), name);
        else if constexpr (std::same_as<Value, bool>)
            check(json.isBool(), name), value = json.toBool();
        else if constexpr (std::is_arithmetic_v<Value>)
            readNumber(json, value, name);
        else if constexpr (std::same_as<Value, QString>)
            check(json.isString(), name), value = json.toString();
        else if constexpr (shape::Shaped<Value>)
            readObject(json, value, name);
        else
            readList(json, value, name);
    }
    const QString &misfit() const { return m_misfit; }

private:
    void check(bool fits, const char *name)
    {
        if (!fits && m_misfit.isEmpty())
            m_misfit = QString::fromLatin1(name);
    }
    template <class Value>
    void readEnum(const QJsonValue &json, Value &value, const char *name)
    {
        const auto found = enumFrom(json.toString(), Value{});
        check(found.has_value(), name);
        value = found.value_or(Value{});
    }
    void readTime(const QJsonValue &json, UtcTime &value, const char *name)
    {
        const auto time = UtcTime::parse(json.toString());
        check(time.has_value(), name);
        value = time.value_or(UtcTime{});
    }
    template <class Value>
    void readNumber(const QJsonValue &json, Value &value, const char *name)
    {
        const auto unfit = std::numeric_limits<qint64>::min();
        const auto number = json.toInteger(unfit);
        check(number != unfit && std::in_range<Value>(number), name);
        value = static_cast<Value>(number);
    }
    template <class Value>
    void readObject(const QJsonValue &json, Value &value, const char *name)
    {
        check(json.isObject(), name);
        auto rest = json.toObject();
        rest.remove(QLatin1String(kindMember));
        shape::each(
            [&](const char *inner, auto &part) {
                const auto found = rest.take(QLatin1String(inner));
                if (!found.isUndefined())
                    read(found, part, inner);
            },
            value);
        check(rest.isEmpty(), name); // a newer program's member
    }
    template <class List>
    void readList(const QJsonValue &json, List &value, const char *name)
    {
        check(json.isArray(), name);
        for (const auto &one : json.toArray()) {
            typename List::value_type item{};
            read(one, item, name);
            value << item;
        }
    }
    void readMeasured(const QJsonValue &json, Measured &value, const char *name)
    {
        const auto object = json.toObject();
        if (json.isString())
            value = json.toString();
        else if (object.contains(QLatin1String("quantity")))
            read(object[u"quantity"], value.emplace<Quantity>(), name);
        else if (object.contains(QLatin1String("coded")))
            read(object[u"coded"], value.emplace<Coded>(), name);
        else
            check(false, name);
    }
    QString m_misfit;
};

template <size_t I = 1>
bool readKind(const QString &kind, const QJsonObject &json, RecordContent &content, Reading &reading)
{
    if constexpr (I < std::variant_size_v<RecordContent>) {
        if (kind != QLatin1String(kinds[I]))
            return readKind<I + 1>(kind, json, content, reading);
        reading.read(json, content.emplace<I>(), kinds[I]);
        return true;
    }
    return false;
}

}

QJsonObject toJson(const RecordContent &content)
{
    QJsonObject json;
    std::visit(
        [&](const auto &value) {
            if constexpr (!std::same_as<std::remove_cvref_t<decltype(value)>, std::monostate>)
                json = written(value).toObject();
        },
        content);
    json.insert(QLatin1String(kindMember), QLatin1String(kinds[content.index()]));
    return json;
}

Result<RecordContent> recordContentFromJson(const QJsonObject &json)
{
    const auto kind = json[QLatin1String(kindMember)].toString();
    RecordContent content;
    if (kind == QLatin1String(kinds[0]))
        return content;
    Reading reading;
    if (!readKind(kind, json, content, reading))
        return fail(ErrorKind::Invalid, QStringLiteral("CONTENT-KIND"));
    if (!reading.misfit().isEmpty())
        return fail(ErrorKind::Invalid, QStringLiteral("CONTENT-SHAPE"), reading.misfit());
    return content;
}

}
