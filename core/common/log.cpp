#include "common/log.h"

#include "common/clock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cstdio>

Q_LOGGING_CATEGORY(lcBridge, "nadi.bridge")
Q_LOGGING_CATEGORY(lcStorage, "nadi.storage")
Q_LOGGING_CATEGORY(lcGateway, "nadi.gateway")
Q_LOGGING_CATEGORY(lcDocuments, "nadi.documents")
Q_LOGGING_CATEGORY(lcUi, "nadi.ui")
Q_LOGGING_CATEGORY(lcSandbox, "nadi.sandbox")

namespace nadi
{
namespace
{
QString programName;

const char *levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QJsonObject line{
        {QStringLiteral("t"), SystemClock().now().toIso()},
        {QStringLiteral("program"), programName},
        {QStringLiteral("level"), QLatin1String(levelName(type))},
        {QStringLiteral("cat"), QLatin1String(context.category ? context.category : "default")},
        {QStringLiteral("msg"), redacted(message)},
    };
    const auto bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}
}

QString redacted(QStringView text)
{
    static const QRegularExpression jwt(QStringLiteral(R"(eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?)"));
    static const QRegularExpression address(QStringLiteral(R"([A-Za-z0-9][A-Za-z0-9_.!-]*@[A-Za-z][A-Za-z0-9.-]*)"));
    static const QRegularExpression base64(QStringLiteral(R"([A-Za-z0-9+/_-]{44,}={0,2})"));
    static const QRegularExpression digits(QStringLiteral(R"((?<![A-Fa-f0-9-])\d(?:[ -]?\d){5,}(?![A-Fa-f0-9]))"));
    auto out = text.toString();
    for (auto &c : out)
        if (c < u' ' || c == QChar(0x7f) || c == QChar(0x2028) || c == QChar(0x2029))
            c = u' ';
    out.replace(jwt, QStringLiteral("<token>"));
    out.replace(address, QStringLiteral("<address>"));
    out.replace(base64, QStringLiteral("<base64>"));
    out.replace(digits, QStringLiteral("<digits>"));
    return out;
}

void installJsonLog(const QString &program)
{
    programName = program;
    qInstallMessageHandler(writeLine);
}

}
