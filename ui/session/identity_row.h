#pragma once

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

public:
    QString field;
    QString here;
    QString there;
    bool same = true;

    bool operator==(const IdentityRow &) const = default;
};

}
