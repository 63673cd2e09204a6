#pragma once

#include "clinic/work.h"

#include <QDate>
#include <QSet>

namespace nadi::clinic
{

/// Where people appear as rows; the audit event keeps the word.
enum class List { DayBoard, Attention, Search };
QString toWord(List list);

/// Notes whose rows came on the screen (S-A1): one event "patient.list" with how many people were new to this list, and
/// none when nobody was. So a page that follows the change feed writes nothing by looking again, and typing a name is
/// not a flood. One per list and window, used on the store's thread; each day begins anew.
class ListReading
{
public:
    explicit ListReading(List list)
        : m_list(list)
    {
    }
    /// Before the rows are shown: what cannot be audited is not shown.
    Done note(Work &work, const FacilityId &facility, const QList<PatientId> &shown);

private:
    List m_list;
    QSet<PatientId> m_seen;
    QDate m_day;
    UserId m_user;
};

/// Of rows that have a `patient`.
template <class Rows>
QList<PatientId> peopleIn(const Rows &rows)
{
    QList<PatientId> people;
    for (const auto &row : rows)
        people += row.patient.id;
    return people;
}

/// `read(work)`, and then the people that `peopleOf(value)` finds in it are noted: no rows without the event.
template <class Read, class PeopleOf>
auto listed(Work &work, ListReading &reading, const FacilityId &facility, Read read, PeopleOf peopleOf)
    -> decltype(read(work))
{
    auto found = read(work);
    if (!found)
        return found;
    if (const auto noted = reading.note(work, facility, peopleOf(*found)); !noted)
        return failed(noted);
    return found;
}

}
