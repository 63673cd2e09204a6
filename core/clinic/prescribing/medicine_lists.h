#pragma once

#include "clinic/prescribing/class_table.h"
#include "clinic/work.h"

namespace nadi::clinic
{

/// The lists by which a signature judges now (P7): the program's, or the newest the clinic took in with the program's
/// prohibitions above it, which nobody lifts (P1).
struct ListsInForce
{
    int number = 0; ///< 0: the program's
    ClassTable table = shippedClassTable();
};
Result<ListsInForce> listsInForce(Work &work);

/// What a file would change, before anybody decides.
struct ListProposal
{
    ClassTable table; ///< as it would judge
    int added = 0; ///< medicines that no list named before, or not in this form
    int changed = 0; ///< that go to another list
    QStringList left; ///< that no list names any more
    QStringList kept; ///< prohibited by the program and missing in the file: prohibited all the same
};
/// Errors: those of parseClassTable(); CLASSES-HEAD (a list of a clinic names its version, date and source),
/// CLASSES-EMPTY, CLASSES-FUTURE (detail: the row), CLASSES-CONTRADICTION (detail: the row that puts a name on another
/// list than a row before it), CLASSES-OLDER (than the one in force), CLASSES-SAME (version).
Result<ListProposal> proposeList(QByteArrayView json, const ClassTable &inForce, QDate today);

/// One edition, for people.
struct ListEdition
{
    int number = 0; ///< 0: the program's
    QString version;
    QDate asOf;
    QString source;
    QString responsible; ///< the doctor's name; empty for the program's
    UserId takenBy;
    UtcTime takenAt;
    int judged = 0; ///< records that were signed under it
};
/// Newest first: the first is in force. The program's is the last.
Result<QList<ListEdition>> listEditions(Work &work);

/// Takes a file in: from then on signatures judge by it. Checked once more inside its transaction, and audited. Records
/// that were signed before keep the edition by which they were judged. Errors: of proposeList(), CLASSES-DOCTOR.
Result<ListEdition> takeList(Work &work, const QByteArray &json, const DoctorId &responsible);

}
