#include "typed_mobile.h"

#include <QRegularExpression>

namespace nadi::ui
{

QString mobileTyped(QString typed)
{
    static const QRegularExpression form(QStringLiteral("^(?:\\+?91|0)?([6-9][0-9]{9})$"));
    static const QRegularExpression filler(QStringLiteral("[\\s-]"));
    const auto match = form.match(typed.remove(filler));
    return match.hasMatch() ? match.captured(1) : QString();
}

}
