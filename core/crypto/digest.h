#pragma once

#include <QByteArray>

namespace nadi::crypto
{

QByteArray sha256(QByteArrayView bytes);
/// Only as the checksum the data push asks for (S-X8).
QByteArray md5(QByteArrayView bytes);
QByteArray hmacSha256(QByteArrayView key, QByteArrayView bytes);

}
