#pragma once

#include "domain/clinic.h"
#include "domain/content/record_content.h"
#include "domain/person.h"

namespace nadi::clinic
{

/// How binding a row of the table is (telemedicine-rules.md section 4).
enum class Level {
    Must, ///< not signed without it
    Should, ///< shown, and the person goes on
    Applicable, ///< shown where it may matter: a child's weight
};

/// Where the missing thing is filled in.
enum class Leads { Letterhead, Person, Consultation, Form, Pages };

/// One thing that a record does not say yet.
struct Missing
{
    QString what; ///< stable word of the table: "doctor.council", "medicine.dose"
    QString source; ///< the row it comes from: "4 Practitioner", "R5", "NRCeS DiagnosticReport"
    Level level = Level::Must;
    Leads leads = Leads::Form;
    QString section{}; ///< of the record's form, by its key
    int row = 0; ///< 0-based, in that section
    QString field{}; ///< by its key

    bool operator==(const Missing &) const = default;
};

/// All that a sheet may say: what completeness judges and the printer prints.
struct SheetFacts
{
    Facility facility;
    Doctor doctor;
    Patient patient;
    VisitMode visit = VisitMode::InPerson;
    std::optional<TeleMode> mode; ///< of a tele visit
    QDate issuedOn; ///< the clinic's day
    int pages = 0; ///< pictures that belong to the record
    RecordContent content; ///< none for a scan: the paper itself says the rest
};

QList<MedicineLine> medicinesIn(const RecordContent &content);

/// A prescription in the sense of section 4: a Prescription that is typed, or any other typed record with medicines.
bool isPrescription(const RecordContent &content);

/// Weight, height, last menstrual period: what section 4 asks of the patient, where it applies.
bool isBodyFact(const Measurement &measurement);

/// What is missing, in the order of the sheet. Beside section 4 it knows what the documents of the network cannot do
/// without (nrces-fhir.md), so that nothing is signed that could not be sent.
QList<Missing> missingIn(const SheetFacts &facts);

bool maySign(const QList<Missing> &missing);

}
