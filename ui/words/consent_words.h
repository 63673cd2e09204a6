#pragma once

#include "clinic/consents.h"
#include "ui/theme/standing.h"

#include <QString>

namespace nadi::ui
{

/// "For treatment": why records are asked for, in words that say nothing about the person.
QString purposeWords(const QString &code);
/// "Lotus Clinic, Dr Meera Nair"; "The patient's own app" when nobody else asked.
QString askedByWords(const ConsentArtefact &artefact);
/// "Prescriptions, test reports"; a type this program does not know stays as it was sent.
QString kindsWords(const QStringList &hiTypes);
QString standingWord(clinic::ConsentStanding standing);
Standing standingColor(clinic::ConsentStanding standing);

}
