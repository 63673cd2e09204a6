#include "bridge/sms_mail.h"

#include "common/utc_time.h"

#include <QLocale>
#include <QObject>
#include <QRegularExpression>
#include <QThreadPool>
#include <QUuid>

#include <curl/curl.h>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestText = 480; // three messages
constexpr qsizetype mobileDigits = 10;
constexpr long refusedFrom = 400; // SMTP: 4xx and 5xx
const QString numberMark = u"{number}"_s;

bool isMailbox(const QString &text)
{
    static const QRegularExpression mailbox(u"\\A[A-Za-z0-9.!#$%&'*+/=?^_`|~-]{1,64}@[A-Za-z0-9.-]{1,253}\\z"_s);
    return mailbox.match(text).hasMatch();
}

bool isOneLine(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; });
}

bool isMobile(const QString &number)
{
    return number.size() == mobileDigits && std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

struct Mail
{
    QByteArray to;
    Secret bytes; ///< headers and text
};

Mail mailOf(const SmsMailConfig &config, const SmsMessage &message, UtcTime now)
{
    const auto to = QString(config.to).replace(numberMark, message.mobile).toLatin1();
    const auto from = config.from.toLatin1();
    const auto id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const auto date = QLocale::c().toString(now.toDateTime(), u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " +0000";
    return {to,
        Secret("From: <" + from + ">\r\nTo: <" + to + ">\r\nSubject: " + config.subject.toLatin1() + "\r\nDate: " + date
            + "\r\nMessage-ID: <" + id + from.mid(from.indexOf('@'))
            + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n" + message.text.reveal()
            + "\r\n")};
}

// ---- libcurl

struct Upload
{
    QByteArrayView left;
};

std::size_t readMail(char *into, std::size_t size, std::size_t count, void *user)
{
    auto &upload = *static_cast<Upload *>(user);
    const auto length = std::min<qsizetype>(qsizetype(size * count), upload.left.size());
    std::memcpy(into, upload.left.data(), std::size_t(length));
    upload.left = upload.left.sliced(length);
    return std::size_t(length);
}

int stopWhenAsked(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic<bool> *>(user)->load() ? 1 : 0;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// Blocking; on a thread of the pool.
Done deliver(const SmsMailConfig &config, const Mail &mail, const std::atomic<bool> &stopping)
{
    const Handle curl(curl_easy_init(), &curl_easy_cleanup);
    const List recipients(curl_slist_append(nullptr, ('<' + mail.to + '>').constData()), &curl_slist_free_all);
    if (!curl || !recipients)
        return fail(ErrorKind::Unavailable, u"SMS-NO-ANSWER"_s);
    Upload upload{mail.bytes.reveal()};
    const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_URL, config.server.toEncoded().constData());
    set(CURLOPT_PROXY, ""); // not by what the environment says
    set(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, long(config.timeout.count()));
    set(CURLOPT_MAIL_FROM, ('<' + config.from.toLatin1() + '>').constData());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &readMail);
    set(CURLOPT_READDATA, &upload);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &stopWhenAsked);
    set(CURLOPT_XFERINFODATA, const_cast<std::atomic<bool> *>(&stopping));
    curl_blob issuers{const_cast<char *>(config.caPem.constData()), std::size_t(config.caPem.size()), CURL_BLOB_COPY};
    if (!config.caPem.isEmpty())
        set(CURLOPT_CAINFO_BLOB, &issuers);
    if (!config.user.isEmpty()) {
        set(CURLOPT_USERNAME, config.user.toUtf8().constData());
        set(CURLOPT_PASSWORD, config.secret.reveal().constData());
    }
    const auto outcome = curl_easy_perform(curl.get());
    if (outcome == CURLE_OK)
        return {};
    long said = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &said);
    if (outcome == CURLE_LOGIN_DENIED || (outcome != CURLE_OPERATION_TIMEDOUT && said >= refusedFrom))
        return fail(ErrorKind::Refused, u"SMS-REFUSED"_s, QString::number(said));
    return fail(ErrorKind::Unavailable, u"SMS-NO-ANSWER"_s, QString::number(int(outcome)));
}

}

Done checkSmsMail(const SmsMailConfig &config)
{
    const auto wrong
        = [](QStringView setting) { return fail(ErrorKind::Invalid, u"SMS-SMTP"_s, u"sms."_s + setting.toString()); };
    const auto &server = config.server;
    const bool plain = server.path().isEmpty() && !server.hasQuery() && !server.hasFragment();
    if ((server.scheme() != u"smtps" && server.scheme() != u"smtp") || server.host().isEmpty() || !plain
        || !server.userInfo().isEmpty())
        return wrong(u"smtpUrl");
    if (!isMailbox(config.from))
        return wrong(u"smtpFrom");
    if (config.to.count(numberMark) != 1 || !isMailbox(QString(config.to).replace(numberMark, u"9000000000"_s)))
        return wrong(u"smtpTo");
    if (!isOneLine(config.subject.toUtf8()))
        return wrong(u"sender");
    if (!isOneLine(config.user.toUtf8()) || config.secret.reveal().contains('\0'))
        return wrong(u"smtpUser");
    return {};
}

struct SmsMail::Private
{
    Private(SmsMailConfig given, const Clock &time)
        : config(std::move(given))
        , clock(time)
    {
        pool.setMaxThreadCount(2);
    }

    SmsMailConfig config;
    const Clock &clock;
    QObject context; ///< lives where the provider was made: words of the pool arrive there, or nowhere any more
    std::atomic<bool> stopping = false;
    QThreadPool pool;
};

SmsMail::SmsMail(SmsMailConfig config, const Clock &clock)
    : d(std::make_unique<Private>(std::move(config), clock))
{
    curl_global_init(CURL_GLOBAL_DEFAULT); // counted by libcurl
}

SmsMail::~SmsMail()
{
    d->stopping = true;
    d->pool.clear();
    d->pool.waitForDone();
    d.reset();
    curl_global_cleanup();
}

void SmsMail::send(const SmsMessage &message, Taken taken)
{
    if (!isMobile(message.mobile))
        return taken(fail(ErrorKind::Invalid, u"SMS-NUMBER"_s));
    if (message.text.reveal().size() > longestText || !isOneLine(message.text.reveal()))
        return taken(fail(ErrorKind::Invalid, u"SMS-TEXT"_s));
    d->pool.start([this, mail = mailOf(d->config, message, d->clock.now()), taken = std::move(taken)] {
        auto done = deliver(d->config, mail, d->stopping);
        QMetaObject::invokeMethod(&d->context, [taken, done = std::move(done)] { taken(done); }, Qt::QueuedConnection);
    });
}

}
