#pragma once

#include "terminology/release_entry.h"

namespace nadi::terminology
{

/// Each reads one release from outside, entry by entry, and ends at the first thing that does not hold: TERM-FILE,
/// TERM-COLUMNS, TERM-LINE, TERM-CODE (a check digit), TERM-TWICE, or what the sink answered.

/// A folder with an RF2 snapshot, of one edition or of several together, or one file of the Global Patient Set.
Result<ReadRelease> readSnomed(const QString &path, const ReleaseSink &sink);
/// Loinc.csv or LoincTableCore.csv, of any release.
Result<ReadRelease> readLoinc(const QString &path, const ReleaseSink &sink);
/// A list with a code and a title column, as a site that holds the licence has it.
Result<ReadRelease> readIcd10(const QString &path, const ReleaseSink &sink);
/// The morbidity codes of the NAMASTE portal, saved as CSV: Namaste, Siddha or Unani.
Result<ReadRelease> readAyush(CodeSystem system, const QString &path, const ReleaseSink &sink);

/// By system; TERM-KIND for one that has no release of its own (TM2 comes with NAMASTE).
Result<ReadRelease> readRelease(CodeSystem system, const QString &path, const ReleaseSink &sink);

}
