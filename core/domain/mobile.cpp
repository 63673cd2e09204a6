#include "domain/mobile.h"

#include <algorithm>

namespace nadi
{

bool isMobile(QStringView text)
{
    return text.size() == 10 && text.front() >= u'6'
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString mobileFromTyped(QStringView typed)
{
    auto digits = typed.trimmed().toString();
    if (digits.startsWith(u'+'))
        digits.remove(0, 1);
    digits.remove(u' ').remove(u'-');
    if (digits.size() == 12 && digits.startsWith(u"91"))
        digits.remove(0, 2);
    else if (digits.size() == 11 && digits.startsWith(u'0'))
        digits.remove(0, 1);
    return isMobile(digits) ? digits : QString();
}

}
