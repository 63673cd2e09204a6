#pragma once

#include "sandbox/loopback_http.h"
#include "sandbox/network.h"

namespace nadi::sandbox
{

/// The patient's phone as a page: who, what arrived, in words, and the document itself; and it scans a clinic's QR.
///   /phone?person=ADDRESS      the page
///   /phone/data?person=ADDRESS what it polls
///   /phone/record?record=ID    one record to read: what its sections say, its pages; its data at /phone/record/data
///   /phone/document?record=ID[&file=N]  a PDF or picture of that record, the first or the Nth
///   POST /phone/scan           {"person","qr"}: the app scans and shares its profile
///   /phone/consents?person=ADDRESS  who asked and who may see what; its data at /phone/consents/data
///   POST /phone/consent        {"request","answer",…} as in /control/consent-answer, or {"consent"}: taken back
///   POST /phone/queue          {"scan"}: how far the queue is
///   POST /phone/find           {"person","facility"}: looks for records there
///   POST /phone/choose         {"search","careContexts"}: wants these in the app
///   POST /phone/code           {"search","code"}: types the code from the message
class Phone
{
public:
    explicit Phone(Network &network)
        : m_network(network)
    {
    }
    LocalResponse handle(const LocalRequest &request);

private:
    LocalResponse data(const QString &address) const;
    LocalResponse document(const QUrlQuery &asked) const;
    LocalResponse reading(const QString &record) const;
    LocalResponse act(const LocalRequest &request);

    Network &m_network;
};

}
