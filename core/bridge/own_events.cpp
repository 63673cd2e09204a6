#include "bridge/own_events.h"

#include "domain/flow_start.h"

#include <QJsonDocument>

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

namespace
{

storage::InboxMessage message(
    QStringView source, QStringView route, const FlowId &flow, const FacilityId &facility, const QJsonObject &body)
{
    storage::InboxMessage out;
    out.source = source.toString();
    out.route = route.toString();
    out.flow = flow;
    out.facility = facility;
    out.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return out;
}

storage::InboxMessage fromCourier(QStringView route, const storage::OutboxMessage &call, QJsonObject body)
{
    body[u"businessKey"_s] = call.businessKey;
    return message(u"courier", route, call.flow, call.facility, body);
}

}

storage::InboxMessage acceptedMessage(const storage::OutboxMessage &call, const QByteArray &body)
{
    return fromCourier(own_event::callAccepted, call, {{u"body"_s, QString::fromLatin1(body.toBase64())}});
}

storage::InboxMessage refusedMessage(const storage::OutboxMessage &call, const QString &code, int together)
{
    return fromCourier(own_event::callRefused, call, {{u"code"_s, code}, {u"together"_s, together}});
}

storage::InboxMessage delayedMessage(const storage::OutboxMessage &call, const flows::CallDelayed &delay)
{
    return fromCourier(own_event::callDelayed, call,
        {{u"code"_s, delay.code}, {u"attempt"_s, delay.attempt}, {u"nextTryAt"_s, double(delay.nextTryAt.ms())},
            {u"networkDown"_s, delay.networkDown}});
}

storage::InboxMessage pushedMessage(const storage::OutboxMessage &page, const QString &code)
{
    return fromCourier(code.isEmpty() ? own_event::pushDone : own_event::pushFailed, page, {{u"reason"_s, code}});
}

storage::InboxMessage decidedMessage(const FlowId &flow, const FacilityId &facility, const QString &what)
{
    return message(u"bridge", what, flow, facility, {});
}

storage::InboxMessage linkCodeMessage(const storage::OutboxMessage &order, const QString &code, QJsonObject details)
{
    if (!code.isEmpty())
        return fromCourier(flow_event::codeNotSent, order, {{u"reason"_s, code}});
    return fromCourier(flow_event::codeSent, order, std::move(details));
}

storage::InboxMessage answeredInBodyMessage(const FlowId &flow, const FacilityId &facility, const RequestId &callback)
{
    return message(u"bridge", flow_event::answeredInBody, flow, facility, {{u"request"_s, callback.value()}});
}

storage::InboxMessage sharedAnswerMessage(const storage::InboxMessage &callback, const storage::OutboxMessage &call)
{
    auto out = callback;
    out.source = sharedAnswer.toString();
    out.flow = call.flow;
    // Repeats of the callback stay repeats, for each of them.
    out.request = RequestId(callback.request.value() + u'/' + QString::number(call.sequence));
    return out;
}

RequestId requestOfSharedAnswer(const storage::InboxMessage &message)
{
    const auto text = message.request.value();
    return RequestId(text.left(text.lastIndexOf(u'/')));
}

Result<flows::Event> eventOf(const storage::InboxMessage &message)
{
    const auto document = QJsonDocument::fromJson(message.body);
    if (!message.body.isEmpty() && !document.isObject())
        return fail(ErrorKind::Internal, u"EVENT-FORM"_s, message.route);
    const QJsonObject body = document.object();
    const QString key = body[u"businessKey"].toString();
    if (message.route == own_event::callAccepted)
        return flows::CallAccepted{key, QByteArray::fromBase64(body[u"body"].toString().toLatin1())};
    if (message.route == own_event::callRefused)
        return flows::CallRefused{key, body[u"code"].toString(), body[u"together"].toInt(1)};
    if (message.route == own_event::callDelayed)
        return flows::CallDelayed{key, body[u"code"].toString(), body[u"attempt"].toInt(),
            UtcTime::fromMs(qint64(body[u"nextTryAt"].toDouble())), body[u"networkDown"].toBool()};
    if (message.route == flow_event::start)
        return flows::Started{};
    const QString actor = body[u"actor"].toString(u"system"_s);
    return flows::Decided{message.route, body[u"reason"].toString(), actor, body};
}

}
