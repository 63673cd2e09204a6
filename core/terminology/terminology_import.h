#pragma once

#include "common/utc_time.h"
#include "terminology/release_entry.h"
#include "terminology/terminology_folder.h"

namespace nadi::terminology
{

enum class LicenceAnswer { NotGiven, Accepted };

struct ImportRequest
{
    CodeSystem system = CodeSystem::Snomed;
    QString source; ///< file or folder of the release
    QString folder; ///< where terminology lives on this PC
    LicenceAnswer licence = LicenceAnswer::NotGiven;
    QString version; ///< where the files do not tell it
    UtcTime now;
};

struct ImportReport
{
    ReleaseInfo release;
    QList<qint64> leftOut; ///< lines without a usable code
};

/// Where an import is. An error as the answer ends it, and the terminology stays as it was.
struct ImportProgress
{
    enum class Step { Reading, Indexing } step = Step::Reading;
    qint64 done = 0;
    qint64 all = 0;
};
using OnImportProgress = std::function<Done(const ImportProgress &)>;

/// Imports a release into a new file and puts it in the place of the old one in one move: whoever searches meanwhile
/// has the old release until the next question, and a cut import leaves it untouched.
///
/// Errors: TERM-LICENCE, TERM-BUSY (another import runs), those of release_readers.h, TERM-EMPTY, TERM-STORE.
Result<ImportReport> importRelease(const ImportRequest &request, const OnImportProgress &progress);

}
