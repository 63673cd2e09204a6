#pragma once

#include "common/utc_time.h"
#include "domain/ids.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QStringList>

namespace nadi::test
{

/// A notebook beside the bridge that shares no code with its flows: what was answered, which code is in force, what was
/// typed; and from that what may be linked. Everything that must not be is a line of `defects`.
class LinkingOracle
{
public:
    void owns(const QString &context, int person) { m_owner[context] = person; }
    void asked(const QString &reference, int person) { m_asker[reference] = person; }
    void mayTry(int times) { m_tries = times; }

    /// The bridge gives an answer to one callback, by call or in the body.
    void answered(const QString &request, const QJsonObject &body);
    /// It orders a code: from here on the one before is dead.
    void codeOrdered(const QString &reference, const QString &address, UtcTime now);
    /// The bridge hears that this one is on the phone.
    void codeLeft(const QString &reference, const QByteArray &digits) { m_links[reference].sent = digits; }
    /// on-init names the reference: what was sent last is in force until then.
    void codeInForce(const QString &reference, UtcTime until);
    /// Somebody typed this, and the bridge said that: the contexts of a success, none of a refusal.
    void typed(const QString &reference, const QByteArray &digits, UtcTime now, const QStringList &contexts);
    /// A right code's answer is on its way; the network takes it, and then the clinic must know; or refuses it, and
    /// when no other is on its way it is over.
    void answerSent(const QString &reference) { ++m_links[reference].onTheWay; }
    void taken(const QString &reference) { m_links[reference].taken = true; }
    void refused(const QString &reference);
    void linked(const QString &reference, const QString &context);
    bool isLinked(const QString &context) const { return m_linked.contains(context); }
    void outcome(bool one, bool several) { (one ? found : several ? ambiguous : unknown) += 1; }
    /// At the end.
    void finish();

    QStringList defects;
    int links = 0;
    int refusedCodes = 0;
    int deadCodes = 0; ///< by too many tries
    int expiredCodes = 0;
    int rightAgain = 0; ///< a right code once more
    int found = 0;
    int ambiguous = 0;
    int unknown = 0;
    int restarts = 0;

private:
    struct Link
    {
        QByteArray sent;
        QByteArray inForce;
        UtcTime until;
        int wrong = 0;
        bool confirmed = false;
        bool taken = false;
        int onTheWay = 0;
        bool linked = false;
        int codes = 0;
    };
    bool isRight(const Link &link, const QByteArray &digits, UtcTime now) const;

    int m_tries = 5;
    QHash<QString, int> m_owner; ///< care context -> person
    QHash<QString, int> m_asker; ///< link reference -> person
    QHash<QString, Link> m_links;
    QSet<QString> m_linked; ///< care contexts
    QHash<QString, QJsonObject> m_answers;
    QHash<QString, QList<UtcTime>> m_codesOf; ///< ABHA address -> when
};

}
