#pragma once

#include "clinic/patient_index.h"
#include "domain/identifier.h"

#include <optional>

namespace nadi::clinic
{

/// What a search compares numbers with; all as digits or normalised text.
struct PersonNumbers
{
    QString birth; ///< "19901012", or less
    QString localDigits;
    QStringList otherDigits; ///< numbers of other facilities and other systems
    QStringList otherTexts; ///< the same as text, upper case without blanks
    QStringList otherAddresses;

    static PersonNumbers of(const Patient &patient);
    void add(const Identifier &identifier);
};

/// A typed text read as a number, a date, an ABHA address or a patient number.
class NumberQuery
{
public:
    explicit NumberQuery(QStringView typed);
    /// Nothing but digits and what stands between them: no name.
    bool isOnlyNumber() const { return m_onlyNumber; }
    struct Fit
    {
        MatchReason reason = MatchReason::Mobile;
        int score = 0;
    };
    std::optional<Fit> fit(const Patient &patient, const PersonNumbers &numbers) const;

private:
    std::optional<Fit> fitDigits(const Patient &patient, const PersonNumbers &numbers) const;
    std::optional<Fit> fitText(const Patient &patient, const PersonNumbers &numbers) const;

    bool m_onlyNumber = false;
    QString m_digits;
    QString m_birth;
    QString m_lower;
    QString m_upper; ///< without blanks
};

}
