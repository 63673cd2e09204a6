#include "storage/outbox_rows.h"

#include "domain/words.h"
#include "storage/sealing.h"

namespace nadi::storage
{
namespace
{
using L = QLatin1String;
constexpr std::array words{
    Word<OutboxState>{OutboxState::Pending, L("pending")},
    Word<OutboxState>{OutboxState::Leased, L("leased")},
    Word<OutboxState>{OutboxState::Unknown, L("unknown")},
    Word<OutboxState>{OutboxState::Accepted, L("accepted")},
    Word<OutboxState>{OutboxState::Confirmed, L("confirmed")},
    Word<OutboxState>{OutboxState::Refused, L("refused")},
    Word<OutboxState>{OutboxState::Expired, L("expired")},
    Word<OutboxState>{OutboxState::Cancelled, L("cancelled")},
    Word<OutboxState>{OutboxState::Shelved, L("shelved")},
};
}

QString outboxWord(OutboxState state)
{
    return wordOf(words, state);
}

Result<OutboxMessage> readMessage(const Connection &db, const Rows &row)
{
    const auto payload = openJson(db, outboxTable, row.text(1), row.bytes(15));
    if (!payload)
        return failed(payload);
    return OutboxMessage{
        .sequence = row.number(0),
        .businessKey = row.text(1),
        .flow = row.id<FlowId>(2),
        .facility = row.id<FacilityId>(3),
        .orderKey = row.text(4),
        .operation = row.text(5),
        .payload = *payload,
        .state = valueOf(words, row.text(6), OutboxState::Shelved),
        .dueAt = row.time(7),
        .deadline = row.time(8),
        .attempts = int(row.number(9)),
        .fence = row.number(10),
        .leaseUntil = row.time(11),
        .firstError = row.text(12),
        .lastError = row.text(13),
        .createdAt = row.time(14),
    };
}

}
