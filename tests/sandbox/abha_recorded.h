#pragma once

#include "abha_bench.h"

namespace nadi::test
{

/// One recorded example of NHA's sandbox collection: an operation, and how it was answered in one case.
struct Recorded
{
    QString folder; ///< "ABHA Verification / Verify Via Mobile Number / Send OTP"
    QByteArray method;
    QString path; ///< behind /abha/api
    QJsonObject body;
    QString name; ///< what was special, e.g. "Invalid scope"
    int status = 0;
    QJsonValue answer;

    QString scopes() const;
    QString authMethod() const { return body[u"authData"][u"authMethods"][0].toString(); }
    bool is(QStringView text) const { return name.contains(text, Qt::CaseInsensitive); }
};

/// m1-operations.json of the shared folder; empty when that is absent.
QList<Recorded> recordedExamples();

/// A request that can be sent.
struct Request
{
    QByteArray method;
    QString path;
    QJsonObject body;
    AbhaBench::Headers headers;
};

/// The recorded request with everything real in it, after the steps that lead there: right in every respect.
Request honestRequest(AbhaBench &bench, const Recorded &example);
/// Made wrong the way the case's name says. false: no rule for that name.
bool spoil(AbhaBench &bench, const Recorded &example, Request &request);

/// Empty when the answer is as recorded: refusals word for word, successes member by member with the same types.
QString difference(const Recorded &example, const AbhaReply &reply);

}
