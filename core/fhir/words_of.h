#pragma once

#include "fhir/bundle_index.h"

#include <QStringList>

namespace nadi::fhir
{

/// What to print for the common data types; empty when there is nothing to print.
QString conceptWords(JsonValue codeableConcept); ///< text, else the first display, else the first code
QString personWords(JsonValue resource); ///< name.text, else given and family; Organization.name
QString referenceWords(JsonValue reference, const BundleIndex &index);
QString quantityWords(JsonValue quantity);
QString dateWords(JsonValue date);
/// value[x] of any type a person can read.
QString valueWords(JsonValue resource);

/// One readable line per fact of a clinical resource; its narrative when nothing else can be read.
struct Summary
{
    QStringList lines;
    std::vector<JsonValue> related; ///< references whose targets belong below this resource (results of a report)
};
Summary summaryOf(JsonValue resource);
bool hasReader(std::string_view type);

/// Types that say who, where and when; read for the head of the document, not as lines.
bool isFrameType(std::string_view type);

}
