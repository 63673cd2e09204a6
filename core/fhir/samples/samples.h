#pragma once

#include "fhir/document.h"

namespace nadi::fhir
{

/// A document of invented people, for `nadictl bundle samples` and for whoever tests a receiver.
struct Sample
{
    QString name; ///< "prescription-typical"
    DocumentInput input; ///< its sources are read once: ask again for a second document
};

/// Of every kind the least that conforms, what a clinic writes, and the most: long text in Indian scripts, 200 lines,
/// several attachments; and a scan of every HI type. The same ids and bytes each time.
QList<Sample> sampleDocuments();

}
