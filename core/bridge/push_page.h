#pragma once

#include "common/utc_time.h"
#include "crypto/fidelius.h"
#include "flows/flow.h"

namespace nadi::bridge
{

/// The body of one data push (abdm-v3-gateway.md 7.3): one entry per page, encrypted with a key pair and nonce that
/// exist for this call only (S-X1): a second attempt makes new ones. Errors: FID-… when the requester's key or nonce is
/// not usable.
Result<QByteArray> encryptedPage(
    const flows::PushRecord &push, QByteArrayView document, crypto::KeyForm form, Random &random, UtcTime now);

}
