#include "journeys/control.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QUrlQuery>

#include <memory>

namespace nadi::test
{

Control::Control(const QJsonObject &readyLine)
    : m_base(readyLine[u"control"].toString())
    , m_ticket("Bearer " + readyLine[u"ticket"].toString().toLatin1())
{
}

QByteArray Control::wait(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
}

QJsonValue Control::read(const QString &what, const QString &person)
{
    auto url = m_base.resolved(QUrl(QStringLiteral("/control/") + what));
    if (!person.isEmpty())
        url.setQuery({{QStringLiteral("person"), person}});
    const auto document = QJsonDocument::fromJson(fetch(url));
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

bool Control::change(const QString &what, const QJsonObject &body)
{
    return !changed(what, body).isEmpty();
}

QJsonObject Control::changed(const QString &what, const QJsonObject &body)
{
    QNetworkRequest request(m_base.resolved(QUrl(QStringLiteral("/control/") + what)));
    request.setRawHeader("Authorization", m_ticket);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setTransferTimeout(10'000);
    return QJsonDocument::fromJson(wait(m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact))))
        .object();
}

QByteArray Control::fetch(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", m_ticket);
    request.setTransferTimeout(10'000);
    return wait(m_network.get(request));
}

}
