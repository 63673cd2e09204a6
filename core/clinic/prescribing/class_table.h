#pragma once

#include "common/result.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace nadi::clinic
{

/// The lists of the Telemedicine Practice Guidelines (telemedicine-rules.md section 3), from least to most restricted.
enum class MedicineList { O, A, B, Prohibited };

/// The form in which the list names a medicine. In another form it is not listed.
enum class ListedUse { Any, Skin, Eye, Ear, Refill };

struct ListedMedicine
{
    QString ingredient; ///< for people: "clotrimazole"
    QStringList names; ///< how it is written, folded by foldMedicine(); the ingredient itself is one of them
    MedicineList list = MedicineList::O;
    ListedUse use = ListedUse::Any;
    QString source; ///< where the row comes from, for the screen
    QDate asOf;

    bool operator==(const ListedMedicine &) const = default;
};

/// Data, not knowledge of the program (P7): shipped rows, and those of the clinic's responsible doctor above them.
struct ClassTable
{
    QString version;
    QList<ListedMedicine> rows;
    QDate asOf = {}; ///< when it was put together
    QString source = {}; ///< who put it together, and from what
};

/// {"version", "asOf"?, "source"?, "rows": [{"ingredient", "names"?, "list", "use"?, "source", "asOf"}]}. A row without
/// source or date is refused. Errors: CLASSES-JSON, CLASSES-ROW with the row's number.
Result<ClassTable> parseClassTable(QByteArrayView json);

/// The rows that come with the program (resources/prescribing): what the guidelines name.
const ClassTable &shippedClassTable();

/// What `shipped` prohibits and `clinic` does not, or not under every name.
QList<ListedMedicine> missingProhibitions(const ClassTable &shipped, const ClassTable &clinic);
/// The clinic's lists instead of the program's. They never lift a prohibition (P1): missing ones are added.
ClassTable inPlaceOf(const ClassTable &shipped, ClassTable clinic);

/// Lower case, accents and signs removed, words parted by one blank: "Co-Codamol®" is "co codamol".
QString foldMedicine(QStringView text);

QString toWord(MedicineList list);
QString toWord(ListedUse use);

}
