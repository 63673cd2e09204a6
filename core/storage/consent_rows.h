#pragma once

#include "domain/consent.h"
#include "storage/sql.h"

#include <QJsonObject>

namespace nadi::storage
{

inline constexpr QLatin1String consentTable{"consent"};

/// The sealed part of a consent in force.
QJsonObject artefactJson(const ConsentArtefact &artefact);
/// What is kept of it when it ends: who asked and for what purpose, nothing of the patient.
QJsonObject stubJson(const ConsentArtefact &artefact);
/// A row that begins with id, facility, status, created_at, sealed.
Result<ConsentArtefact> consentOf(const Connection &db, const Rows &row);

}
