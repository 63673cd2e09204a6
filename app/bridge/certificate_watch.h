#pragma once

#include "bridge/bridge.h"
#include "bridge/expiry_alarm.h"

#include <QDateTime>
#include <QTimer>

namespace nadi::app
{

/// Looks at the certificate's files once a minute: a renewed one is taken without a restart, an expiring one is warned
/// about 21, 7 and 1 days before (S-T3).
class CertificateWatch : public QObject
{
    Q_OBJECT

public:
    CertificateWatch(bridge::Bridge &bridge, const Settings &settings, const Clock &clock);

private:
    void look();
    void warn(const QByteArray &certificatePem);

    bridge::Bridge &m_bridge;
    const Settings m_settings;
    const Clock &m_clock;
    QDateTime m_changedAt;
    bridge::ExpiryAlarm m_expiry;
    QTimer m_timer;
};

}
