#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrl>

namespace nadi::test
{

/// What a mail server does with the one who calls.
enum class SmtpFate {
    Take,
    RefuseLogin,
    RefuseRecipient,
    RefuseText,
    HangUpAfterText, ///< the text may be there, nobody says so
    Silence,
    NoTls, ///< speaks, and offers no STARTTLS
};

/// A real SMTP server on loopback, TLS from the first byte or by STARTTLS. Lives on the thread of the test.
class SmtpPeer : public QTcpServer
{
    Q_OBJECT

public:
    enum class Tls { AtOnce, ByStartTls };

    SmtpPeer(const QByteArray &certificatePem, const QByteArray &keyPem, Tls tls, SmtpFate fate)
        : m_tls(tls)
        , m_fate(fate)
    {
        m_configuration = QSslConfiguration::defaultConfiguration();
        m_configuration.setLocalCertificateChain(QSslCertificate::fromData(certificatePem, QSsl::Pem));
        m_configuration.setPrivateKey(QSslKey(keyPem, QSsl::Ec));
        listen(QHostAddress::LocalHost, 0);
    }

    QUrl url() const
    {
        return QUrl(QStringLiteral("%1://localhost:%2")
                .arg(m_tls == Tls::AtOnce ? QStringLiteral("smtps") : QStringLiteral("smtp"))
                .arg(serverPort()));
    }

    QList<QByteArray> commands; ///< every line outside a text
    QList<QByteArray> mails; ///< texts whose end was reached
    int connections = 0;
    bool heardInTheClear = false; ///< anything but EHLO, STARTTLS and QUIT before TLS

protected:
    void incomingConnection(qintptr descriptor) override
    {
        ++connections;
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(m_configuration);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(*socket); });
        if (m_tls == Tls::AtOnce) {
            connect(socket, &QSslSocket::encrypted, this, [this, socket] { greet(*socket); });
            socket->startServerEncryption();
        } else {
            greet(*socket);
        }
    }

private:
    void greet(QSslSocket &socket)
    {
        if (m_fate != SmtpFate::Silence)
            socket.write("220 peer ESMTP\r\n");
    }

    void read(QSslSocket &socket)
    {
        while (socket.canReadLine()) {
            const auto line = socket.readLine();
            if (m_inText)
                takeText(socket, line);
            else
                answer(socket, line.trimmed());
        }
    }

    void takeText(QSslSocket &socket, const QByteArray &line)
    {
        if (line != ".\r\n") {
            m_text += line;
            return;
        }
        m_inText = false;
        mails << m_text;
        if (m_fate == SmtpFate::HangUpAfterText)
            return socket.abort();
        socket.write(m_fate == SmtpFate::RefuseText ? "554 no\r\n" : "250 taken\r\n");
    }

    void answer(QSslSocket &socket, const QByteArray &line)
    {
        commands << line;
        const auto verb = line.left(4).toUpper();
        const bool clear = !socket.isEncrypted();
        heardInTheClear = heardInTheClear || (clear && verb != "EHLO" && verb != "STAR" && verb != "QUIT");
        if (verb == "EHLO") {
            const bool offers = clear && m_fate != SmtpFate::NoTls;
            socket.write(offers ? "250-peer\r\n250 STARTTLS\r\n" : "250-peer\r\n250 AUTH PLAIN\r\n");
        } else if (verb == "STAR") {
            socket.write("220 go\r\n");
            socket.startServerEncryption();
        } else if (verb == "AUTH" && line.count(' ') == 1) {
            socket.write("334 \r\n");
        } else if (verb == "RCPT" && m_fate == SmtpFate::RefuseRecipient) {
            socket.write("550 nobody\r\n");
        } else if (verb == "DATA") {
            m_inText = true;
            m_text.clear();
            socket.write("354 go on\r\n");
        } else if (verb == "QUIT") {
            socket.write("221 bye\r\n");
            socket.disconnectFromHost();
        } else if (verb == "MAIL" || verb == "RCPT" || verb == "RSET") {
            socket.write("250 ok\r\n");
        } else { // the login: with its name or alone on its line
            socket.write(m_fate == SmtpFate::RefuseLogin ? "535 no\r\n" : "235 welcome\r\n");
        }
    }

    const Tls m_tls;
    const SmtpFate m_fate;
    QSslConfiguration m_configuration;
    bool m_inText = false;
    QByteArray m_text;
};

}
