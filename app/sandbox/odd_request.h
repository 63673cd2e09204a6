#pragma once

#include "crypto/fidelius.h"

#include <QJsonObject>

namespace nadi::sandbox
{

/// A requester's public key in one of the texts in the field (7.4): "raw", "x509" or "spki".
QString keyText(const crypto::PublicKey &key, const QString &form);

/// `changes` over `body`, member by member: how a careless or malicious requester departs from what it should ask.
QJsonObject merged(QJsonObject body, const QJsonObject &changes);

}
