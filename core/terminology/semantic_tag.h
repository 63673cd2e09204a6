#pragma once

#include "terminology/term_scope.h"

namespace nadi::terminology
{

/// Where a SNOMED CT concept may be used, by the tag that ends its fully specified name: "Fever (finding)". Pure.
QList<TermScope> scopesOfName(QStringView fullySpecifiedName);

/// The name without its tag: "Fever".
QString withoutTag(const QString &fullySpecifiedName);

}
