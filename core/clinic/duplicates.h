#pragma once

#include "clinic/likeness.h"
#include "clinic/patient_index.h"
#include "clinic/work.h"

namespace nadi::clinic
{

/// What speaks for one person behind two files; ui/ has the words.
enum class Evidence { AbhaNumber, AbhaAddress, Mobile, Name, NameBySound, Birth, BirthClose, Gender, Place };
/// Strong asks for a reason before a new file is saved (FD-3).
enum class Strength { Weak, Likely, Strong };

struct Duplicate
{
    Patient patient;
    QList<Evidence> evidence;
    Strength strength = Strength::Weak;
    int score = 0; ///< higher is more alike
};

/// While a new person is typed: files that may be the same person, strongest first. Anything may still be empty.
/// In memory, fast enough for each key press.
QList<Duplicate> duplicatesOf(const PatientIndex &index, const Patient &typed, int limit);
/// Pure: the evidence of one pair; Weak without evidence when nothing speaks for it.
Duplicate judgePair(const Patient &typed, const Patient &known);

/// One line of the worklist.
struct DuplicatePair
{
    Patient one;
    Patient other;
    QList<Evidence> evidence;
    Strength strength = Strength::Likely;
    int score = 0;
};
/// Likely pairs of the whole index, strongest first, without those marked "not the same".
Result<QList<DuplicatePair>> duplicateWorklist(Work &work, const PatientIndex &index, int limit);

/// "Not the same": the pair is not suggested again. Audited as patient.not-same.
Done rejectDuplicate(Work &work, const PatientId &one, const PatientId &other, const QString &reason);

}
