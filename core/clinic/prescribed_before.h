#pragma once

#include "clinic/work.h"
#include "storage/prescribed_repository.h"

#include <QDate>

namespace nadi::clinic
{

using storage::ContentTemplate;
using storage::PrescribedLine;

struct EarlierContent
{
    RecordId record;
    QDate on;
    RecordContent content;
};

/// What a doctor begins from, read once when an editor opens.
struct PrescribedBefore
{
    QList<PrescribedLine> lines; ///< favourites first, then the most used
    QList<ContentTemplate> templates; ///< of the kind of record, newest first
    QList<EarlierContent> earlier; ///< what this patient's signed records of the kind say, newest first
};
/// `content` says the kind.
Result<PrescribedBefore> prescribedBefore(
    Work &work, const DoctorId &doctor, const PatientId &patient, const RecordContent &content);

/// The lines of a record that was just signed. Joins the caller's transaction.
Done rememberLines(Work &work, const DoctorId &doctor, const RecordContent &content);
Done setFavourite(Work &work, const DoctorId &doctor, const MedicineLine &line, bool favourite);
/// A template of the same name and kind is replaced. Errors: TEMPLATE-NAME without one, REC-EMPTY.
Result<ContentTemplate> saveTemplate(
    Work &work, const DoctorId &doctor, const QString &name, const RecordContent &content);

}
