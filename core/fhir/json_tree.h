#pragma once

#include "fhir/checker.h"

#include <string_view>
#include <vector>

namespace nadi::fhir
{

/// A value of a parsed document. Cheap to copy; valid as long as its JsonTree. A value that does not exist is false and
/// has no members, so that look-ups can be chained.
class JsonValue
{
public:
    enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };

    struct Node
    {
        std::string_view key;
        std::string_view text; ///< string as decoded, number as it was written
        quint32 next = 0; ///< 0: the last of its siblings
        quint32 first = 0;
        quint32 count = 0;
        Kind kind = Kind::Null;
    };

    JsonValue() = default;
    JsonValue(const Node *nodes, quint32 index)
        : m_nodes(nodes)
        , m_index(index)
    {
    }

    explicit operator bool() const { return m_nodes != nullptr; }
    bool is(Kind kind) const { return m_nodes && node().kind == kind; }
    bool isObject() const { return is(Kind::Object); }
    bool isArray() const { return is(Kind::Array); }
    bool isString() const { return is(Kind::String); }
    std::string_view key() const { return m_nodes ? node().key : std::string_view(); }
    std::string_view text() const { return m_nodes ? node().text : std::string_view(); }
    QString string() const { return QString::fromUtf8(text().data(), qsizetype(text().size())); }
    quint32 size() const { return m_nodes ? node().count : 0; }
    quint32 index() const { return m_index; }

    /// The first member of that name; nothing when this is not an object.
    JsonValue operator[](std::string_view name) const;
    /// The first item of an array, the value itself otherwise: readers accept both.
    JsonValue first() const;

    class Iterator
    {
    public:
        Iterator(const Node *nodes, quint32 index)
            : m_nodes(nodes)
            , m_index(index)
        {
        }
        JsonValue operator*() const { return {m_nodes, m_index}; }
        Iterator &operator++()
        {
            m_index = m_nodes[m_index].next;
            return *this;
        }
        bool operator!=(const Iterator &other) const { return m_index != other.m_index; }

    private:
        const Node *m_nodes;
        quint32 m_index;
    };
    /// Items or members, in document order.
    Iterator begin() const { return {m_nodes, m_nodes ? node().first : 0}; }
    Iterator end() const { return {m_nodes, 0}; }

private:
    const Node &node() const { return m_nodes[m_index]; }

    const Node *m_nodes = nullptr;
    quint32 m_index = 0;
};

/// A received document: one private copy of its bytes, parsed in place, and a flat list of values that point into it.
class JsonTree
{
public:
    /// Errors: FHIR-LIMIT (bytes, depth, values, items of one list), FHIR-JSON (detail: offset).
    static Result<JsonTree> parse(QByteArrayView json, const ReadLimits &limits);
    JsonValue root() const { return {m_nodes.data(), 0}; }

private:
    QByteArray m_bytes;
    std::vector<JsonValue::Node> m_nodes;
};

}
