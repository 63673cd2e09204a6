#pragma once

#include <QString>

namespace nadi::ui
{

/// Ten digits of what was typed with blanks, 0 or +91 before it; empty when it is no mobile number.
QString mobileTyped(QString typed);

}
