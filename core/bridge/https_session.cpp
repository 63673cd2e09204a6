#include "bridge/https_session.h"

#include "bridge/http_framing.h"
#include "bridge/https_reply.h"

#include <utility>

namespace nadi::bridge
{

namespace
{

constexpr std::size_t headReadBytes = 8 * 1024; // Beast reads 512 bytes at a time when nothing is reserved
constexpr std::size_t bodyReadBytes = 64 * 1024;
constexpr std::size_t lingerBytes = 1024 * 1024; // thrown away unread, so that a refusal is not lost in a reset
constexpr milliseconds closeNotifyTime{20}; // most callers never answer it
constexpr milliseconds closeTime{1'000};

QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

}

Session::Session(const std::shared_ptr<Core> &core, Socket socket, const TlsContext &tls)
    : m_core(*core)
    , m_weakCore(core)
    , m_stream(std::move(socket), *tls)
    , m_timer(m_stream.get_executor())
{
    m_buffer.reserve(headReadBytes);
}

void Session::begin()
{
    startTimer(m_core.limits.headTime);
    m_stream.async_handshake(asio::ssl::stream_base::server,
        [self = shared_from_this()](error_code error) { error ? self->drop() : self->awaitRequest(); });
}

void Session::evict()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->drop(); });
}

void Session::give(HttpResponse response)
{
    asio::post(m_stream.get_executor(), [self = shared_from_this(), response = std::move(response)] {
        self->answer(response, self->m_keepAlive ? AfterResponse::KeepOpen : AfterResponse::Close);
    });
}

void Session::setStanding(Standing standing)
{
    const std::scoped_lock guard(m_core.lock);
    leaveLocked();
    m_ticket = ++m_core.lastTicket;
    mapOf(standing).emplace(m_ticket, shared_from_this());
    m_standing = standing;
}

std::map<quint64, std::shared_ptr<Session>> &Session::mapOf(Standing standing)
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

void Session::startTimer(milliseconds limit)
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

void Session::drop()
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

void Session::awaitRequest()
{
    if (m_buffer.size() > 0) {
        startTimer(m_core.limits.headTime);
        return takeHead();
    }
    startTimer(m_served ? m_core.limits.idleTime : m_core.limits.headTime);
    m_idle = true;
    readHead();
}

void Session::readHead()
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
void Session::takeHead()
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

void Session::admit()
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
                asio::post(
                    self->m_stream.get_executor(), [self, refusal = std::move(refusal)] { self->admitted(refusal); });
        });
}

void Session::admitted(const std::optional<HttpResponse> &refusal)
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

void Session::expectOrRead(boost::beast::string_view expect)
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

void Session::readBody()
{
    if (m_parser->is_done())
        return handle();
    if (m_parser->content_length().value_or(bodyReadBytes) > headReadBytes)
        m_buffer.reserve(bodyReadBytes);
    startTimer(m_core.limits.bodyTime);
    http::async_read(m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](error_code error, std::size_t) { error ? self->broken(error) : self->handle(); });
}

void Session::handle()
{
    m_timer.cancel();
    const std::string &body = m_parser->get().body();
    m_request.body = QByteArray(body.data(), qsizetype(body.size()));
    m_parser->get().body() = {};
    const auto reply = std::make_shared<Reply>(m_weakCore, weak_from_this());
    m_core.handler.handle(m_request, [reply](HttpResponse response) { reply->give(std::move(response)); });
}

void Session::broken(error_code error)
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

void Session::refuse(int status)
{
    HttpResponse response;
    response.status = status;
    answer(response, AfterResponse::Close);
}

void Session::answer(const HttpResponse &response, AfterResponse after)
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
void Session::close()
{
    startTimer(closeNotifyTime);
    m_stream.async_shutdown([self = shared_from_this()](error_code) {
        error_code ignored;
        self->m_stream.next_layer().shutdown(tcp::socket::shutdown_send, ignored);
        self->startTimer(closeTime);
        self->linger(0);
    });
}

void Session::linger(std::size_t soFar)
{
    if (soFar > lingerBytes || m_timedOut)
        return drop();
    m_buffer.clear();
    m_stream.next_layer().async_read_some(
        m_buffer.prepare(headReadBytes), [self = shared_from_this(), soFar](error_code error, std::size_t count) {
            error ? self->drop() : self->linger(soFar + count);
        });
}

}
