#include "clinic/flow_event.h"

#include "storage/delivery_repository.h"
#include "storage/inbox.h"

#include <QJsonDocument>

namespace nadi::clinic
{

Done postFlowEvent(Work &work, const storage::FlowRow &flow, QStringView what, const QString &reason)
{
    storage::InboxMessage message;
    message.source = QStringLiteral("clinic");
    message.route = what.toString();
    message.request = work.ids.next<RequestId>();
    message.facility = flow.facility;
    message.flow = flow.id;
    message.body = QJsonDocument(QJsonObject{
                                     {QStringLiteral("actor"), work.actor.user.value()},
                                     {QStringLiteral("reason"), reason},
                                 })
                       .toJson(QJsonDocument::Compact);
    message.receivedAt = work.clock.now();
    const auto put = storage::Inbox(work.db).put(message);
    return put ? Done{} : Done(failed(put));
}

Done tellDeliveries(Work &work, const PatientId &patient, QStringView what, const QString &reason)
{
    const auto deliveries = storage::DeliveryRepository(work.db).ofPatient(patient);
    if (!deliveries)
        return failed(deliveries);
    storage::FlowRepository flows(work.db);
    for (const auto &delivery : *deliveries) {
        if (delivery.linkedAt.isSet() || isTerminal(delivery.state))
            continue;
        const auto flow = flows.flow(delivery.flow);
        if (!flow)
            return failed(flow);
        if (const auto posted = postFlowEvent(work, *flow, what, reason); !posted)
            return posted;
    }
    return {};
}

}
