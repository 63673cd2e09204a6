#include "certificate_watch.h"

#include "common/log.h"
#include "options.h"

#include <QFileInfo>
#include <QSslCertificate>

namespace nadi::app
{

using namespace Qt::StringLiterals;

namespace
{

using namespace std::chrono_literals;

constexpr auto lookEvery = 1min;

}

CertificateWatch::CertificateWatch(bridge::Bridge &bridge, const Settings &settings, const Clock &clock)
    : m_bridge(bridge)
    , m_settings(settings)
    , m_clock(clock)
    , m_changedAt(QFileInfo(settings.text(u"bridge.certificateFile"_s)).lastModified())
{
    connect(&m_timer, &QTimer::timeout, this, &CertificateWatch::look);
    m_timer.start(lookEvery);
    look();
}

void CertificateWatch::look()
{
    const auto parts = partsFrom(m_settings);
    if (!parts) {
        qCWarning(lcBridge) << "certificate:" << parts.error().code << parts.error().detail;
        return;
    }
    warn(parts->listen.certificatePem);
    const auto changedAt = QFileInfo(m_settings.text(u"bridge.certificateFile"_s)).lastModified();
    if (changedAt == m_changedAt)
        return;
    const auto replaced = m_bridge.replaceCertificate(parts->listen.certificatePem, parts->listen.keyPem);
    if (replaced) {
        m_changedAt = changedAt;
        qCInfo(lcBridge) << "certificate renewed";
    } else {
        // Perhaps the key file is not written yet: the old one serves on, and the next look tries again.
        qCWarning(lcBridge) << "certificate not taken:" << replaced.error().code << replaced.error().detail;
    }
}

void CertificateWatch::warn(const QByteArray &certificatePem)
{
    const auto chain = QSslCertificate::fromData(certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return;
    if (const auto days = m_expiry.due(chain.first().expiryDate(), m_clock.now()))
        qCWarning(lcBridge) << "alarm: the bridge certificate expires in days:" << *days;
}

}
