#include "bridge/call_payload.h"

namespace nadi::bridge
{

using namespace Qt::StringLiterals;

QJsonObject payloadOf(const flows::SendCall &call)
{
    QJsonObject payload{{u"body"_s, call.body}};
    if (call.linkTokenFor)
        payload[u"linkTokenFor"_s] = call.linkTokenFor->value();
    if (call.alone)
        payload[u"alone"_s] = true;
    return payload;
}

CallPayload callOf(const QJsonObject &payload)
{
    CallPayload call{payload[u"body"].toObject(), std::nullopt, payload[u"alone"].toBool()};
    if (const auto address = AbhaAddress::parse(payload[u"linkTokenFor"].toString()); address)
        call.linkTokenFor = *address;
    return call;
}

QJsonObject payloadOf(const flows::PushRecord &push)
{
    return {
        {u"consent"_s, push.consent.value()},
        {u"transaction"_s, push.transaction.value()},
        {u"careContext"_s, push.careContext.value()},
        {u"record"_s, push.record.value()},
        {u"pageNumber"_s, push.pageNumber},
        {u"pageCount"_s, push.pageCount},
        {u"dataPushUrl"_s, push.dataPushUrl},
        {u"key"_s, QString::fromLatin1(push.requesterKey)},
        {u"nonce"_s, QString::fromLatin1(push.requesterNonce)},
        {u"from"_s, push.from.ms()},
        {u"to"_s, push.to.ms()},
    };
}

flows::PushRecord pushOf(const QJsonObject &payload)
{
    flows::PushRecord push;
    push.consent = ConsentId(payload[u"consent"].toString());
    push.transaction = TransactionId(payload[u"transaction"].toString());
    push.careContext = CareContextRef(payload[u"careContext"].toString());
    push.record = RecordId(payload[u"record"].toString());
    push.pageNumber = payload[u"pageNumber"].toInt();
    push.pageCount = payload[u"pageCount"].toInt(1);
    push.dataPushUrl = payload[u"dataPushUrl"].toString();
    push.requesterKey = payload[u"key"].toString().toLatin1();
    push.requesterNonce = payload[u"nonce"].toString().toLatin1();
    push.from = UtcTime::fromMs(payload[u"from"].toInteger());
    push.to = UtcTime::fromMs(payload[u"to"].toInteger());
    return push;
}

QJsonObject payloadOf(const flows::SendLinkCode &code, const QString &linkReference)
{
    return {
        {u"patient"_s, code.patient.value()},
        {u"linkReference"_s, linkReference},
        {u"lifeMs"_s, qint64(code.life.count())},
    };
}

CodeOrder codeOrderOf(const QJsonObject &payload)
{
    return {PatientId(payload[u"patient"].toString()), payload[u"linkReference"].toString(),
        std::chrono::milliseconds(payload[u"lifeMs"].toInteger())};
}

}
