#pragma once

#include "common/result.h"

namespace nadi::crypto
{

/// Known answers at program start, under 2 ms: one key agreement, one encryption, one decryption and one refused tag
/// with the values of the reference implementation. A program whose cryptography does not hold must not run.
/// Error: CRYPTO-SELF-TEST, the detail names the step.
Done selfTest();

}
