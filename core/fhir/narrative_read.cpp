#include "fhir/narrative.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace nadi::fhir
{
namespace
{
using namespace std::string_view_literals;

// What a narrative may never bring along (FHIR R4 txt-1: no scripts, no forms, nothing that loads).
constexpr std::array forbidden{"script"sv, "iframe"sv, "object"sv, "embed"sv, "form"sv, "input"sv, "link"sv, "style"sv,
    "base"sv, "head"sv, "body"sv, "frame"sv, "frameset"sv};
constexpr std::array blocks{
    "p"sv, "div"sv, "br"sv, "li"sv, "tr"sv, "h1"sv, "h2"sv, "h3"sv, "h4"sv, "table"sv, "ul"sv, "ol"sv};

struct Entity
{
    std::string_view name;
    char16_t character;
};
constexpr std::array entities{
    Entity{"amp", u'&'},
    Entity{"lt", u'<'},
    Entity{"gt", u'>'},
    Entity{"quot", u'"'},
    Entity{"apos", u'\''},
    Entity{"nbsp", u'\u00A0'},
    Entity{"copy", u'\u00A9'},
    Entity{"reg", u'\u00AE'},
    Entity{"deg", u'\u00B0'},
    Entity{"mdash", u'\u2014'},
    Entity{"ndash", u'\u2013'},
    Entity{"hellip", u'\u2026'},
    Entity{"lsquo", u'\u2018'},
    Entity{"rsquo", u'\u2019'},
    Entity{"ldquo", u'\u201C'},
    Entity{"rdquo", u'\u201D'},
    Entity{"bull", u'\u2022'},
    Entity{"middot", u'\u00B7'},
    Entity{"times", u'\u00D7'},
    Entity{"micro", u'\u00B5'},
};

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
constexpr bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-'
        || c == '_' || c == '.';
}

void skipSpace(std::string_view &text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
}

std::string_view takeName(std::string_view &text)
{
    const auto end = std::ranges::find_if_not(text, isNameChar);
    const auto name = text.substr(0, size_t(end - text.begin()));
    text.remove_prefix(name.size());
    return name;
}

struct Tag
{
    std::string_view name;
    std::string_view xmlns;
    bool closes = false;
    bool empty = false;
    std::string_view fault;
};

/// The attributes of a start tag up to '>'.
void takeAttributes(std::string_view &text, Tag &tag)
{
    for (;;) {
        const bool separated = !text.empty() && isSpace(text.front());
        skipSpace(text);
        if (text.starts_with("/>")) {
            tag.empty = true;
            return text.remove_prefix(2);
        }
        if (text.starts_with('>'))
            return text.remove_prefix(1);
        const auto name = takeName(text);
        skipSpace(text);
        if (name.empty() || !separated || !text.starts_with('='))
            return void(tag.fault = "malformed tag");
        text.remove_prefix(1);
        skipSpace(text);
        const char quote = text.empty() ? '\0' : text.front();
        const auto end = quote == '"' || quote == '\'' ? text.find(quote, 1) : std::string_view::npos;
        if (end == std::string_view::npos || text.substr(1, end - 1).find('<') != std::string_view::npos)
            return void(tag.fault = "malformed attribute");
        if (name == "xmlns")
            tag.xmlns = text.substr(1, end - 1);
        if (name.size() > 2 && (name.starts_with("on") || name.starts_with("On") || name.starts_with("ON")))
            tag.fault = "holds active content";
        text.remove_prefix(end + 1);
    }
}

/// One tag; `text` stands behind its '<'.
Tag takeTag(std::string_view &text)
{
    Tag tag;
    tag.closes = text.starts_with('/');
    if (tag.closes)
        text.remove_prefix(1);
    tag.name = takeName(text);
    if (tag.name.empty())
        tag.fault = "malformed tag";
    else if (!tag.closes)
        takeAttributes(text, tag);
    else if (skipSpace(text); text.starts_with('>'))
        text.remove_prefix(1);
    else
        tag.fault = "malformed tag";
    return tag;
}

/// The character an entity stands for; 0 when it is none. `text` stands behind the '&' and moves behind the ';'.
char32_t takeEntity(std::string_view &text)
{
    const auto end = text.substr(0, 12).find(';');
    if (end == std::string_view::npos)
        return 0;
    auto name = text.substr(0, end);
    char32_t character = 0;
    if (name.starts_with('#')) {
        const bool hex = name.starts_with("#x");
        bool ok = false;
        name.remove_prefix(hex ? 2 : 1);
        character = QByteArray(name.data(), qsizetype(name.size())).toUInt(&ok, hex ? 16 : 10);
        if (!ok || character > 0x10FFFF || (character < 0x20 && !isSpace(char(character))) || (character >> 11) == 0x1B)
            return 0;
    } else {
        const auto found = std::ranges::find(entities, name, &Entity::name);
        character = found == entities.end() ? U'\0' : char32_t(found->character);
    }
    if (character)
        text.remove_prefix(end + 1);
    return character;
}

void skipBehind(std::string_view &text, std::string_view mark)
{
    const auto found = text.find(mark);
    text.remove_prefix(found == std::string_view::npos ? text.size() : found + mark.size());
}

bool skipComment(std::string_view &text)
{
    const auto end = text.find("-->", 3);
    if (!text.starts_with("!--") || end == std::string_view::npos)
        return false;
    text.remove_prefix(end + 3);
    return true;
}
}

std::string_view faultInNarrative(std::string_view text)
{
    std::vector<std::string_view> open;
    bool rootSeen = false;
    bool hasContent = false;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '<') {
            if (skipComment(text))
                continue;
            const auto tag = takeTag(text);
            if (!tag.fault.empty())
                return tag.fault;
            if (std::ranges::find(forbidden, tag.name) != forbidden.end())
                return "holds active or forbidden content";
            if (tag.closes) {
                if (open.empty() || open.back() != tag.name)
                    return "a tag closes another one";
                open.pop_back();
                continue;
            }
            if (open.empty() && (rootSeen || tag.name != "div"))
                return "the root is one div";
            if (open.empty() && tag.xmlns != "http://www.w3.org/1999/xhtml")
                return "the div lacks the XHTML namespace";
            rootSeen = true;
            hasContent = hasContent || tag.name == "img";
            if (!tag.empty)
                open.push_back(tag.name);
        } else if (c == '&') {
            if (open.empty() || !takeEntity(text))
                return "a bare & or an unknown entity";
            hasContent = true;
        } else if (!isSpace(c)) {
            if (open.empty())
                return "text outside the div";
            hasContent = true;
        }
    }
    if (!rootSeen || !open.empty())
        return "a tag is not closed";
    return hasContent ? "" : "the div is empty";
}

QString plainText(std::string_view text)
{
    QByteArray plain;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '<') {
            if (skipComment(text))
                continue;
            const auto tag = takeTag(text);
            if (!tag.fault.empty()) // lenient: what cannot be read ends at the next '>'
                skipBehind(text, ">");
            else if (!tag.closes && !tag.empty && (tag.name == "script" || tag.name == "style")) {
                skipBehind(text, "</");
                skipBehind(text, ">");
            }
            if (std::ranges::find(blocks, tag.name) != blocks.end())
                plain += '\n';
            else if (tag.name == "td" || tag.name == "th")
                plain += ' ';
        } else if (c == '&') {
            const auto character = takeEntity(text);
            plain += character ? QString::fromUcs4(&character, 1).toUtf8() : QByteArray("&");
        } else {
            plain += c == '\r' || c == '\n' || c == '\t' ? ' ' : c;
        }
    }
    QStringList lines;
    for (const auto &line : QString::fromUtf8(plain).split(u'\n'))
        if (const auto trimmed = line.simplified(); !trimmed.isEmpty())
            lines += trimmed;
    return lines.join(u'\n');
}

}
