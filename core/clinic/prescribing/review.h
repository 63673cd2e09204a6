#pragma once

#include "clinic/prescribing/completeness.h"
#include "clinic/prescribing/medicine_lists.h"
#include "clinic/prescribing/prescribing_rules.h"
#include "clinic/work.h"
#include "domain/record.h"

namespace nadi::clinic
{

/// What the doctor says about the consultation when signing. Kept in the audit trail with the signature.
struct ConsultationStatement
{
    std::optional<TeleMode> mode; ///< how a tele visit was held
    Complaint complaint = Complaint::New;
    Consultation::Treatment treatment = Consultation::Treatment::NotKnown;
    QString reason; ///< why medicines that no list names, or of another system, are right here (P4, Y4)
};

/// What the rules look at, read once; the screen judges anew whenever the doctor says something else.
struct PrescribingFacts
{
    QList<MedicineLine> lines; ///< none for a scan: it is not read
    VisitMode visit = VisitMode::InPerson;
    DoctorId doctor;
    QDate today; ///< the clinic's
    QList<PastVisit> past; ///< of this patient, that took place
    std::optional<SystemOfMedicine> practised;
    ListsInForce lists; ///< those of the moment: at the signature those of its transaction
};
Result<PrescribingFacts> prescribingFacts(Work &work, const Record &record);

QList<LineVerdict> review(
    const PrescribingFacts &facts, const ConsultationStatement &statement, const ClassTable &table);
bool asksReason(const QList<LineVerdict> &verdicts);

/// Inside the transaction that signs. Errors: PRESCRIBING-P1, -P2, -P3 (detail: the line's number), PRESCRIBING-REASON
/// when something is to be confirmed and no reason is given. What was confirmed goes to the audit trail with its reason
/// and the version of the table.
Done passPrescribing(Work &work, const Record &record, const ConsultationStatement &statement);

/// Clinic, doctor, patient, visit and content of a record, as it is stored.
Result<SheetFacts> sheetFacts(Work &work, const Record &record);
/// Inside the transaction that signs: everything that must be said is said (completeness.h). Error: REC-MISSING,
/// detail: the word of the table and the number of the line, never what was typed.
Done passCompleteness(Work &work, const Record &record, const ConsultationStatement &statement);

}
