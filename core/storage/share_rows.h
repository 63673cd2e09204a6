#pragma once

#include "domain/share.h"
#include "storage/sql.h"

namespace nadi::storage
{

// Private to the room: how a share is written.

inline constexpr QLatin1String shareTable{"share"};

QByteArray sharePersonIndex(const Connection &db, const AbhaAddress &address);
Result<QByteArray> sealShare(const Connection &db, const Share &share);

/// The columns readShare() takes, in its order.
#define NADI_SHARE_COLUMNS                                                                                             \
    u"SELECT id, facility, counter, day, number, expires_at, first_received_at, received_at, scans, answer_code,"      \
    u" outcome, patient, decided_at, version, sealed FROM share "
Result<Share> readShare(const Connection &db, const Rows &row);

}
