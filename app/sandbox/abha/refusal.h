#pragma once

#include "common/utc_time.h"

#include <QJsonValue>
#include <QString>

#include <tl/expected.hpp>

namespace nadi::sandbox::abha
{

/// The shapes of an error body (abha-m1.md 1.7). The service mixes them; so does the sandbox, in the same places.
enum class Shape {
    Wrapped, ///< {"error":{"code","message"}}
    Listed, ///< [{"code":"ABDM-9999: ","message"}]
    Flat, ///< {"code","message"}
    Message, ///< {"message","timestamp"}
    Keyed, ///< {"loginId":"Invalid LoginId","timestamp"}
    Capital, ///< {"Message","timestamp"}
    Manager, ///< the API manager's: {"code","message","description"}
    Nested, ///< {"message":"[{\"code\"…}]"}
    Nothing, ///< no body at all
};

struct Refusal
{
    int status = 400;
    Shape shape = Shape::Wrapped;
    QString code;
    QString message;
    QString field; ///< the key of Keyed
    QString description; ///< of Manager
};

using Refused = tl::unexpected<Refusal>;

Refused keyed(QStringView field, const QString &message);
Refused wrapped(int status, const char *code, const QString &message);
Refused flat(int status, const char *code, const QString &message);
Refused listed(const char *code, const QString &message);
Refused plain(int status, const QString &message);
Refused manager(int status, const char *code, const char *message, const char *description);

/// "wrapped", "listed", "colon", … as fault plans spell them (docs/sandbox.md); nullopt for another word.
std::optional<Refusal> reshaped(Refusal refusal, QStringView word);

/// The body; undefined for Nothing. `now` becomes the service's time stamp: Indian time without a zone.
QJsonValue bodyOf(const Refusal &refusal, UtcTime now);

/// "2024-05-10 14:51:16"
QString serviceTime(UtcTime now);

/// A documented code as the service would send it (1.8), for fault plans; nullopt for one the reference does not know.
std::optional<Refusal> documented(const QString &code);

}
