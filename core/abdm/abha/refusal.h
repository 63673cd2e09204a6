#pragma once

#include "common/error.h"

#include <tl/expected.hpp>

namespace nadi::abdm::abha
{

/// How a call to the ABHA service ended without what was asked for (abha-m1.md 1.7, 1.8).
struct Refusal
{
    /// Refused: a final no. Unavailable: not reachable, or a service behind it is down. Timeout: the answer is unknown,
    /// an OTP may be spent. Protocol: an answer that says neither yes nor no; never taken for success.
    ErrorKind kind = ErrorKind::Protocol;
    int httpStatus = 0;
    /// Trimmed of blanks and a trailing colon: "ABDM-1204", "900901"; "FIELD-loginId" for bodies keyed by field;
    /// "AUTH-FAILED" for 200 with another authResult than success; "HTTP-503" when the body names nothing.
    QString code;
    QString field; ///< of bodies keyed by field: "loginId", "otpValue"
    /// The service's own words, at most 200 characters, control characters removed. For the screen beside our sentence;
    /// never for the log (it may hold a masked number).
    QString message;
};

template <class T>
using Answer = tl::expected<T, Refusal>;

}
