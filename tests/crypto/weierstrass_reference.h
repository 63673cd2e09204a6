#pragma once

#include <QByteArray>

#include <openssl/ec.h>

#include <memory>

namespace nadi::test
{

/// Curve25519 in Weierstrass form by OpenSSL's generic code alone: slow, independent of core/crypto's way.
class WeierstrassReference
{
public:
    WeierstrassReference();
    /// d·Q as 65 bytes; Q empty means G. d is 32 bytes big-endian.
    QByteArray multiply(const QByteArray &d, const QByteArray &point = {}) const;
    QByteArray add(const QByteArray &a, const QByteArray &b) const;
    /// Some point of the full curve for an x, when there is one.
    QByteArray pointWithX(const QByteArray &x) const;
    /// n·Q = O.
    bool hasPrimeOrder(const QByteArray &point) const;
    bool generatorHolds() const;

private:
    std::unique_ptr<EC_GROUP, decltype(&EC_GROUP_free)> m_group;
};

}
