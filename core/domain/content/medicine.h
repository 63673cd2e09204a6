#pragma once

#include "domain/content/coded.h"
#include "domain/content/measurement.h"

namespace nadi
{

enum class SystemOfMedicine { Allopathy, Ayurveda, Siddha, Unani, Homoeopathy };

/// When a dose is taken with regard to food. The last three are Ayurvedic times (users-and-journeys.md DR-3).
enum class FoodTime { Unsaid, Before, With, After, EmptyStomach, Bedtime, BetweenMouthfuls, AfterDigestion };

/// How often. `slots` is the Indian 1-0-1 way: doses in the morning, at noon, in the evening and at night, as decimals
/// ("1/2" is written "0.5"). Where it is empty, `everyHours` or `words` says it.
struct DoseTimes
{
    QStringList slots{}; ///< empty, or exactly four
    int everyHours = 0; ///< 0: not said that way
    int timesADay = 0; ///< 0: not said that way
    bool asNeeded = false;
    QString words{}; ///< "once a week", where nothing else fits

    bool operator==(const DoseTimes &) const = default;
};

/// One line of a prescription (telemedicine-rules.md section 4, row "Each medicine").
struct MedicineLine
{
    SystemOfMedicine system = SystemOfMedicine::Allopathy;
    Coded medicine{}; ///< generic, pharmacopoeial or classical name; SNOMED CT only
    QString brand{}; ///< optional, printed in brackets
    QString formulation{}; ///< "tablet", "churna", "arishta"; the clinic's own words
    QString strength{}; ///< "500 mg"; for homoeopathy the potency
    QString dose{}; ///< per taking: "1 tablet", "3 g"
    DoseTimes times{};
    FoodTime food = FoodTime::Unsaid;
    QString anupana{}; ///< vehicle: "warm water", "honey"
    Coded route{}; ///< SNOMED CT
    int days = 0; ///< 0: not said; the prescribing rules ask for it
    QString total{}; ///< total quantity to dispense: "30 tablets", "100 g"
    QString note{};

    bool operator==(const MedicineLine &) const = default;
};

/// The line as a person reads it without the name of the medicine, in English: "1 tablet, 1-0-1, after food, with warm
/// water, for 5 days". Goes to dosageInstruction.text, the printed page and the list in the editor.
QString directionsOf(const MedicineLine &line);
/// "PARACETAMOL 500 mg tablet (Crocin)".
QString nameOf(const MedicineLine &line);

/// "after food"; empty when unsaid.
QString wordsOf(FoodTime time);

QString toWord(SystemOfMedicine system);
QString toWord(FoodTime time);
std::optional<SystemOfMedicine> systemOfMedicineFromWord(QStringView word);
std::optional<FoodTime> foodTimeFromWord(QStringView word);

}
