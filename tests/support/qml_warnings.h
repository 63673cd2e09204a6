#pragma once

#include <QRegularExpression>
#include <QTest>

namespace nadi::test
{

/// For init() of a window test: it fails on whatever QML complains of, on bindings that go round, and on layouts that
/// never settle ("Qt Quick Layouts: Polish loop detected", "possible QQuickItem::polish() loop").
inline void failOnQmlWarnings()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("qrc:.*(Error|is not a|Unable|Cannot|unavailable|Unexpected|Binding loop|Polish loop)"
                       "|is not ready|polish\\(\\) loop")));
}

}
