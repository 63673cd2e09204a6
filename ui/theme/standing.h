#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace nadi::ui
{
Q_NAMESPACE
QML_NAMED_ELEMENT(Standing)

/// The six states a thing can be in on any screen (look.md, principle 2). Pages show no others.
enum class Standing { NotStarted, Waiting, Done, Opened, NeedsPerson, Notice };
Q_ENUM_NS(Standing)

}
