#pragma once

// Private to https_server.cpp, the only file that compiles Boost.Asio and Boost.Beast: they cost half a minute and a
// gigabyte.

#include "bridge/http_text.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <atomic>
#include <map>
#include <mutex>
#include <utility>

namespace nadi::bridge
{

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<tcp, asio::strand<asio::io_context::executor_type>>;
using TlsContext = std::shared_ptr<asio::ssl::context>;
using std::chrono::milliseconds;

constexpr std::size_t headReadBytes = 8 * 1024; // Beast reads 512 bytes at a time when nothing is reserved
constexpr std::size_t bodyReadBytes = 64 * 1024;
constexpr std::size_t lingerBytes = 1024 * 1024; // thrown away unread, so that a refusal is not lost in a reset
constexpr milliseconds closeNotifyTime{20}; // most callers never answer it
constexpr milliseconds closeTime{1'000};

inline QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

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

enum class Standing { Stranger, Idle, Busy };

class Session : public std::enable_shared_from_this<Session>
{
public:
    Session(std::shared_ptr<Core> &core, Socket socket, const TlsContext &tls)
        : m_core(*core)
        , m_weakCore(core)
        , m_stream(std::move(socket), *tls)
        , m_timer(m_stream.get_executor())
    {
        m_buffer.reserve(headReadBytes);
    }

    void begin()
    {
        startTimer(m_core.limits.headTime);
        m_stream.async_handshake(asio::ssl::stream_base::server,
            [self = shared_from_this()](error_code error) { error ? self->drop() : self->awaitRequest(); });
    }

    /// From outside the strand: the place is needed for somebody else.
    void evict()
    {
        asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->drop(); });
    }

    void setStanding(Standing standing)
    {
        const std::scoped_lock guard(m_core.lock);
        leaveLocked();
        m_ticket = ++m_core.lastTicket;
        mapOf(standing).emplace(m_ticket, shared_from_this());
        m_standing = standing;
    }

private:
    using Parser = http::request_parser<http::string_body>;

    std::map<quint64, std::shared_ptr<Session>> &mapOf(Standing standing)
    {
        switch (standing) {
        case Standing::Stranger:
            return m_core.strangers;
        case Standing::Idle:
            return m_core.idle;
        case Standing::Busy:
            break;
        }
        return m_core.busy;
    }
    void leaveLocked() { mapOf(m_standing).erase(m_ticket); }

    void startTimer(milliseconds limit)
    {
        m_timedOut = false;
        m_timer.expires_after(limit);
        m_timer.async_wait([weak = weak_from_this()](error_code error) {
            const auto self = weak.lock();
            if (error || !self || self->m_timer.expiry() > std::chrono::steady_clock::now())
                return;
            self->m_timedOut = true;
            error_code ignored;
            self->m_stream.next_layer().cancel(ignored);
        });
    }

    void drop()
    {
        {
            const std::scoped_lock guard(m_core.lock);
            leaveLocked();
        }
        m_timer.cancel();
        error_code ignored;
        m_stream.next_layer().close(ignored);
    }

    // ---- one request after the other ----

    void awaitRequest()
    {
        if (m_buffer.size() > 0) {
            startTimer(m_core.limits.headTime);
            return takeHead();
        }
        startTimer(m_served ? m_core.limits.idleTime : m_core.limits.headTime);
        m_idle = true;
        readHead();
    }

    void readHead()
    {
        m_stream.async_read_some(
            m_buffer.prepare(headReadBytes), [self = shared_from_this()](error_code error, std::size_t count) {
                if (error)
                    return self->m_timedOut && !(self->m_served && self->m_idle) ? self->refuse(408) : self->close();
                self->m_buffer.commit(count);
                if (std::exchange(self->m_idle, false))
                    self->startTimer(self->m_core.limits.headTime);
                self->takeHead();
            });
    }

    /// The parser sees a complete head or nothing. Beast's own header_limit counts only what it has not consumed yet,
    /// so that many short fields would pass it.
    void takeHead()
    {
        const auto bytes = static_cast<const char *>(m_buffer.data().data());
        const HeadScan scan = scanHead(QByteArrayView(bytes, qsizetype(m_buffer.size())), m_core.limits.headBytes);
        if (scan.status)
            return refuse(scan.status);
        if (!scan.length)
            return readHead();
        m_parser.emplace();
        m_parser->header_limit(std::uint32_t(m_core.limits.headBytes));
        m_parser->body_limit(boost::none); // decided after the head is known, so that 413 does not come before 401
        error_code error;
        m_buffer.consume(m_parser->put(asio::buffer(bytes, size_t(scan.length)), error));
        if (error || !m_parser->is_header_done())
            return refuse(400);
        admit();
    }

    void admit()
    {
        m_timer.cancel();
        const auto &head = m_parser->get();
        m_keepAlive = m_parser->keep_alive();
        if (const int status = strictFraming(head))
            return refuse(status);
        m_request = {};
        m_request.method = bytesOf(head.method_string());
        const QByteArray target = bytesOf(head.target());
        const qsizetype mark = target.indexOf('?');
        m_request.path = mark < 0 ? target : target.left(mark);
        m_request.query = mark < 0 ? QByteArray() : target.mid(mark + 1);
        for (const auto &field : head) {
            QByteArray &value = m_request.headers[bytesOf(field.name_string()).toLower()];
            // Repeated fields are joined (RFC 9110 5.3): two ids become one unknown id, never a choice between them.
            value = value.isNull() ? bytesOf(field.value()) : value + ", " + bytesOf(field.value());
        }
        if (!m_core.handler.admitLater)
            return admitted(m_core.handler.admit ? m_core.handler.admit(m_request) : std::nullopt);
        m_core.handler.admitLater(
            m_request, [weakCore = m_weakCore, weak = weak_from_this()](std::optional<HttpResponse> refusal) {
                const auto core = weakCore.lock(); // first: the session may not outlive it
                if (const auto self = weak.lock(); self && core && !core->stopping)
                    asio::post(self->m_stream.get_executor(),
                        [self, refusal = std::move(refusal)] { self->admitted(refusal); });
            });
    }

    void admitted(const std::optional<HttpResponse> &refusal)
    {
        if (refusal)
            return answer(*refusal, AfterResponse::Close);
        const auto limit = std::uint64_t(m_core.limits.bodyBytes);
        if (const auto length = m_parser->content_length(); length && *length > limit)
            return refuse(413);
        m_parser->body_limit(limit);
        setStanding(Standing::Busy);
        expectOrRead(m_parser->get()[http::field::expect]);
    }

    /// 0, or the status that answers a request whose end two readers could see differently (S-T5).
    static int strictFraming(const http::request_header<> &head)
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

    void expectOrRead(boost::beast::string_view expect)
    {
        if (expect.empty() || m_parser->is_done())
            return readBody();
        if (!boost::beast::iequals(expect, "100-continue"))
            return refuse(417);
        static constexpr char goOn[] = "HTTP/1.1 100 Continue\r\n\r\n";
        startTimer(m_core.limits.bodyTime);
        asio::async_write(m_stream, asio::buffer(goOn, sizeof goOn - 1),
            [self = shared_from_this()](error_code error, std::size_t) { error ? self->drop() : self->readBody(); });
    }

    void readBody()
    {
        if (m_parser->is_done())
            return handle();
        if (m_parser->content_length().value_or(bodyReadBytes) > headReadBytes)
            m_buffer.reserve(bodyReadBytes);
        startTimer(m_core.limits.bodyTime);
        http::async_read(m_stream, m_buffer, *m_parser, [self = shared_from_this()](error_code error, std::size_t) {
            error ? self->broken(error) : self->handle();
        });
    }

    void handle();
    void broken(error_code error)
    {
        if (m_timedOut)
            return refuse(408);
        if (error == http::error::body_limit)
            return refuse(413);
        if (error == http::error::end_of_stream || error == http::error::partial_message
            || error.category() != make_error_code(http::error::bad_field).category())
            return close();
        refuse(400);
    }

    // ---- answers ----

    void refuse(int status)
    {
        HttpResponse response;
        response.status = status;
        answer(response, AfterResponse::Close);
    }

    void answer(const HttpResponse &response, AfterResponse after)
    {
        if (response.status == 0)
            return drop();
        m_answer = responseHead(response, after);
        if (m_request.method != "HEAD")
            m_answer += response.body;
        startTimer(m_core.limits.bodyTime);
        asio::async_write(m_stream, asio::buffer(m_answer.constData(), size_t(m_answer.size())),
            [self = shared_from_this(), after](error_code error, std::size_t) {
                if (error)
                    return self->drop();
                if (after == AfterResponse::Close)
                    return self->close();
                self->m_served = true;
                self->setStanding(Standing::Idle);
                self->awaitRequest();
            });
    }

    /// Close-notify, then our end of the connection, then what is still on its way to us is thrown away: a connection
    /// that is closed with unread bytes is reset, and the caller might never see the answer.
    void close()
    {
        startTimer(closeNotifyTime);
        m_stream.async_shutdown([self = shared_from_this()](error_code) {
            error_code ignored;
            self->m_stream.next_layer().shutdown(tcp::socket::shutdown_send, ignored);
            self->startTimer(closeTime);
            self->linger(0);
        });
    }

    void linger(std::size_t soFar)
    {
        if (soFar > lingerBytes || m_timedOut)
            return drop();
        m_buffer.clear();
        m_stream.next_layer().async_read_some(
            m_buffer.prepare(headReadBytes), [self = shared_from_this(), soFar](error_code error, std::size_t count) {
                error ? self->drop() : self->linger(soFar + count);
            });
    }

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
    friend class Reply;
};

/// One answer to one request, from any thread; a handler that lost it answers 500 (S-B8).
class Reply
{
public:
    Reply(std::weak_ptr<Core> core, std::weak_ptr<Session> session)
        : m_core(std::move(core))
        , m_session(std::move(session))
    {
    }
    ~Reply()
    {
        if (!m_given) {
            HttpResponse response;
            response.status = 500;
            give(std::move(response));
        }
    }
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;

    void give(HttpResponse response)
    {
        if (m_given.exchange(true))
            return;
        const auto core = m_core.lock(); // first: the session may not outlive it
        const auto session = m_session.lock();
        if (!core || !session || core->stopping)
            return;
        asio::post(session->m_stream.get_executor(), [session, response = std::move(response)] {
            session->answer(response, session->m_keepAlive ? AfterResponse::KeepOpen : AfterResponse::Close);
        });
    }

private:
    std::weak_ptr<Core> m_core;
    std::weak_ptr<Session> m_session;
    std::atomic<bool> m_given = false;
};

inline void Session::handle()
{
    m_timer.cancel();
    const std::string &body = m_parser->get().body();
    m_request.body = QByteArray(body.data(), qsizetype(body.size()));
    m_parser->get().body() = {};
    const auto reply = std::make_shared<Reply>(m_weakCore, weak_from_this());
    m_core.handler.handle(m_request, [reply](HttpResponse response) { reply->give(std::move(response)); });
}

}
