#pragma once

#include "bridge/https_core.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace nadi::bridge
{

namespace http = boost::beast::http;

enum class Standing { Stranger, Idle, Busy };

/// One connection: handshake, then head, admission, body and answer of one request after the other. Works on its
/// strand; kept alive by what it waits for.
class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(const std::shared_ptr<Core> &core, Socket socket, const TlsContext &tls);

    void begin();
    /// From any thread: the place is needed for somebody else.
    void evict();
    /// From any thread: the handler's answer to the request that it was given.
    void give(HttpResponse response);
    void setStanding(Standing standing);

private:
    using Parser = http::request_parser<http::string_body>;

    std::map<quint64, std::shared_ptr<Session>> &mapOf(Standing standing);
    void leaveLocked() { mapOf(m_standing).erase(m_ticket); }
    void startTimer(milliseconds limit);
    void drop();

    void awaitRequest();
    void readHead();
    void takeHead();
    void admit();
    void admitted(const std::optional<HttpResponse> &refusal);
    void expectOrRead(boost::beast::string_view expect);
    void readBody();
    void handle();
    void broken(error_code error);

    void refuse(int status);
    void answer(const HttpResponse &response, AfterResponse after);
    void close();
    void linger(std::size_t soFar);

    Core &m_core;
    std::weak_ptr<Core> m_weakCore;
    asio::ssl::stream<Socket> m_stream;
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>,
        Socket::executor_type>
        m_timer;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    HttpRequest m_request;
    QByteArray m_answer;
    quint64 m_ticket = 0;
    Standing m_standing = Standing::Stranger;
    bool m_keepAlive = true;
    bool m_served = false;
    bool m_timedOut = false;
    bool m_idle = false; ///< no byte of the next request has come
};

}
