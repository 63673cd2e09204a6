#pragma once

#include "abdm/endpoint.h"
#include "flow_driver.h"
#include "flows/link_code.h"
#include "flows/needs.h"
#include "flows/routing.h"
#include "support/seeded_random.h"

#include <QJsonArray>

namespace nadi::test
{

inline abdm::DiscoverRequest discoverRequest(const QString &transaction = u"26b76ec8-2f3f-4c49-9e0e-1e0f8d8a7b16"_s)
{
    abdm::DiscoverRequest request;
    request.transaction = TransactionId(transaction);
    request.abhaAddress = u"asha.verma1990@sbx"_s;
    request.verified = {{abdm::NetworkIdentifier::Type::Mobile, u"9000000001"_s}};
    request.name = u"Asha Verma"_s;
    request.gender = Gender::Female;
    request.yearOfBirth = 1990;
    return request;
}

/// One person's own linking, with what the runner's loader and executor do around it.
class DiscoveryDriver : public FlowDriver
{
public:
    DiscoveryDriver()
        : FlowDriver(flow_kind::discovery, flows::discoveryStart())
    {
        facts.patient->abhaAddress.reset();
        facts.patient->abhaVerifiedAt = {};
        facts.patient->localNumber = u"UHID-000482"_s;
        flows::DiscoveryCandidate candidate;
        candidate.patient = *facts.patient;
        candidate.sameMobile = true;
        candidates = {candidate};
        unlinked = {{CareContextRef(u"OP-2026-000117"_s), HiType::OPConsultation, QDate(2026, 2, 11)},
            {CareContextRef(u"RX-2026-000117"_s), HiType::Prescription, QDate(2026, 2, 11)}};
    }

    void arrive(const abdm::Callback &callback, const QString &request)
    {
        flows::CallbackArrived event{{}, callback, RequestId(request), {}, receivedAt.isSet() ? receivedAt : facts.now};
        const auto wanted = flows::needs(flow_kind::discovery, state, event);
        looked = wanted.discover.has_value();
        facts.candidates = looked ? candidates : QList<flows::DiscoveryCandidate>();
        facts.unlinked = looked || wanted.unlinked ? unlinked : QList<flows::UnlinkedContext>();
        apply(event);
    }
    void discover(const QString &request = u"q-1"_s) { arrive(discoverRequest(), request); }
    void init(
        const QStringList &contexts = {u"OP-2026-000117"_s, u"RX-2026-000117"_s}, const QString &request = u"q-2"_s)
    {
        abdm::LinkInit init;
        init.transaction = discoverRequest().transaction;
        init.abhaAddress = u"asha.verma1990@sbx"_s;
        for (const auto &context : contexts)
            init.chosen << CareContextRef(context);
        arrive(init, request);
    }
    /// The code sender's word; remembers the digits as the person's phone would.
    void codeLeaves()
    {
        const auto *order = find<flows::SendLinkCode>();
        QVERIFY(order);
        codeLeaves(order->businessKey);
    }
    void codeLeaves(const QString &businessKey)
    {
        digits = flows::drawLinkCode(random);
        const auto mark = flows::markOf(digits, reference(), random);
        apply(flows::Decided{flow_event::codeSent.toString(), {}, u"system"_s,
            {{u"businessKey"_s, businessKey}, {u"salt"_s, QString::fromLatin1(mark.salt.toBase64())},
                {u"digest"_s, QString::fromLatin1(mark.digest.toBase64())}, {u"hint"_s, u"******0001"_s}}});
    }
    void confirm(const Secret &typed, const QString &request)
    {
        abdm::LinkConfirm confirm;
        confirm.linkReference = reference();
        confirm.token = typed;
        arrive(confirm, request);
    }
    /// Some code that is not the right one.
    Secret wrong() const { return Secret(digits.reveal() == "000000" ? QByteArray("000001") : QByteArray("000000")); }
    void untilCodeSent()
    {
        discover();
        accept();
        init();
        codeLeaves();
        accept();
    }

    static QString reference() { return flows::linkReferenceOf(discoverRequest().transaction); }
    QJsonObject body() const { return calls.isEmpty() ? QJsonObject() : calls.last().body; }
    QString error() const { return body()[u"error"][u"code"].toString(); }
    QStringList contexts() const
    {
        QStringList out;
        for (const auto &patient : body()[u"patient"].toArray())
            for (const auto &context : patient[u"careContexts"].toArray())
                out << context[u"referenceNumber"].toString();
        return out;
    }
    QStringList linked() const
    {
        QStringList out;
        for (const auto &effect : last)
            if (const auto *context = std::get_if<flows::ContextLinked>(&effect))
                out << context->careContext.value();
        return out;
    }

    QList<flows::DiscoveryCandidate> candidates;
    QList<flows::UnlinkedContext> unlinked;
    UtcTime receivedAt;
    SeededRandom random{11};
    Secret digits;
    bool looked = false;
};

}
