#pragma once

// Private to abdm/abha.

#include "abdm/abha/refusal.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace nadi::abdm::abha
{

/// A complete HTTP answer.
struct Reply
{
    int status = 0;
    QByteArray body;
    QByteArray contentType;
};

/// Any of the nine shapes of 1.7; never success, whatever the body says.
Refusal readRefusal(const Reply &reply);

/// An object of an answer that may be success: 2xx, within the limits, and authResult absent or "success".
Answer<QJsonObject> readObject(const Reply &reply);

/// An answer that is neither yes nor no.
Refusal unreadable(const Reply &reply, QString code);

}
