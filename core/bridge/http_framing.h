#pragma once

// Private to https_session.cpp.

#include <boost/beast/http.hpp>

#include <iterator>
#include <string>

namespace nadi::bridge
{

namespace http = boost::beast::http;

/// 0, or the status that answers a request whose end two readers could see differently (S-T5).
inline int strictFraming(const http::request_header<> &head)
{
    const auto length = head.equal_range(http::field::content_length);
    const auto encoding = head.equal_range(http::field::transfer_encoding);
    const bool encoded = encoding.first != encoding.second;
    if (std::distance(length.first, length.second) > 1 || std::distance(encoding.first, encoding.second) > 1)
        return 400;
    if (encoded && (length.first != length.second || head.version() < 11))
        return 400;
    if (encoded && !boost::beast::iequals(encoding.first->value(), "chunked"))
        return 400;
    if (length.first != length.second && length.first->value().find_first_not_of("0123456789") != std::string::npos)
        return 400;
    const auto hosts = head.equal_range(http::field::host);
    if (head.version() >= 11 && std::distance(hosts.first, hosts.second) != 1)
        return 400;
    return 0;
}

}
