#include "abdm/abha/registered_device.h"

#include "abdm/abha/device_xml.h"
#include "common/freed_memory.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPromise>

namespace nadi::abdm::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype mostAnswer = 512 * 1024;

bool isLoopback(const QUrl &base)
{
    return (base.scheme() == u"http" || base.scheme() == u"https")
        && (base.host() == u"localhost" || QHostAddress(base.host()).isLoopback());
}

Refusal refusal(const QString &code, const QString &message = {})
{
    return {ErrorKind::Refused, 0, code, {}, message};
}
}

/// One capture: every port is asked at once, the lowest that is ready takes it.
struct Probe
{
    Biometric kind = Biometric::Fingerprint;
    int waiting = 0;
    QMap<int, DeviceStatus> answered;
    QPromise<Answer<Capture>> promise;

    void end(Answer<Capture> answer)
    {
        promise.addResult(std::move(answer));
        promise.finish();
    }
};

struct RegisteredDevice::Private
{
    DeviceConfig config;
    /// A capture passes through buffers of Qt that nobody else wipes.
    FreedMemoryWiper wiper;
    QNetworkAccessManager http;

    using ProbePtr = std::shared_ptr<Probe>;

    void ask(int port, const QByteArray &verb, const QString &path, const QByteArray &body,
        std::chrono::milliseconds timeout, std::function<void(std::optional<QByteArray>)> take)
    {
        auto url = config.base;
        url.setPort(port);
        url.setPath(path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"text/xml"_s);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(int(timeout.count()));
        auto *reply = http.sendCustomRequest(request, verb, body);
        // Makers ship a certificate of their own for 127.0.0.1; the base never leaves this computer.
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
            if (received > mostAnswer)
                reply->abort();
        });
        QObject::connect(reply, &QNetworkReply::finished, &http, [reply, take = std::move(take)] {
            reply->deleteLater();
            const bool good = reply->error() == QNetworkReply::NoError
                && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
            take(good ? std::optional(reply->readAll()) : std::nullopt);
        });
    }

    void begin(const ProbePtr &probe)
    {
        probe->waiting = config.lastPort - config.firstPort + 1;
        for (int port = config.firstPort; port <= config.lastPort; ++port)
            ask(port, "RDSERVICE", u"/"_s, {}, config.probeTimeout, [this, probe, port](std::optional<QByteArray> xml) {
                if (const auto status = xml ? readDeviceStatus(*xml) : tl::unexpected(refusal(u"DEVICE-NONE"_s)))
                    probe->answered.insert(port, *status);
                if (--probe->waiting == 0)
                    choose(probe);
            });
    }

    void choose(const ProbePtr &probe)
    {
        for (auto it = probe->answered.constBegin(); it != probe->answered.constEnd(); ++it)
            if (it->isReady())
                return take(probe, it.key(), it->capturePath);
        if (probe->answered.isEmpty())
            return probe->end(tl::unexpected(refusal(u"DEVICE-NONE"_s)));
        const auto &first = probe->answered.first();
        probe->end(tl::unexpected(refusal(u"DEVICE-BUSY"_s, u"%1 %2"_s.arg(first.status, first.info).trimmed())));
    }

    void take(const ProbePtr &probe, int port, const QString &path)
    {
        const auto wadh = config.wadh.isEmpty() ? usualWadh(probe->kind) : config.wadh;
        const auto options = captureOptions(probe->kind, config.environment, wadh, int(config.captureTimeout.count()));
        // The device ends first and says why; we wait a little longer.
        const auto patience = config.captureTimeout + config.probeTimeout;
        ask(port, "CAPTURE", path, options, patience, [probe](std::optional<QByteArray> xml) {
            if (!xml)
                return probe->end(tl::unexpected(refusal(u"DEVICE-NONE"_s)));
            auto pid = readCapture(std::move(*xml));
            if (!pid)
                return probe->end(tl::unexpected(pid.error()));
            probe->end(Capture{probe->kind, std::move(*pid)});
        });
    }
};

RegisteredDevice::RegisteredDevice(DeviceConfig config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->config = std::move(config);
}

RegisteredDevice::~RegisteredDevice() = default;

QFuture<Answer<Capture>> RegisteredDevice::capture(Biometric kind)
{
    auto probe = std::make_shared<Probe>();
    probe->kind = kind;
    probe->promise.start();
    auto future = probe->promise.future();
    if (isLoopback(d->config.base) && d->config.firstPort <= d->config.lastPort)
        d->begin(probe);
    else
        probe->end(tl::unexpected(refusal(u"DEVICE-NONE"_s)));
    return future;
}

}
