#pragma once

#include "sandbox/loopback_http.h"
#include "sandbox/network.h"

namespace nadi::sandbox
{

/// The patient's phone as a page: who, what arrived, in words, and the document itself. Read only.
///   /phone?person=ADDRESS      the page
///   /phone/data?person=ADDRESS what it polls
///   /phone/document?record=ID  the PDF or picture of one record
class Phone
{
public:
    explicit Phone(const Network &network)
        : m_network(network)
    {
    }
    LocalResponse handle(const LocalRequest &request) const;

private:
    LocalResponse data(const QString &address) const;
    LocalResponse document(const QString &record) const;

    const Network &m_network;
};

}
