#pragma once

#include <QString>

namespace nadi
{

/// What the program does next with a failure; never what to tell the person (ui/ turns `code` into words).
enum class ErrorKind {
    Invalid, ///< the input is wrong and stays wrong: show it, do not retry
    NotFound, ///< what was asked for does not exist
    Conflict, ///< somebody else was first (a slot, a unique key, a newer version)
    Refused, ///< the other side said no, finally
    Unavailable, ///< not reachable now: retry by plan
    Timeout, ///< sent or begun, the answer is unknown
    Limit, ///< too big, too deep, too many, too long
    Storage, ///< the database or the disk failed
    Crypto, ///< a key, a tag or an encoding did not hold
    Protocol, ///< the other side does not speak the contract
    Internal, ///< a defect of ours
};

/// A failure as a value.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    /// Stable, for support and tests: "FID-TAG", "DB-NEWER", "ABDM-1207". Never translated, never reused.
    QString code;
    /// For the log. Holds no personal data and no secret: names of fields, sizes, SQLSTATEs.
    QString detail;

    bool operator==(const Error &) const = default;
};

QString toWord(ErrorKind kind);

}
