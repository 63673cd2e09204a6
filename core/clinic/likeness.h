#pragma once

#include "domain/abha_profile.h"
#include "domain/person.h"

#include <QDate>
#include <QList>

namespace nadi::clinic
{

enum class PersonField { Name, Gender, Birth, Mobile, Place, AbhaNumber, AbhaAddress };
/// Alike: a name that sounds the same, a birth within two years. Unknown: one side does not say (rule R7).
enum class Agreement { Same, Alike, Unknown, Different };

/// One line of the side-by-side view; the values are personal data, dates ISO, gender "F".
struct FieldComparison
{
    PersonField field = PersonField::Name;
    QString ours;
    QString theirs;
    Agreement agreement = Agreement::Unknown;

    bool operator==(const FieldComparison &) const = default;
};

/// How two descriptions of a person agree, field by field, in the order of PersonField.
struct Likeness
{
    QList<FieldComparison> fields;

    Agreement of(PersonField field) const;
    /// Equal mobile, equal gender, age within two years and a similar-sounding name (FD-2): enough to attach an outside
    /// identity without a reason.
    bool isEqualityEvidence() const;
    QList<FieldComparison> differences() const; ///< Different ones
};

/// Pure.
Likeness compare(const Patient &one, const Patient &other);
/// With what a proof said. A masked mobile ("******3210") agrees when the digits it shows do.
Likeness compare(const Patient &ours, const AbhaProfile &theirs);

/// Names alike by sound: every word of the shorter one has a counterpart, any order, initials and honorifics allowed.
Agreement compareNames(const QString &one, const QString &other);

}
