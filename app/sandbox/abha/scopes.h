#pragma once

#include "sandbox/abha/refusal.h"
#include "sandbox/abha/transactions.h"

#include <QJsonObject>

namespace nadi::sandbox::abha
{

/// Which counter of the service a request for a code came to; each knows its own scopes.
enum class Counter { Enrolment, Login, Web, Profile };

/// One line of the table of 1.4.
struct ScopeRule
{
    Counter counter;
    QStringList scopes;
    QString hint;
    QString system;
    Flow flow;
};

/// What a request for a code asks for, by scope, loginHint and otpSystem.
tl::expected<ScopeRule, Refusal> matchRequest(Counter counter, const QJsonObject &body);

/// What the verifying call must say for a code that was asked for with these scopes.
QStringList verifyScopes(const ScopeRule &rule);

/// The scopes of a verifying call: words the service knows, in a combination it knows.
tl::expected<QStringList, Refusal> readVerifyScopes(Counter counter, const QJsonObject &body);

QStringList textsOf(const QJsonValue &array);

}
