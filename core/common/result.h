#pragma once

#include "common/error.h"

#include <tl/expected.hpp>

namespace nadi
{

/// A value or an Error. Functions that return one are [[nodiscard]].
template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value, or an Error.
using Done = tl::expected<void, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString code, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(code), std::move(detail)});
}

/// Passes a failure on: `if (!row) return failed(row);`
template <class T>
[[nodiscard]] tl::unexpected<Error> failed(const tl::expected<T, Error> &result)
{
    return tl::unexpected<Error>(result.error());
}

}
