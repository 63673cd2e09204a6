#include "weierstrass_reference.h"

namespace nadi::test
{
namespace
{
using Point = std::unique_ptr<EC_POINT, decltype(&EC_POINT_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Number number(const char *hex)
{
    BIGNUM *out = nullptr;
    BN_hex2bn(&out, hex);
    return Number(out, BN_free);
}

const unsigned char *octets(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Point read(const EC_GROUP *group, const QByteArray &bytes)
{
    Point point(EC_POINT_new(group), EC_POINT_free);
    if (EC_POINT_oct2point(group, point.get(), octets(bytes), size_t(bytes.size()), nullptr) != 1)
        qFatal("not a point");
    return point;
}

QByteArray write(const EC_GROUP *group, const EC_POINT *point)
{
    QByteArray out(65, '\0');
    const auto size = EC_POINT_point2oct(
        group, point, POINT_CONVERSION_UNCOMPRESSED, reinterpret_cast<unsigned char *>(out.data()), 65, nullptr);
    return out.first(qsizetype(size));
}
}

WeierstrassReference::WeierstrassReference()
    : m_group(nullptr, EC_GROUP_free)
{
    const auto p = number("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
    const auto a = number("2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa984914a144");
    const auto b = number("7b425ed097b425ed097b425ed097b425ed097b425ed097b4260b5e9c7710c864");
    const auto x = number("2aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaad245a");
    const auto y = number("20ae19a1b8a086b4e01edd2c7748d14c923d4d7e6d7c61b229e9c5a27eced3d9");
    const auto n = number("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");
    const auto h = number("8");
    m_group.reset(EC_GROUP_new_curve_GFp(p.get(), a.get(), b.get(), nullptr));
    const Point g(EC_POINT_new(m_group.get()), EC_POINT_free);
    if (EC_POINT_set_affine_coordinates(m_group.get(), g.get(), x.get(), y.get(), nullptr) != 1)
        qFatal("G is not on the curve");
    EC_GROUP_set_generator(m_group.get(), g.get(), n.get(), h.get());
}

QByteArray WeierstrassReference::multiply(const QByteArray &d, const QByteArray &point) const
{
    const Number k(BN_bin2bn(octets(d), int(d.size()), nullptr), BN_free);
    const Point product(EC_POINT_new(m_group.get()), EC_POINT_free);
    if (point.isEmpty())
        EC_POINT_mul(m_group.get(), product.get(), k.get(), nullptr, nullptr, nullptr);
    else
        EC_POINT_mul(m_group.get(), product.get(), nullptr, read(m_group.get(), point).get(), k.get(), nullptr);
    return write(m_group.get(), product.get());
}

QByteArray WeierstrassReference::add(const QByteArray &a, const QByteArray &b) const
{
    const Point sum(EC_POINT_new(m_group.get()), EC_POINT_free);
    EC_POINT_add(m_group.get(), sum.get(), read(m_group.get(), a).get(), read(m_group.get(), b).get(), nullptr);
    return write(m_group.get(), sum.get());
}

QByteArray WeierstrassReference::pointWithX(const QByteArray &x) const
{
    const Number value(BN_bin2bn(octets(x), int(x.size()), nullptr), BN_free);
    const Point point(EC_POINT_new(m_group.get()), EC_POINT_free);
    if (EC_POINT_set_compressed_coordinates(m_group.get(), point.get(), value.get(), 0, nullptr) != 1)
        return {};
    return write(m_group.get(), point.get());
}

bool WeierstrassReference::hasPrimeOrder(const QByteArray &point) const
{
    const Point product(EC_POINT_new(m_group.get()), EC_POINT_free);
    EC_POINT_mul(m_group.get(), product.get(), nullptr, read(m_group.get(), point).get(),
        EC_GROUP_get0_order(m_group.get()), nullptr);
    return EC_POINT_is_at_infinity(m_group.get(), product.get()) == 1;
}

bool WeierstrassReference::generatorHolds() const
{
    return EC_GROUP_check(m_group.get(), nullptr) == 1;
}

}
