#pragma once

#include <QString>

namespace nadi
{

/// Ten digits, the first 6 to 9: an Indian mobile as ABDM takes it.
bool isMobile(QStringView text);

/// Ten digits out of what people type: "+91", "0", blanks and dashes go. Empty when that leaves no mobile.
QString mobileFromTyped(QStringView typed);

}
