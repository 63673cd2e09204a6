#pragma once

#include "clinic/work.h"

namespace nadi::clinic
{

/// The printed recovery key of the clinic (S-E4): whether somebody said that it is written down, and the trail of when
/// it was on a screen. The text itself never comes here.
Result<bool> recoveryIsWrittenDown(Work &work);
/// `where` is "window" or "nadictl". Call before showing: what cannot be audited is not shown.
Done noteRecoveryShown(Work &work, const QString &where);
/// The key came to this computer from the printed text.
Done noteKeyInstalled(Work &work);
/// From now on no window asks again.
Done noteRecoveryWrittenDown(Work &work);

}
