#pragma once

#include "crypto/fidelius.h"

#include <QJsonObject>

namespace nadi::sandbox
{

struct OpenedEntry
{
    QByteArray bundle;
    QString fault; ///< empty when the bundle is good
    QString checksum; ///< "verified", "different", "not verified"
};

/// What the patient's app does with one pushed entry: decrypt, look at the checksum, and see that it is a FHIR bundle.
OpenedEntry openEntry(const QJsonObject &entry, const QJsonObject &keyMaterial, const crypto::KeyPair &keys);

/// The encoding of the checksum is not fixed (7.3): base64 or hex of the plain text's MD5 verify, other text of that
/// size differs, anything else says nothing.
QString compareChecksum(const QByteArray &plain, const QString &checksum);

}
