#include "clinic/shares.h"
#include "clinic/sound_key.h"

#include <algorithm>

namespace nadi::clinic
{
namespace
{

bool sameWord(QStringView one, QStringView other)
{
    if (one.compare(other, Qt::CaseInsensitive) == 0)
        return true;
    if (one.size() == 1 || other.size() == 1) // initials
        return one.front().toLower() == other.front().toLower();
    const auto a = soundKeys(one);
    const auto b = soundKeys(other);
    const bool broad = a.tamil || b.tamil;
    const auto &key = broad ? a.broad : a.fine;
    return !key.isEmpty() && key == (broad ? b.broad : b.fine);
}

/// Every word of the shorter name has a counterpart in the longer one: "Asha Verma", "Verma Asha Ramesh".
bool similarNames(const QString &one, const QString &other)
{
    auto few = one.simplified().remove(u'.').split(u' ', Qt::SkipEmptyParts);
    auto many = other.simplified().remove(u'.').split(u' ', Qt::SkipEmptyParts);
    if (few.size() > many.size())
        few.swap(many);
    if (few.isEmpty())
        return false;
    return std::all_of(few.begin(), few.end(), [&](const QString &word) {
        const auto found = std::find_if(
            many.begin(), many.end(), [&](const QString &candidate) { return sameWord(word, candidate); });
        if (found == many.end())
            return false;
        many.erase(found);
        return true;
    });
}

std::optional<int> yearsApart(const BirthDate &one, const BirthDate &other, QDate today)
{
    const auto a = one.ageOn(today);
    const auto b = other.ageOn(today);
    return a && b ? std::optional(std::abs(*a - *b)) : std::nullopt;
}

class Evidence
{
public:
    explicit Evidence(ShareMatch &match)
        : m_match(match)
    {
    }
    template <class T>
    void optional(ShareEvidence what, const std::optional<T> &one, const std::optional<T> &other)
    {
        if (one && other)
            note(what, *one == *other);
    }
    void note(ShareEvidence what, bool agrees) { (agrees ? m_match.agrees : m_match.differs) << what; }

private:
    ShareMatch &m_match;
};

}

ShareMatch compareShare(const SharedProfile &profile, const Patient &patient, QDate today)
{
    ShareMatch match;
    match.patient = patient;
    Evidence evidence(match);
    evidence.optional(ShareEvidence::AbhaNumber, profile.abhaNumber, patient.abhaNumber);
    evidence.optional(ShareEvidence::AbhaAddress, std::optional(profile.abhaAddress), patient.abhaAddress);
    if (!profile.mobile.isEmpty() && !patient.mobile.isEmpty())
        evidence.note(ShareEvidence::Mobile, profile.mobile == patient.mobile);
    if (profile.gender != Gender::Unknown && patient.gender != Gender::Unknown)
        evidence.note(ShareEvidence::Gender, profile.gender == patient.gender);
    if (const auto apart = yearsApart(profile.birth, patient.birth, today))
        evidence.note(ShareEvidence::Age, *apart <= 2);
    evidence.note(ShareEvidence::Name, similarNames(profile.name, patient.name));

    const auto agrees = [&](ShareEvidence what) { return match.agrees.contains(what); };
    const bool sameAbha = (agrees(ShareEvidence::AbhaNumber) || agrees(ShareEvidence::AbhaAddress))
        && !match.differs.contains(ShareEvidence::AbhaNumber);
    const bool alike = agrees(ShareEvidence::Mobile) && agrees(ShareEvidence::Gender) && agrees(ShareEvidence::Age)
        && agrees(ShareEvidence::Name);
    match.needsReason = !(sameAbha || alike);
    return match;
}

QList<ShareDifference> differences(const SharedProfile &profile, const Patient &patient)
{
    QList<ShareDifference> out;
    const auto line = [&](ShareField field, const QString &local, const QString &shared) {
        if (!shared.isEmpty() && shared != local)
            out << ShareDifference{field, local, shared};
    };
    const auto digits = [](const std::optional<AbhaNumber> &number) { return number ? number->digits() : QString(); };
    const auto wire = [](Gender gender) { return gender == Gender::Unknown ? QString() : toWire(gender); };
    line(ShareField::Name, patient.name, profile.name);
    line(ShareField::Gender, wire(patient.gender), wire(profile.gender));
    line(ShareField::Birth, patient.birth.toIso(), profile.birth.toIso());
    line(ShareField::Mobile, patient.mobile, profile.mobile);
    line(ShareField::Place, patient.place, profile.place());
    line(ShareField::AbhaNumber, digits(patient.abhaNumber), digits(profile.abhaNumber));
    line(ShareField::AbhaAddress, patient.abhaAddress ? patient.abhaAddress->value() : QString(),
        profile.abhaAddress.value());
    return out;
}

}
