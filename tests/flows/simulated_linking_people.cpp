#include "abdm/endpoint.h"
#include "flows/start.h"
#include "simulated_linking.h"

#include <QJsonArray>

namespace nadi::test
{

QStringList contextsIn(const QJsonObject &body)
{
    QStringList out;
    for (const auto &group : body[u"patient"_s].toArray())
        for (const auto &context : group[u"careContexts"].toArray())
            out << context[u"referenceNumber"].toString();
    return out;
}

void SimulatedLinking::look(int index)
{
    auto &app = m_apps[index];
    abdm::DiscoverRequest request;
    request.transaction = TransactionId(u"transaction-%1"_s.arg(++m_serial));
    request.abhaAddress = app.address;
    request.name = nameOf(app.person);
    request.gender = genderOf(app.person);
    request.yearOfBirth = yearOf(app.person) + int(m_random() % 3) - 1;
    for (const auto &file : std::as_const(m_files))
        if (file.owner == app.person && request.verified.isEmpty())
            request.verified = {{abdm::NetworkIdentifier::Type::Mobile, file.patient.mobile}};
    m_oracle.asked(flows::linkReferenceOf(request.transaction), app.person);
    m_asker[request.transaction.value()] = index;
    callback(request);
}

void SimulatedLinking::heard(const QString &operation, const QJsonObject &body)
{
    const auto think = 1s + upTo(chance(10) ? 12min : 1min);
    if (operation == abdm::operation::onDiscover) {
        const auto transaction = body[u"transactionId"_s].toString();
        const int index = m_asker.at(transaction);
        if (body.contains(u"error"_s))
            return;
        m_apps[index].transaction = transaction;
        m_apps[index].found = contextsIn(body);
        after(think, [this, index] { choose(index); });
    } else if (operation == abdm::operation::onLinkInit) {
        const int index = m_asker.at(body[u"transactionId"_s].toString());
        if (body.contains(u"error"_s))
            return after(think, [this, index] { choose(index); });
        after(
            think, [this, index, reference = body[u"link"][u"referenceNumber"].toString()] { type(index, reference); });
    }
}

/// Some of what was found; rarely somebody else's, or in somebody else's conversation.
void SimulatedLinking::choose(int index)
{
    auto &app = m_apps[index];
    if (++app.inits > 8)
        return;
    abdm::LinkInit init;
    init.transaction = TransactionId(app.transaction);
    init.abhaAddress = app.address;
    for (const auto &context : std::as_const(app.found))
        if (init.chosen.isEmpty() || chance(70))
            init.chosen << CareContextRef(context);
    if (chance(5))
        init.chosen << CareContextRef(u"RX-%1-0-0"_s.arg((app.person + 1) % 3));
    if (chance(5))
        init.transaction = TransactionId(m_apps[qsizetype(m_random() % quint64(m_apps.size()))].transaction);
    if (!init.transaction.isEmpty())
        callback(init);
}

/// Right, wrong a few times first, an older one, right and late, right twice, or somebody else's reference.
void SimulatedLinking::type(int index, const QString &reference)
{
    auto &app = m_apps[index];
    const auto codes = m_messages[reference];
    if (codes.isEmpty() || ++app.typed > 12)
        return;
    const auto right = codes.last();
    const auto soon = [this] { return upTo(20s); };
    switch (m_random() % 8) {
    case 0:
        for (int wrong = int(m_random() % 7); wrong > 0; --wrong)
            after(soon(), [this, reference, right] { typeDigits(reference, right == "111111" ? "222222" : "111111"); });
        return after(25s, [this, reference, right] { typeDigits(reference, right); });
    case 1:
        return after(8min + upTo(4min), [this, reference, right] { typeDigits(reference, right); });
    case 2:
        after(soon(), [this, reference, right] { typeDigits(reference, right); });
        return after(soon(), [this, reference, right] { typeDigits(reference, right); });
    case 3:
        after(soon(), [this, reference, codes] { typeDigits(reference, codes.first()); });
        return after(30s, [this, index] { choose(index); }); // "send it again"
    case 4:
        for (const auto &other : std::as_const(m_apps))
            if (!other.transaction.isEmpty())
                after(soon(), [this, right, to = flows::linkReferenceOf(TransactionId(other.transaction))] {
                    typeDigits(to, right);
                });
        return;
    default:
        return after(soon(), [this, reference, right] { typeDigits(reference, right); });
    }
}

void SimulatedLinking::typeDigits(const QString &reference, const QByteArray &digits)
{
    abdm::LinkConfirm confirm;
    confirm.linkReference = reference;
    confirm.token = Secret(digits);
    callback(confirm);
}

}
