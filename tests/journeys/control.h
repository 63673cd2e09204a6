#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QUrl>

namespace nadi::test
{

/// The control page of nadi-sandbox (docs/sandbox.md), for tests: asks and waits for the answer.
class Control
{
public:
    /// `readyLine` is what nadi-sandbox printed when it began.
    explicit Control(const QJsonObject &readyLine);
    /// Undefined when it did not answer 200.
    QJsonValue read(const QString &what, const QString &person = {});
    bool change(const QString &what, const QJsonObject &body);
    /// What a change answered; empty when it was refused.
    QJsonObject changed(const QString &what, const QJsonObject &body);
    QByteArray fetch(const QUrl &url);

private:
    QByteArray wait(QNetworkReply *reply);

    QNetworkAccessManager m_network;
    QUrl m_base;
    QByteArray m_ticket;
};

}
