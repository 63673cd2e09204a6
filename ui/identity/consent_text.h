#pragma once

#include "common/result.h"

#include <QList>
#include <QString>

namespace nadi::ui
{

/// NHA's wording that is shown unchanged before an Aadhaar number leaves the desk (abha-m1.md 4.6).
struct ConsentWording
{
    QString language; ///< "en", "hi"
    QString languageName; ///< in its own script
    QString title;
    QString text;
    QString note; ///< of a translation: that the English text is the binding one
};

/// All languages there are for a consent; the binding one first. Fails with CONSENT-TEXT.
Result<QList<ConsentWording>> consentWordings(const QString &code, const QString &version);

}
