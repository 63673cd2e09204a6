#pragma once

#include "common/random.h"

#include <QHash>
#include <QString>

#include <compare>

namespace nadi
{

/// An identifier that cannot be mistaken for another kind of identifier.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString value)
        : m_value(std::move(value))
    {
    }
    const QString &value() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b) { return a.m_value.compare(b.m_value) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

/// Where new identifiers come from: UUID version 4, lower case, 36 characters.
class IdSource
{
public:
    virtual ~IdSource() = default;
    virtual QString uuid() = 0;

    template <class Kind>
    Kind next()
    {
        return Kind(uuid());
    }
};

class RandomIdSource final : public IdSource
{
public:
    explicit RandomIdSource(Random &random)
        : m_random(random)
    {
    }
    QString uuid() override;

private:
    Random &m_random;
};

}
