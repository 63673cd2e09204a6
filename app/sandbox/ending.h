#pragma once

#include "sandbox/abha_app.h"
#include "sandbox/callback_sender.h"
#include "sandbox/people.h"

#include <QSet>

namespace nadi::sandbox
{

/// Somebody deactivates or deletes their ABHA: every hospital that linked something hears it (4.5, inferred).
class Ending
{
public:
    struct Parts
    {
        People &people;
        Registry &registry;
        AbhaApp &app;
        CallbackSender &callbacks;
        Tempo &tempo;
    };
    explicit Ending(Parts parts)
        : m_parts(parts)
    {
    }

    /// `status` DEACTIVATED, DELETED or ACTIVE; false: no such person.
    bool tell(const QString &address, const QString &status);
    Answer onDeactivate(const Call &call);

    /// Facilities that acknowledged for this address.
    QStringList acknowledged(const QString &address) const;

private:
    Parts m_parts;
    QSet<QPair<QString, QString>> m_acknowledged; ///< address, facility
};

}
