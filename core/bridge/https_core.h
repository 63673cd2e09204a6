#pragma once

// Private to https_server.cpp and https_session.cpp, the only files that compile Boost.Asio: it costs each of them many
// seconds and most of a gigabyte.

#include "bridge/http_text.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>

namespace nadi::bridge
{

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<tcp, asio::strand<asio::io_context::executor_type>>;
using TlsContext = std::shared_ptr<asio::ssl::context>;
using std::chrono::milliseconds;

class Session;

/// What the connections share. Outlives them; kept alive by late answers.
struct Core
{
    HttpLimits limits;
    HttpHandler handler;
    asio::io_context io;
    asio::basic_socket_acceptor<tcp, asio::strand<asio::io_context::executor_type>> acceptor{asio::make_strand(io)};
    asio::steady_timer acceptTimer{io};
    std::atomic<bool> stopping = false;

    std::mutex lock;
    TlsContext tls;
    quint64 lastTicket = 0;
    /// Open connections by how long they have been in this state; when the house is full, the one that has waited
    /// longest without an admitted request leaves first. So five hundred silent sockets cannot keep one honest caller
    /// out (S-C9).
    std::map<quint64, std::shared_ptr<Session>> strangers;
    std::map<quint64, std::shared_ptr<Session>> idle;
    std::map<quint64, std::shared_ptr<Session>> busy;
};

}
