#pragma once

#include "common/clock.h"
#include "common/id.h"

#include <QHash>
#include <QStringList>

namespace nadi::sandbox::abha
{

enum class Flow {
    EnrolAadhaar,
    EnrolMobile,
    EnrolEmail,
    EnrolLicence,
    EnrolFace,
    LoginNumber,
    LoginMobile,
    LoginAadhaar,
    Search, ///< Find ABHA, before a row is chosen
    Find,
    FindFace,
    Retrieve,
    Reactivate,
    WebAddress,
    ChangeMobile,
    ChangeEmail,
    ReKyc,
    ChangePassword,
    Delete,
    Deactivate,
};

enum class CodeFrom { Aadhaar, Abdm };

/// One txnId: which flow, how far, for whom.
struct Transaction
{
    QString id;
    Flow flow = Flow::LoginNumber;
    CodeFrom from = CodeFrom::Abdm;
    QStringList verifyScopes; ///< what the verifying call must say
    QString person; ///< id in People; empty while nobody is chosen
    QStringList choices; ///< ids of the people to choose from
    QString pending; ///< the new mobile, e-mail or password
    QString target; ///< mobile or e-mail the code went to
    QString code;
    UtcTime begun;
    UtcTime sentAt;
    int sent = 0;
    int wrong = 0;
    bool spent = false; ///< the code verified once
    bool verified = false; ///< the step this transaction stands for is done
    QStringList suggested; ///< addresses offered
};

/// State per txnId (section 8, rule 5). Their life is not published; half an hour is ours.
class Transactions
{
public:
    Transactions(const Clock &clock, IdSource &ids)
        : m_clock(clock)
        , m_ids(ids)
    {
    }
    /// The reference holds until the next begin, renew or clear.
    Transaction &begin(Flow flow);
    /// nullptr when unknown or too old.
    Transaction *find(const QString &id);
    /// Goes on under a new id; the old one is unknown from then on.
    Transaction &renew(const QString &id);
    void clear() { m_byId.clear(); }

private:
    const Clock &m_clock;
    IdSource &m_ids;
    QHash<QString, Transaction> m_byId;
};

}
