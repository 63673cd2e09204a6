#include "sandbox/network.h"

#include <QFile>

namespace nadi::sandbox
{
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
QByteArray resource(const char *name)
{
    QFile file(QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
}

Result<std::unique_ptr<Network>> Network::make(NetworkOptions options, const Clock &clock, Random &random)
{
    auto contract = Contract::load(resource(":/nadi/sandbox/abdm-v3-hospital.openapi.json"));
    if (!contract)
        return failed(contract);
    contract->add(resource(":/nadi/sandbox/inferred.openapi.json"));
    auto abhaContract = abha::Contract::load(resource(":/nadi/sandbox/abha-v3-m1.contract.json"));
    if (!abhaContract)
        return failed(abhaContract);
    auto people = People::load({resource(":/nadi/sandbox/people.json"), resource(":/nadi/sandbox/abha-people.json")});
    if (!people)
        return failed(people);
    auto directory = Directory::load(resource(":/nadi/sandbox/registries.json"));
    if (!directory)
        return failed(directory);
    std::unique_ptr<IdSource> ids = std::make_unique<RandomIdSource>(random);
    auto tokens = TokenIssuer::make(clock, *ids, options.issuer);
    if (!tokens)
        return failed(tokens);
    return std::unique_ptr<Network>(new Network(std::move(options), clock, random, std::move(ids), std::move(*contract),
        std::move(*abhaContract), std::move(*people), std::move(*directory), std::move(*tokens)));
}

Network::Network(NetworkOptions given, const Clock &clock, Random &random, std::unique_ptr<IdSource> source,
    Contract rules, abha::Contract abhaRules, People persons, Directory entries, std::unique_ptr<TokenIssuer> issuer)
    : options(std::move(given))
    , ids(std::move(source))
    , contract(std::move(rules))
    , people(std::move(persons))
    , memory(clock)
    , tempo(options.pacePercent, options.timerPercent, options.seed)
    , tokens(std::move(issuer))
    , registry(memory, tempo)
    , directory(std::move(entries))
    , callbacks({clock, *ids, registry, *tokens, faults, tempo})
    , consents({clock, *ids, random, registry, memory, callbacks, tempo})
    , consentRequests({clock, *ids, app, consents, tempo})
    , dataFlow({clock, *ids, random, contract, registry, memory, app, consents, callbacks, tempo})
    , linking({clock, people, registry, *tokens, memory, app, callbacks, tempo},
          [this](const Person &person, const QList<Link> &fresh, std::chrono::milliseconds toldAfter) {
              consents.grant(person.abhaAddress, fresh.first().hip, fresh, toldAfter + tempo.between(500ms, 1500ms));
          })
    , shares({clock, *ids, people, registry, memory, callbacks, tempo})
    , ending({people, registry, app, callbacks, tempo})
    , userLinks({clock, *ids, people, registry, memory, app, callbacks, tempo},
          [this](const Person &person, const QList<Link> &fresh, std::chrono::milliseconds toldAfter) {
              consents.grant(person.abhaAddress, fresh.first().hip, fresh, toldAfter + tempo.between(500ms, 1500ms));
          })
    , abha({clock, *ids, random, people, memory, *tokens}, std::move(abhaRules), options.identifierKeyFile)
{
    connect(&consents, &Consents::acknowledged, this, [this](const QString &consent) {
        // The patient's own app asks by itself; somebody else is told to (control "odd-request").
        if (consents.find(consent)->hiuName.isEmpty())
            dataFlow.request(consent, tempo.between(2s, 5s));
    });
    if (options.bodyAnswers)
        callbacks.hearBodies([this](const OutCallback &asked, const QString &request, QJsonObject body) {
            if (!asked.subject.startsWith(u"discover:"))
                return;
            Call call;
            call.client = registry.clientOf(asked.hip);
            call.hip = asked.hip;
            call.request = request;
            call.body = std::move(body);
            if (userLinks.onDiscover(call).refusal)
                return; // as a refused call: nothing happened
            memory.effect(u"answered-in-body:"_s + asked.hip);
        });
}

QString Network::requestAgain(const QString &address, const QString &hip)
{
    QList<Link> linked;
    for (const auto &link : app.links())
        if (link.address == address && link.hip == hip)
            linked.append(link);
    return linked.isEmpty() ? QString() : consents.grant(address, hip, linked, tempo.between(100ms, 500ms));
}

Answer Network::dispatch(const Call &call)
{
    using Handler = std::function<Answer(Network &, const Call &)>;
    static const QHash<QString, Handler> handlers{
        {u"/api/hiecm/gateway/v3/bridge/url"_s, [](auto &n, auto &c) { return n.registry.setBridgeUrl(c); }},
        {u"/api/hiecm/gateway/v3/bridge-services"_s, [](auto &n, auto &c) { return n.registry.bridgeServices(c); }},
        {u"/api/hiecm/gateway/v3/bridge-service/serviceId/{serviceId}"_s,
            [](auto &n, auto &c) { return n.registry.serviceById(c); }},
        {u"/v1/bridges/MutipleHRPAddUpdateServices"_s, [](auto &n, auto &c) { return n.registry.registerServices(c); }},
        {u"/api/hiecm/v3/token/generate-token"_s, [](auto &n, auto &c) { return n.linking.generateToken(c); }},
        {u"/api/hiecm/hip/v3/link/carecontext"_s, [](auto &n, auto &c) { return n.linking.linkCareContext(c); }},
        {u"/api/hiecm/hip/v3/link/context/notify"_s, [](auto &n, auto &c) { return n.linking.contextNotify(c); }},
        {u"/api/hiecm/hip/v3/link/patient/links/sms/notify2"_s,
            [](auto &n, auto &c) { return n.linking.smsNotify(c); }},
        {u"/api/hiecm/consent/v3/request/hip/on-notify"_s, [](auto &n, auto &c) { return n.consents.onNotify(c); }},
        {u"/api/hiecm/data-flow/v3/health-information/hip/on-request"_s,
            [](auto &n, auto &c) { return n.dataFlow.onRequest(c); }},
        {u"/api/hiecm/data-flow/v3/health-information/notify"_s, [](auto &n, auto &c) { return n.dataFlow.notify(c); }},
        {u"/api/hiecm/patient-share/v3/on-share"_s, [](auto &n, auto &c) { return n.shares.onShare(c); }},
        {u"/api/hiecm/patient-share/v3/running-token/on-status"_s,
            [](auto &n, auto &c) { return n.shares.onRunningToken(c); }},
        {u"/api/hiecm/hip/v3/link/patient/links/hip/on-deactivate"_s,
            [](auto &n, auto &c) { return n.ending.onDeactivate(c); }},
        {u"/api/hiecm/user-initiated-linking/v3/patient/care-context/on-discover"_s,
            [](auto &n, auto &c) { return n.userLinks.onDiscover(c); }},
        {u"/api/hiecm/user-initiated-linking/v3/link/care-context/on-init"_s,
            [](auto &n, auto &c) { return n.userLinks.onInit(c); }},
        {u"/api/hiecm/user-initiated-linking/v3/link/care-context/on-confirm"_s,
            [](auto &n, auto &c) { return n.userLinks.onConfirm(c); }},
    };
    const auto handler = handlers.value(call.operation);
    // In the contract, but the part of the network behind it is not played yet (HIU).
    return handler ? handler(*this, call) : Answer::refused(503, "ABDM-1024", u"Dependent service unavailable"_s);
}

void Network::forget()
{
    dataFlow.clear();
    consents.clear();
    consentRequests.clear();
    linking.clear();
    shares.clear();
    userLinks.clear();
    app = {};
    registry.clear();
    memory.clear();
    faults = {};
    abha.forget();
    callbacks.takeLog();
}

QJsonObject Network::toJson() const
{
    return {{u"registry"_s, registry.toJson()}, {u"app"_s, app.toJson()}, {u"linkTokens"_s, tokens->toJson()},
        {u"people"_s, people.changes()}};
}

void Network::restore(const QJsonObject &saved)
{
    people.restore(saved[u"people"].toArray());
    registry.restore(saved[u"registry"].toObject());
    app.restore(saved[u"app"].toObject());
    tokens->restore(saved[u"linkTokens"].toObject());
}

}
