#pragma once

#include "common/error.h"

#include <QString>

namespace nadi::ui
{

/// The one thing a person can do about a failure. Pages offer the button; nothing else is guessed from a code.
enum class Remedy {
    None,
    Retry,
    ChooseAnother,
    EnterPassword,
    AddAnyway,
    CompareIdentity,
    CorrectEntry,
    TellManager,
    Reload
};

/// What happened and whether it is saved, in one sentence, and one action.
struct Problem
{
    QString sentence;
    Remedy remedy = Remedy::None;
    QString action; ///< word on the button, empty when there is nothing to press
    QString code; ///< small print for support
};

/// The one place where error codes become words (users-and-journeys.md section 6 and 10). An unknown code never means
/// success.
Problem problemOf(const Error &error);
/// The same for a delivery's reason code ("FACILITY", "ABDM-1207", …).
Problem deliveryProblem(const QString &reason);

}
