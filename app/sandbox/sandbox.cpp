#include "sandbox/sandbox.h"

#include "common/log.h"
#include "sandbox/control.h"
#include "sandbox/device.h"
#include "sandbox/phone.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimer>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr qsizetype longestPush = 50 * 1024 * 1024; // S-C9
constexpr int certificateDays = 30;
constexpr auto saveEvery = 2s;

Done writeOwnerOnly(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!ok)
        return fail(ErrorKind::Storage, u"SANDBOX-FILES"_s, QFileInfo(path).fileName());
    return {};
}

QByteArray randomText(Random &random, qsizetype bytes)
{
    return random.bytes(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}
}

Sandbox::Sandbox(SandboxOptions options)
    : m_options(std::move(options))
{
}

Sandbox::~Sandbox()
{
    m_server.reset();
    if (const auto saved = save(); !saved)
        qCWarning(lcSandbox) << "state not saved:" << saved.error().code;
}

Result<std::unique_ptr<Sandbox>> Sandbox::start(
    SandboxOptions options, const Settings &settings, const Clock &clock, Random &random)
{
    if (settings.text(u"app.mode"_s) != u"sandbox"_s)
        return fail(ErrorKind::Refused, u"SANDBOX-PRODUCTION"_s, u"app.mode must be sandbox"_s);
    std::unique_ptr<Sandbox> out(new Sandbox(std::move(options)));
    if (const auto opened = out->open(clock, random); !opened)
        return failed(opened);
    return out;
}

Done Sandbox::open(const Clock &clock, Random &random)
{
    auto identity = crypto::makeServerIdentity({u"localhost"_s, u"127.0.0.1"_s}, clock.now(), certificateDays);
    if (!identity)
        return failed(identity);
    m_identity = std::move(*identity);
    m_ticket = Secret(randomText(random, 24));
    if (m_options.network.clientSecret.isEmpty())
        m_options.network.clientSecret = Secret(randomText(random, 24));
    if (!m_options.directory.isEmpty())
        m_options.network.identifierKeyFile = QDir(m_options.directory).filePath(u"abha-identifier-key.der"_s);
    auto network = Network::make(m_options.network, clock, random);
    if (!network)
        return failed(network);
    m_network = std::move(*network);
    if (m_options.faultSeed)
        m_network->faults = Faults::mixed(*m_options.faultSeed);
    else if (!m_options.faultPlan.isEmpty())
        m_network->faults = Faults(m_options.faultPlan);
    m_network->callbacks.trust(m_identity.issuerPem);
    restore();
    if (const auto written = writeFiles(); !written)
        return written;
    return listen();
}

Done Sandbox::writeFiles()
{
    const QDir directory(m_options.directory);
    if (!directory.mkpath(u"."_s))
        return fail(ErrorKind::Storage, u"SANDBOX-FILES"_s, u"directory"_s);
    const std::pair<const char *, QByteArray> files[]{
        {"ca.pem", m_identity.issuerPem},
        {"client-secret", m_options.network.clientSecret.reveal()},
        // For a bridge on the same machine, so that the gateway's TLS check of its callbacks is a real one.
        {"bridge-certificate.pem", m_identity.certificatePem},
        {"bridge-key.pem", m_identity.keyPem},
    };
    for (const auto &[name, bytes] : files)
        if (const auto written = writeOwnerOnly(directory.filePath(QLatin1String(name)), bytes); !written)
            return written;
    return {};
}

Done Sandbox::listen()
{
    bridge::HttpLimits limits;
    limits.bodyBytes = longestPush;
    bridge::HttpHandler handler;
    handler.handle
        = [network = m_network.get()](bridge::HttpRequest request, std::function<void(bridge::HttpResponse)> respond) {
              QMetaObject::invokeMethod(
                  network,
                  [network, request = std::move(request), respond = std::move(respond)] {
                      network->handle(request, respond);
                  },
                  Qt::QueuedConnection);
          };
    auto server = bridge::HttpsServer::start(
        {u"127.0.0.1"_s, m_options.gatewayPort, m_identity.certificatePem, m_identity.keyPem}, limits,
        std::move(handler));
    if (!server)
        return failed(server);
    m_server = std::move(*server);
    m_network->setPushBase(u"https://localhost:%1/push/"_s.arg(m_server->port()));

    m_control = std::make_unique<Control>(*m_network, m_ticket);
    m_phone = std::make_unique<Phone>(*m_network);
    m_local = std::make_unique<LoopbackHttp>([this](const LocalRequest &request) {
        if (request.method == "RDSERVICE" || request.method == "CAPTURE")
            return playDevice(m_network->abha.office(), request);
        return request.path.startsWith(u"/control/"_s) ? m_control->handle(request) : m_phone->handle(request);
    });
    if (!m_local->listen(m_options.controlPort))
        return fail(ErrorKind::Unavailable, u"LISTEN"_s, u"control"_s);
    if (!m_options.stateFile.isEmpty()) {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this] {
            if (const auto saved = save(); !saved)
                qCWarning(lcSandbox) << "state not saved:" << saved.error().code;
        });
        timer->start(saveEvery);
    }
    return {};
}

QJsonObject Sandbox::readyLine() const
{
    const auto gateway = u"https://localhost:%1"_s.arg(m_server->port());
    const auto control = u"http://127.0.0.1:%1"_s.arg(m_local->port());
    const QDir directory(m_options.directory);
    return {
        {u"ready"_s, true},
        {u"gateway"_s, gateway},
        {u"registry"_s, gateway},
        {u"abha"_s, gateway + u"/abha/api"_s},
        {u"abhaWeb"_s, gateway + u"/abha/api/v3/phr/web"_s},
        {u"facilitySearch"_s, gateway + Directory::facilityPath()},
        {u"professionals"_s, gateway + Directory::professionalPath()},
        {u"control"_s, control},
        {u"phone"_s, control + u"/phone"_s},
        {u"device"_s, control},
        {u"ticket"_s, QString::fromLatin1(m_ticket.reveal())},
        {u"sms"_s, gateway + u"/sms"_s},
        {u"caFile"_s, directory.absoluteFilePath(u"ca.pem"_s)},
        {u"clientId"_s, m_options.network.clientId},
        {u"clientSecretFile"_s, directory.absoluteFilePath(u"client-secret"_s)},
        {u"bridgeCertificateFile"_s, directory.absoluteFilePath(u"bridge-certificate.pem"_s)},
        {u"bridgeKeyFile"_s, directory.absoluteFilePath(u"bridge-key.pem"_s)},
    };
}

Done Sandbox::save() const
{
    if (m_options.stateFile.isEmpty() || !m_network)
        return {};
    return writeOwnerOnly(m_options.stateFile, QJsonDocument(m_network->toJson()).toJson(QJsonDocument::Compact));
}

void Sandbox::restore()
{
    QFile file(m_options.stateFile);
    if (!m_options.stateFile.isEmpty() && file.open(QIODevice::ReadOnly))
        m_network->restore(QJsonDocument::fromJson(file.readAll()).object());
}

}
