#pragma once

#include "sandbox/consents.h"

namespace nadi::sandbox
{

/// What somebody at another hospital asks a patient for (6.4), and what became of it in the patient's app (6.8).
struct ConsentRequest
{
    QString id;
    QString address;
    QString hiuName;
    QString requesterName;
    QString purpose; ///< code of 6.1
    QStringList hiTypes;
    UtcTime from;
    UtcTime to;
    UtcTime eraseAt;
    QString status; ///< REQUESTED, GRANTED, DENIED
    QStringList consents; ///< one artefact per HIP
};

/// The patient's app as the place where consent is given: grant, narrow, deny. Taking back is Consents::end().
class ConsentRequests
{
public:
    struct Parts
    {
        const Clock &clock;
        IdSource &ids;
        AbhaApp &app;
        Consents &consents;
        Tempo &tempo;
    };
    explicit ConsentRequests(Parts parts)
        : m_parts(parts)
    {
    }

    /// {"person", "hiu", "requester", "purpose", "hiTypes", "from", "to", "eraseAt"}; dates have a use when they are
    /// left out. Empty: no such person here.
    QString ask(const QJsonObject &body);
    /// {"request", "answer": "grant" | "deny", and what the patient narrows: "hiTypes", "from", "to", "eraseAt",
    /// "careContexts"}. A grant can only take away. The consents it made; nothing when it was answered before.
    std::optional<QStringList> answer(const QJsonObject &body);
    /// A consent that no patient gave like this: {"person", "facility", "careContexts", "hiTypes", "purpose",
    /// "eraseAt"}, whoever they belong to. Its id.
    QString forge(const QJsonObject &body);
    QJsonArray of(const QString &address) const;
    void clear() { m_requests.clear(); }

private:
    QStringList grant(const ConsentRequest &request, const QStringList &careContexts);

    Parts m_parts;
    QMap<QString, ConsentRequest> m_requests;
};

}
