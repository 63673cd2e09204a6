#include "ui/words/page_words.h"

#include <QCoreApplication>

namespace nadi::ui
{
namespace
{

QString words(const char *text)
{
    return QCoreApplication::translate("PageWords", text);
}

}

PageMarkWords pageMarkWords(const std::optional<PageQuality> &quality, bool accepted)
{
    if (!quality)
        return {};
    const auto mark = markOf(*quality);
    const auto standing = isUnreadable(mark) && !accepted ? Standing::NeedsPerson : Standing::Notice;
    switch (mark) {
    case PageMark::Good:
        break;
    case PageMark::Dim:
        return {words(QT_TRANSLATE_NOOP("PageWords", "A little dark")),
            words(QT_TRANSLATE_NOOP("PageWords", "It can be read. More light makes a better picture.")), standing};
    case PageMark::Soft:
        return {words(QT_TRANSLATE_NOOP("PageWords", "A little blurred")),
            words(QT_TRANSLATE_NOOP("PageWords", "It can be read. Hold the camera still for a better picture.")),
            standing};
    case PageMark::TooDark:
        return {words(QT_TRANSLATE_NOOP("PageWords", "Too dark to read")),
            words(QT_TRANSLATE_NOOP("PageWords", "Take it again with more light, or say why it goes as it is.")),
            standing};
    case PageMark::TooBlurred:
        return {words(QT_TRANSLATE_NOOP("PageWords", "Too blurred to read")),
            words(QT_TRANSLATE_NOOP("PageWords", "Take it again, nearer and held still, or say why it goes as it is.")),
            standing};
    }
    return {words(QT_TRANSLATE_NOOP("PageWords", "Reads well")), {}, Standing::Done};
}

}
