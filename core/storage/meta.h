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
/// storage::RestoreReport as JSON.
inline constexpr QLatin1String metaRestoreReport{"restore_report"};
/// When the end of the audit trail was last kept elsewhere (S-A6).
inline constexpr QLatin1String metaHeadKeptAt{"audit_head_kept_at"};
/// Something that only the tenant's key opens, base64.
inline constexpr QLatin1String metaKeyCheck{"key_check"};
/// This computer's clock minus the gateway's, as last heard; 0 while it is right enough (S-M2).
inline constexpr QLatin1String metaClockSkewSeconds{"clock_skew_s"};
/// When a person said that the recovery text of this clinic's key is written down (S-E4).
inline constexpr QLatin1String metaRecoveryWrittenAt{"recovery_written_at"};

}
