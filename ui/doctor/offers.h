#pragma once

#include "clinic/prescribed_before.h"
#include "terminology/term_search.h"
#include "ui/doctor/editor_rows.h"

namespace nadi::ui
{

/// One thing that may be taken into a field.
struct Offer
{
    std::variant<QString, MedicineLine, Code> what; ///< a word of a list, a whole line, a code
    OfferRow row;
};

/// Lines the doctor signed before whose medicine has a word that begins with what was typed.
QList<Offer> lineOffers(const QList<clinic::PrescribedLine> &lines, const QString &typed);
QList<Offer> optionOffers(const QStringList &options, const QString &typed);
QList<Offer> termOffers(const QList<terminology::TermHit> &hits);
/// "SNOMED CT", "LOINC": as the screen calls it.
QString systemName(CodeSystem system);

}
