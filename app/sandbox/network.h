#pragma once

#include "bridge/https_server.h"
#include "sandbox/abha/service.h"
#include "sandbox/consent_requests.h"
#include "sandbox/data_flow.h"
#include "sandbox/directory.h"
#include "sandbox/ending.h"
#include "sandbox/linking.h"
#include "sandbox/share.h"
#include "sandbox/user_link.h"

namespace nadi::sandbox
{

struct NetworkOptions
{
    QString clientId = QStringLiteral("SBXID_000001");
    Secret clientSecret;
    QString cmId = QStringLiteral("sbx");
    QString issuer = QStringLiteral("https://dev.ndhm.gov.in/auth/realms/central-registry");
    std::chrono::seconds sessionLife{1200};
    int pacePercent = 100;
    int timerPercent = 100;
    bool bodyAnswers = false; ///< an answer to a discovery counts also when it stands in the HTTP response
    quint64 seed = 1;
    QString identifierKeyFile; ///< where the ABHA service keeps its key; empty: in memory only
};

/// The whole ABDM network in one place: the front that every request passes, and the parts behind it. Lives on one
/// thread.
class Network : public QObject
{
    Q_OBJECT

public:
    static Result<std::unique_ptr<Network>> make(NetworkOptions options, const Clock &clock, Random &random);

    /// Answers one HTTP request of a bridge. Status 0: the connection is to be dropped.
    void handle(const bridge::HttpRequest &request, std::function<void(bridge::HttpResponse)> respond);
    void setPushBase(const QString &url) { dataFlow.setPushBase(url); }
    /// The app asks again for what is linked at this facility: a new consent for all of it.
    QString requestAgain(const QString &address, const QString &hip);

    /// As if just started, with the same keys, people and sessions.
    void forget();
    QJsonObject toJson() const;
    void restore(const QJsonObject &saved);

    const NetworkOptions options;
    const std::unique_ptr<IdSource> ids; ///< before everything that keeps a reference to it
    const Contract contract;
    People people;
    Memory memory;
    Faults faults;
    Tempo tempo;
    std::unique_ptr<TokenIssuer> tokens;
    Registry registry;
    const Directory directory;
    AbhaApp app;
    CallbackSender callbacks;
    Consents consents;
    ConsentRequests consentRequests;
    DataFlow dataFlow;
    Linking linking;
    Shares shares;
    Ending ending;
    UserLinks userLinks;
    abha::Service abha;

private:
    Network(NetworkOptions options, const Clock &clock, Random &random, std::unique_ptr<IdSource> ids,
        Contract contract, abha::Contract abhaContract, People people, Directory directory,
        std::unique_ptr<TokenIssuer> tokens);

    bridge::HttpResponse planned(const bridge::HttpRequest &request, const CallFate &fate);
    bridge::HttpResponse serve(const bridge::HttpRequest &request, const CallFate &fate);
    bridge::HttpResponse answer(const bridge::HttpRequest &request);
    bridge::HttpResponse answerLookUp(const bridge::HttpRequest &request);
    bridge::HttpResponse answerSms(const bridge::HttpRequest &request);
    bridge::HttpResponse answerPush(const bridge::HttpRequest &request);
    bridge::HttpResponse answerSession(const bridge::HttpRequest &request);
    std::optional<bridge::HttpResponse> tokenFault(const bridge::HttpRequest &request);
    std::optional<bridge::HttpResponse> headFault(const Operation &operation, const bridge::HttpRequest &request);
    Answer dispatch(const Call &call);
    bridge::HttpResponse dress(const Answer &answer);
};

}
