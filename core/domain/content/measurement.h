#pragma once

#include "common/utc_time.h"
#include "domain/content/coded.h"

#include <variant>

namespace nadi
{

/// A decimal as it was typed, because "6.10" and "6.1" are different statements of precision.
struct Quantity
{
    QString value{}; ///< optional sign, digits, optional fraction; isDecimal() says whether it is one
    QString unit{}; ///< as people read it
    QString ucum{}; ///< UCUM code; empty where there is none
    enum class Bound { Exact, Below, AtMost, AtLeast, Above } bound = Bound::Exact;

    bool operator==(const Quantity &) const = default;
};

bool isDecimal(QStringView text);

/// What the laboratory says is usual for this person. Both ends may be missing; then `text` must not be.
struct ReferenceRange
{
    QString low{}; ///< decimals in the unit of the value
    QString high{};
    QString text{}; ///< "negative", "adult, fasting"

    bool operator==(const ReferenceRange &) const = default;
    bool isEmpty() const { return low.isEmpty() && high.isEmpty() && text.isEmpty(); }
};

enum class Interpretation { None, Normal, Low, High, CriticalLow, CriticalHigh, Abnormal, Positive, Negative };

/// One observation: a laboratory value, a vital sign, a finding in words. `parts` is used for what has no value of its
/// own, such as blood pressure.
struct Measurement
{
    Coded what{}; ///< LOINC or SNOMED CT
    std::variant<std::monostate, Quantity, Coded, QString> value{};
    ReferenceRange usual{};
    Interpretation interpretation = Interpretation::None;
    UtcTime at{}; ///< unset: the document's date
    QString note{};
    QList<Measurement> parts{}; ///< one level deep

    bool operator==(const Measurement &) const; // defaulted where the type is complete: QList's == looks into it
};

/// By the range alone; None where range or value cannot be compared. What a person chose always wins over it.
Interpretation interpret(const Quantity &value, const ReferenceRange &usual);

QString toWord(Quantity::Bound bound);
QString toWord(Interpretation interpretation);
std::optional<Quantity::Bound> boundFromWord(QStringView word);
std::optional<Interpretation> interpretationFromWord(QStringView word);

}
