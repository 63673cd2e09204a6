#include "fhir/json_tree.h"

#include <rapidjson/reader.h>

namespace nadi::fhir
{
namespace
{
using Node = JsonValue::Node;
using Kind = JsonValue::Kind;

/// Receives rapidjson's events. Returning false ends the parsing at once; `overLimit` tells why.
class Builder
{
public:
    Builder(std::vector<Node> &nodes, const ReadLimits &limits)
        : m_nodes(nodes)
        , m_limits(limits)
    {
    }

    bool Null() { return add(Kind::Null); }
    bool Bool(bool value) { return add(value ? Kind::True : Kind::False); }
    bool Int(int) { return false; } // numbers come as text only
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const char *text, rapidjson::SizeType size, bool) { return add(Kind::Number, {text, size}); }
    bool String(const char *text, rapidjson::SizeType size, bool) { return add(Kind::String, {text, size}); }
    bool Key(const char *text, rapidjson::SizeType size, bool)
    {
        m_key = {text, size};
        return true;
    }
    bool StartObject() { return add(Kind::Object) && open(); }
    bool StartArray() { return add(Kind::Array) && open(); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    bool overLimit() const { return m_overLimit; }

private:
    struct Level
    {
        quint32 node;
        quint32 last;
    };

    bool refuse()
    {
        m_overLimit = true;
        return false;
    }

    bool add(Kind kind, std::string_view text = {})
    {
        if (m_nodes.size() >= size_t(m_limits.values))
            return refuse();
        const auto index = quint32(m_nodes.size());
        m_nodes.push_back({m_key, text, 0, 0, 0, kind});
        m_key = {};
        if (m_levels.empty())
            return true;
        auto &level = m_levels.back();
        auto &parent = m_nodes[level.node];
        if (parent.count >= quint32(m_limits.entries))
            return refuse();
        ++parent.count;
        (level.last ? m_nodes[level.last].next : parent.first) = index;
        level.last = index;
        return true;
    }

    bool open()
    {
        if (m_levels.size() >= size_t(m_limits.depth))
            return refuse();
        m_levels.push_back({quint32(m_nodes.size() - 1), 0});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return true;
    }

    std::vector<Node> &m_nodes;
    const ReadLimits &m_limits;
    std::vector<Level> m_levels;
    std::string_view m_key;
    bool m_overLimit = false;
};

// The library's defaults are unsafe: recursion follows the nesting of the input and bad UTF-8 passes (dependencies.md).
constexpr unsigned parseFlags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag
    | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
}

JsonValue JsonValue::operator[](std::string_view name) const
{
    if (isObject())
        for (const auto member : *this)
            if (member.key() == name)
                return member;
    return {};
}

JsonValue JsonValue::first() const
{
    if (!isArray())
        return *this;
    return size() > 0 ? *begin() : JsonValue();
}

Result<JsonTree> JsonTree::parse(QByteArrayView json, const ReadLimits &limits)
{
    const auto overLimit = [](const char *what) {
        return fail(ErrorKind::Limit, QStringLiteral("FHIR-LIMIT"), QString::fromLatin1(what));
    };
    if (json.size() > limits.bytes)
        return overLimit("bytes");
    if (json.startsWith("\xEF\xBB\xBF"))
        json = json.sliced(3);
    // The parser takes a zero byte for the end of its input and would not see what follows.
    if (json.contains('\0'))
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-JSON"), QStringLiteral("zero byte"));

    JsonTree tree;
    tree.m_bytes = json.toByteArray();
    tree.m_bytes.detach();
    Builder builder(tree.m_nodes, limits);
    rapidjson::InsituStringStream stream(tree.m_bytes.data());
    rapidjson::Reader reader;
    const auto result = reader.Parse<parseFlags>(stream, builder);
    if (builder.overLimit())
        return overLimit("depth, values or items");
    if (result.IsError())
        return fail(ErrorKind::Invalid, QStringLiteral("FHIR-JSON"), QStringLiteral("offset %1").arg(result.Offset()));
    return tree;
}

}
