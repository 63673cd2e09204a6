#pragma once

#include "storage/connection.h"

namespace nadi::storage
{

/// Small facts about the installation that are neither settings nor patient data: "bridge_paused".
class Meta
{
public:
    explicit Meta(Connection &db)
        : m_db(db)
    {
    }
    /// Empty when it was never set.
    Result<QString> value(const QString &name) const;
    Done set(const QString &name, const QString &value);

private:
    Connection &m_db;
};

/// "1" after a restore, until an administrator resumes the bridge: what the backup would send may have been sent
/// (S-B5).
inline constexpr QLatin1String metaBridgePaused{"bridge_paused"};

}
