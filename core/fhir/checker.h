#pragma once

#include "common/result.h"

#include <QList>
#include <QString>

namespace nadi::fhir
{

enum class Severity { Error, Warning };

struct Finding
{
    Severity severity = Severity::Error;
    QString place; ///< FHIRPath-like: "Bundle.entry[2].resource.name[0].text"
    QString rule; ///< stable: "FHIR-REQUIRED", "FHIR-FIXED", "FHIR-REFERENCE", …
    QString message; ///< without values from the document
};

/// Limits before and while parsing (S-F7).
struct ReadLimits
{
    qint64 bytes = 50LL * 1024 * 1024;
    int entries = 5'000; ///< items of any one list, members of any one object
    int depth = 64;
    int values = 1'000'000; ///< strings, numbers, objects … altogether: what bounds the memory of a reader
};

/// Checks a document against the NRCeS 6.5.0 profiles it claims and the document rules of nrces-fhir.md section 2. Runs
/// before anything is sent; a document with an Error is never queued. Fails (FHIR-JSON, FHIR-LIMIT) only when it cannot
/// be read.
Result<QList<Finding>> checkDocument(QByteArrayView json, const ReadLimits &limits = {});

}
