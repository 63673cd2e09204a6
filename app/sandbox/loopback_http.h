#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrlQuery>

#include <functional>

namespace nadi::sandbox
{

struct LocalRequest
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct LocalResponse
{
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
};

/// A small plain HTTP/1.1 server for one machine: loopback only, one request per connection, and only when the Host
/// header names loopback too, so that no web page can reach it through a name of its own.
class LoopbackHttp : public QObject
{
    Q_OBJECT

public:
    explicit LoopbackHttp(std::function<LocalResponse(const LocalRequest &)> handle, QObject *parent = nullptr);
    bool listen(quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void serve(QTcpSocket *socket);

    std::function<LocalResponse(const LocalRequest &)> m_handle;
    QTcpServer m_server;
};

}
