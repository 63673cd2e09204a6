#include "domain/delivery.h"

#include "domain/words.h"

namespace nadi
{
namespace
{
using L = QLatin1String;
constexpr std::array words{
    Word<DeliveryState>{DeliveryState::Ready, L("ready")},
    Word<DeliveryState>{DeliveryState::Queued, L("queued")},
    Word<DeliveryState>{DeliveryState::WaitingNetwork, L("waiting-network")},
    Word<DeliveryState>{DeliveryState::TokenRequested, L("token-requested")},
    Word<DeliveryState>{DeliveryState::LinkSubmitted, L("link-submitted")},
    Word<DeliveryState>{DeliveryState::Linked, L("linked")},
    Word<DeliveryState>{DeliveryState::Transferred, L("transferred")},
    Word<DeliveryState>{DeliveryState::NoAbhaNotified, L("no-abha-notified")},
    Word<DeliveryState>{DeliveryState::NeedsAttention, L("needs-attention")},
    Word<DeliveryState>{DeliveryState::Withdrawn, L("withdrawn")},
    Word<DeliveryState>{DeliveryState::GaveUp, L("gave-up")},
};
}

QString toWord(DeliveryState state)
{
    return wordOf(words, state);
}

DeliveryState deliveryStateFromWord(QStringView word)
{
    // An unknown word asks a person to look; it never reads as success.
    return valueOf(words, word, DeliveryState::NeedsAttention);
}

bool isTerminal(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Transferred:
    case DeliveryState::NoAbhaNotified:
    case DeliveryState::Withdrawn:
    case DeliveryState::GaveUp:
        return true;
    default:
        return false;
    }
}

}
