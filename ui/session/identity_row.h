#pragma once

#include "clinic/likeness.h"

#include <QObject>
#include <QString>

namespace nadi::ui
{

/// One line of two identities side by side (rule R6).
struct IdentityRow
{
    Q_GADGET
    Q_PROPERTY(QString field MEMBER field)
    Q_PROPERTY(QString here MEMBER here)
    Q_PROPERTY(QString there MEMBER there)
    Q_PROPERTY(bool same MEMBER same)
    Q_PROPERTY(QString word MEMBER word)

public:
    QString field;
    QString here;
    QString there;
    bool same = true;
    QString word; ///< where neither "Same" nor "Differs" says it: alike, or one side does not say

    bool operator==(const IdentityRow &) const = default;
};

/// As screens show it: mobiles and ABHA numbers masked, what neither side says left out.
QList<IdentityRow> identityRows(const clinic::Likeness &likeness);

}
