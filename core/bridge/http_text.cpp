#include "bridge/http_text.h"

#include <ctime>

namespace nadi::bridge
{

namespace
{

struct Reason
{
    int status;
    const char *words;
};

constexpr Reason reasons[]{
    {200, "OK"},
    {202, "Accepted"},
    {204, "No Content"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {413, "Content Too Large"},
    {417, "Expectation Failed"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
};

QByteArray reasonFor(int status)
{
    for (const auto &reason : reasons)
        if (reason.status == status)
            return reason.words;
    return "Status";
}

QByteArray withoutControls(QByteArray value)
{
    for (char &c : value)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    return value;
}

// RFC 9110 5.6.7; strftime would follow the locale.
QByteArray httpDate()
{
    static constexpr const char *days[]{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char *months[]{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t now = std::time(nullptr);
    std::tm t{};
    gmtime_r(&now, &t);
    char text[40];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[t.tm_wday], t.tm_mday,
        months[t.tm_mon], t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
    return text;
}

}

HeadScan scanHead(QByteArrayView bytes, qsizetype limit)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const qsizetype length = end < 0 ? 0 : end + 4;
    if (length > limit || (!length && bytes.size() >= limit))
        return {.status = 431};
    const QByteArrayView head = length ? bytes.first(length) : bytes;
    for (qsizetype i = 0; i < head.size(); ++i) {
        const auto c = static_cast<unsigned char>(head[i]);
        const bool afterReturn = i > 0 && head[i - 1] == '\r';
        if ((c == '\n') != afterReturn || (c < 0x20 && c != '\r' && c != '\n' && c != '\t') || c == 0x7f)
            return {.status = 400};
        const bool afterLine = i > 0 && head[i - 1] == '\n';
        if (afterLine && (c == ' ' || c == '\t'))
            return {.status = 400};
    }
    return {.length = length};
}

QByteArray responseHead(const HttpResponse &response, AfterResponse after)
{
    QByteArray head;
    head.reserve(256);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonFor(response.status) + "\r\n";
    bool dated = false;
    for (auto it = response.headers.cbegin(); it != response.headers.cend(); ++it) {
        dated = dated || it.key().compare("date", Qt::CaseInsensitive) == 0;
        head += withoutControls(it.key()) + ": " + withoutControls(it.value()) + "\r\n";
    }
    if (!dated)
        head += "Date: " + httpDate() + "\r\n";
    if (!response.contentType.isEmpty())
        head += "Content-Type: " + withoutControls(response.contentType) + "\r\n";
    if (response.status != 204)
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += after == AfterResponse::Close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    return head;
}

}
