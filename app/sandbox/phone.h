#pragma once

#include "sandbox/loopback_http.h"
#include "sandbox/network.h"

namespace nadi::sandbox
{

/// The patient's phone as a page: who, what arrived, in words, and the document itself; and it scans a clinic's QR.
///   /phone?person=ADDRESS      the page
///   /phone/data?person=ADDRESS what it polls
///   /phone/document?record=ID  the PDF or picture of one record
///   POST /phone/scan           {"person","qr"}: the app scans and shares its profile
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
    LocalResponse document(const QString &record) const;
    LocalResponse act(const LocalRequest &request);

    Network &m_network;
};

}
