#pragma once

#include "sandbox/abha_app.h"
#include "sandbox/callback_sender.h"
#include "sandbox/people.h"

namespace nadi::sandbox
{

/// HIP-initiated linking, section 4.
class Linking
{
public:
    struct Parts
    {
        const Clock &clock;
        People &people;
        Registry &registry;
        TokenIssuer &tokens;
        Memory &memory;
        AbhaApp &app;
        CallbackSender &callbacks;
        Tempo &tempo;
    };
    /// The patient's app takes over from here; `toldAfter` is when the bridge hears that the contexts are linked.
    using Linked = std::function<void(const Person &, const QList<Link> &, std::chrono::milliseconds toldAfter)>;
    Linking(Parts parts, Linked linked)
        : m_parts(parts)
        , m_linked(std::move(linked))
    {
    }

    Answer generateToken(const Call &call);
    Answer linkCareContext(const Call &call);
    Answer contextNotify(const Call &call);
    Answer smsNotify(const Call &call);
    void clear() { m_tokenRequests.clear(); }

private:
    void reply(const Call &call, const char *path, QJsonObject body, std::chrono::milliseconds delay);
    std::optional<Answer> tokenFault(const Call &call) const;
    /// A new document of a known context was announced: the app asks for it, and learns of new types.
    void fetchAnew(Link known, const QJsonArray &types, bool announcedBefore);
    void linkNow(const Call &call, const Person &person, const QList<Link> &fresh);

    Parts m_parts;
    Linked m_linked;
    QHash<QString, QList<UtcTime>> m_tokenRequests; ///< per (facility, address)
    bool m_smsAnswersWithStatus = true;
};

}
