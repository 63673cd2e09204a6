#pragma once

#include "storage/outbox.h"
#include "storage/sql.h"

namespace nadi::storage
{

inline constexpr QLatin1String outboxTable{"outbox"};

QString outboxWord(OutboxState state);
/// Columns: sequence, business_key, flow, facility, order_key, operation, state, due_at, deadline, attempts, fence,
/// lease_until, first_error, last_error, created_at, sealed.
Result<OutboxMessage> readMessage(const Connection &db, const Rows &row);

}
