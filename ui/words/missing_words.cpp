#include "ui/words/missing_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace nadi::ui
{
namespace
{

struct MissingWords
{
    const char *what;
    const char *sentence; ///< %1: the line, where there is one
};

constexpr std::array words{
    MissingWords{"clinic.name", QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks the clinic's name.")},
    MissingWords{"clinic.address", QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks the clinic's address.")},
    MissingWords{"clinic.contact", QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks a phone number or e-mail.")},
    MissingWords{"doctor.name", QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks the doctor's name.")},
    MissingWords{
        "doctor.qualification", QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks the doctor's qualification.")},
    MissingWords{"doctor.registration",
        QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks the doctor's registration number.")},
    MissingWords{"doctor.council",
        QT_TRANSLATE_NOOP("MissingWords", "The letterhead lacks the council that registered the doctor.")},
    MissingWords{"patient.name", QT_TRANSLATE_NOOP("MissingWords", "The file lacks the patient's name.")},
    MissingWords{"patient.age", QT_TRANSLATE_NOOP("MissingWords", "The patient's age is not known. Ask for it.")},
    MissingWords{"patient.gender", QT_TRANSLATE_NOOP("MissingWords", "The patient's sex is not known. Ask for it.")},
    MissingWords{
        "patient.address", QT_TRANSLATE_NOOP("MissingWords", "The patient's address is not known. Ask for it.")},
    MissingWords{"patient.weight", QT_TRANSLATE_NOOP("MissingWords", "A child: the weight is not said.")},
    MissingWords{"patient.height", QT_TRANSLATE_NOOP("MissingWords", "A child: the height is not said.")},
    MissingWords{"patient.lmp", QT_TRANSLATE_NOOP("MissingWords", "The last menstrual period is not said.")},
    MissingWords{"consultation.date", QT_TRANSLATE_NOOP("MissingWords", "The record has no date.")},
    MissingWords{
        "consultation.mode", QT_TRANSLATE_NOOP("MissingWords", "It is not said how the consultation was held.")},
    MissingWords{"complaints", QT_TRANSLATE_NOOP("MissingWords", "There are no complaints.")},
    MissingWords{"diagnosis", QT_TRANSLATE_NOOP("MissingWords", "There is no diagnosis; a provisional one is enough.")},
    MissingWords{"medicines", QT_TRANSLATE_NOOP("MissingWords", "There is no medicine.")},
    MissingWords{"advice", QT_TRANSLATE_NOOP("MissingWords", "There is no advice.")},
    MissingWords{"followUp", QT_TRANSLATE_NOOP("MissingWords", "No follow-up is said.")},
    MissingWords{"medicine.name", QT_TRANSLATE_NOOP("MissingWords", "%1: the medicine has no name.")},
    MissingWords{"medicine.latin", QT_TRANSLATE_NOOP("MissingWords", "%1: the name is not written in Latin letters.")},
    MissingWords{
        "medicine.form", QT_TRANSLATE_NOOP("MissingWords", "%1: the form is not said (tablet, syrup, churna …).")},
    MissingWords{"medicine.strength", QT_TRANSLATE_NOOP("MissingWords", "%1: the strength is not said.")},
    MissingWords{"medicine.potency", QT_TRANSLATE_NOOP("MissingWords", "%1: the potency is not said.")},
    MissingWords{"medicine.dose", QT_TRANSLATE_NOOP("MissingWords", "%1: the dose is not said.")},
    MissingWords{"medicine.frequency", QT_TRANSLATE_NOOP("MissingWords", "%1: how often is not said.")},
    MissingWords{"medicine.timing", QT_TRANSLATE_NOOP("MissingWords", "%1: when it is taken is not said.")},
    MissingWords{"medicine.anupana", QT_TRANSLATE_NOOP("MissingWords", "%1: the anupana is not said.")},
    MissingWords{"medicine.duration", QT_TRANSLATE_NOOP("MissingWords", "%1: for how many days is not said.")},
    MissingWords{"medicine.total", QT_TRANSLATE_NOOP("MissingWords", "%1: the total amount is not said.")},
    MissingWords{"report.name", QT_TRANSLATE_NOOP("MissingWords", "The report has no name.")},
    MissingWords{"report.results", QT_TRANSLATE_NOOP("MissingWords", "There is no result.")},
    MissingWords{"report.specimen",
        QT_TRANSLATE_NOOP("MissingWords", "A specimen needs a name and when it was collected and received.")},
    MissingWords{"report.conclusion", QT_TRANSLATE_NOOP("MissingWords", "There is no conclusion.")},
    MissingWords{"report.pictures", QT_TRANSLATE_NOOP("MissingWords", "There is no picture.")},
    MissingWords{"stay.order", QT_TRANSLATE_NOOP("MissingWords", "The patient was discharged before being admitted.")},
    MissingWords{"stay.said", QT_TRANSLATE_NOOP("MissingWords", "Nothing is said about the stay.")},
    MissingWords{"bill.number", QT_TRANSLATE_NOOP("MissingWords", "The bill has no number.")},
    MissingWords{"bill.lines", QT_TRANSLATE_NOOP("MissingWords", "The bill has no line.")},
    MissingWords{"bill.quantity", QT_TRANSLATE_NOOP("MissingWords", "%1: the number of pieces is not said.")},
    MissingWords{"family.relation", QT_TRANSLATE_NOOP("MissingWords", "%1: whose illness it is, is not said.")},
    MissingWords{"vaccine.name", QT_TRANSLATE_NOOP("MissingWords", "%1: the vaccine has no name.")},
    MissingWords{"vaccine.day", QT_TRANSLATE_NOOP("MissingWords", "%1: the day of the vaccine is not said.")},
    MissingWords{"row.name", QT_TRANSLATE_NOOP("MissingWords", "%1: it is not said what it is.")},
    MissingWords{"row.day", QT_TRANSLATE_NOOP("MissingWords", "%1: the day cannot be right.")},
};

}

QString missingSentence(const clinic::Missing &missing, const QString &line)
{
    const auto found
        = std::ranges::find_if(words, [&](const MissingWords &row) { return missing.what == QLatin1String(row.what); });
    if (found == words.end())
        return missing.what;
    const auto sentence = QCoreApplication::translate("MissingWords", found->sentence);
    return sentence.contains(u"%1") ? sentence.arg(line) : sentence;
}

QString missingAction(clinic::Leads leads)
{
    switch (leads) {
    case clinic::Leads::Letterhead:
        return QCoreApplication::translate("MissingWords", "Complete the letterhead");
    case clinic::Leads::Person:
        return QCoreApplication::translate("MissingWords", "Complete the patient's file");
    case clinic::Leads::Consultation:
        return QCoreApplication::translate("MissingWords", "Say it");
    case clinic::Leads::Form:
        return QCoreApplication::translate("MissingWords", "Go to the field");
    case clinic::Leads::Pages:
        return QCoreApplication::translate("MissingWords", "Add pictures");
    }
    return {};
}

}
