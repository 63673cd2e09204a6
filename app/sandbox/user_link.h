#pragma once

#include "sandbox/abha_app.h"
#include "sandbox/callback_sender.h"
#include "sandbox/linking.h"
#include "sandbox/people.h"

#include <QMap>

namespace nadi::sandbox
{

/// One "find my records" of somebody's ABHA app at one facility, and how far it came.
struct RecordSearch
{
    QString id; ///< transactionId of the conversation
    QString address;
    QString hip;
    UtcTime at;
    /// "searching", "found", "choosing", "code", "typing", "linked"; "failed" with `code`
    QString state;
    QString code; ///< of the hospital's error answer
    QString hint; ///< where the hospital says it sent the code
    QString linkReference;
    UtcTime codeExpires;
    QString awaiting; ///< REQUEST-ID subject that may be answered now: "discover", "init", "confirm", or empty
    QList<Link> found;
    QStringList chosen; ///< care contexts
};

/// User-initiated linking (section 5): the app asks a hospital, shows what it found, the person chooses and types the
/// code from the hospital's message; every answer is checked as the gateway checks it.
class UserLinks
{
public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        People &people;
        Registry &registry;
        Memory &memory;
        AbhaApp &app;
        CallbackSender &callbacks;
        Tempo &tempo;
    };
    UserLinks(Parts parts, Linking::Linked linked)
        : m_parts(parts)
        , m_linked(std::move(linked))
    {
    }

    /// Id of the search; empty when there is no such person or nobody serves the facility. `vouched` false sends only
    /// what the person typed (USER_INIT_LINK_606).
    struct Question
    {
        QString address;
        QString hip;
        QString recordNumber; ///< typed by the person, may be empty
        bool vouched = true;
        int yearsOff = 0; ///< the app's year of birth is wrong by this (10.2, literal checks)
    };
    QString find(const Question &question);
    bool choose(const QString &search, const QStringList &careContexts);
    bool type(const QString &search, const QString &code);

    Answer onDiscover(const Call &call);
    Answer onInit(const Call &call);
    Answer onConfirm(const Call &call);

    /// Newest first.
    QJsonArray of(const QString &address) const;
    void clear() { m_searches.clear(); }

private:
    RecordSearch *answeredBy(const Call &call, QStringView about);
    QList<Link> linksIn(const Call &call, const RecordSearch &search) const;
    static std::optional<Answer> groupFault(const Call &call);

    Parts m_parts;
    Linking::Linked m_linked;
    QMap<QString, RecordSearch> m_searches;
};

}
