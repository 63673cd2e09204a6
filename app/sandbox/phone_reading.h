#pragma once

#include "fhir/reader.h"
#include "sandbox/abha_app.h"

namespace nadi::sandbox
{

/// One document as its patient reads it, of whatever kind: who and where, what each section says, the pages, and the
/// version it takes the place of. Made from the Bundle alone, as any ABHA app has to.
QJsonObject readingOf(const ArrivedRecord &record);

/// The PDF or picture at this place of the document's files; nothing that a browser would run.
std::optional<fhir::DocumentView::File> shownFile(const QByteArray &bundle, int index);

}
