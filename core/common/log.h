#pragma once

#include <QLoggingCategory>
#include <QString>

/// Categories: nadi.<room>. Use qCInfo(lcBridge) and so on.
Q_DECLARE_LOGGING_CATEGORY(lcBridge)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcGateway)
Q_DECLARE_LOGGING_CATEGORY(lcDocuments)
Q_DECLARE_LOGGING_CATEGORY(lcUi)
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)

namespace nadi
{

/// Masks what looks like personal data or a secret: runs of six or more digits, ABHA addresses and e-mail
/// addresses, JWTs, long base64; and turns control characters into spaces, so that input cannot forge a line (S-A4).
QString redacted(QStringView text);

/// From here on the process logs JSON lines {"t","level","cat","msg"} to standard error, each redacted.
/// Call once, first thing in main.
void installJsonLog(const QString &program);

}
