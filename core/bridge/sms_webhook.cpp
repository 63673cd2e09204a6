#include "bridge/sms_webhook.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

SmsWebhook::SmsWebhook(SmsWebhookConfig config, const Clock &clock)
    : m_config(std::move(config))
    , m_transport(m_config.caPem, m_config.timeout, clock)
{
}

void SmsWebhook::send(const SmsMessage &message, Taken taken)
{
    QJsonObject body{
        {u"to"_s, u"+91"_s + message.mobile},
        {u"text"_s, QString::fromLatin1(message.text.reveal())},
    };
    if (!m_config.sender.isEmpty())
        body[u"sender"_s] = m_config.sender;
    if (!m_config.templateId.isEmpty())
        body[u"templateId"_s] = m_config.templateId;
    abdm::HttpCall call{abdm::Verb::Post, m_config.url, {}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
    if (!m_config.secret.isEmpty())
        call.headers.append({"Authorization", "Bearer " + m_config.secret.reveal()});
    m_transport.send(call, [taken = std::move(taken)](const abdm::HttpAnswer &answer) {
        if (!answer.answered)
            return taken(fail(ErrorKind::Unavailable, u"SMS-NO-ANSWER"_s));
        if (answer.status / 100 != 2)
            return taken(fail(ErrorKind::Refused, u"SMS-REFUSED"_s, QString::number(answer.status)));
        taken({});
    });
}

}
