// make_mutants SOURCE TARGET: writes one C++ file that holds a copy of SOURCE for every condition, comparison,
// negation, early return and constant in it, with that one thing changed. Every copy has a namespace of its own, so
// that a hundred of them cost one compiler run.

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace
{

struct Change
{
    size_t at = 0;
    size_t length = 0;
    std::string with;
    std::string what;

    bool operator<(const Change &other) const
    {
        return std::tie(at, length, with) < std::tie(other.at, other.length, other.with);
    }
};

struct Source
{
    std::string text;
    std::vector<bool> code; ///< per character: neither comment nor text constant
    std::set<Change> changes;

    bool is(size_t at, const std::string &word) const { return code[at] && text.compare(at, word.size(), word) == 0; }
    void change(size_t from, size_t to, const std::string &with)
    {
        const auto was = text.substr(from, to - from);
        changes.insert({from, to - from, with, "'" + was + "' becomes '" + with + "'"});
    }
    void bothTruths(size_t from, size_t to)
    {
        change(from, to, "true");
        change(from, to, "false");
    }
};

std::vector<bool> codeOf(const std::string &text)
{
    std::vector<bool> code(text.size(), true);
    for (size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "//") == 0)
            for (; i < text.size() && text[i] != '\n'; ++i)
                code[i] = false;
        else if (text[i] == '"')
            do {
                code[i++] = false;
            } while (i < text.size() && text[i] != '"');
    }
    return code;
}

bool isSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// End of the operand that begins at `from`: the first thing at its own depth that ends it.
size_t operandEnd(const Source &s, size_t from)
{
    int depth = 0;
    for (size_t i = from; i < s.text.size(); ++i) {
        if (!s.code[i])
            continue;
        const char c = s.text[i];
        if (c == '(' || c == '[' || c == '{')
            ++depth;
        else if ((c == ')' || c == ']' || c == '}') && depth-- == 0)
            return i;
        else if (depth == 0 && (c == ';' || s.is(i, "&& ") || s.is(i, "|| ") || s.is(i, "? ")))
            return i;
    }
    return s.text.size();
}

size_t operandBegin(const Source &s, size_t to)
{
    int depth = 0;
    for (size_t i = to; i > 0; --i) {
        if (!s.code[i - 1])
            continue;
        const char c = s.text[i - 1];
        if (c == ')' || c == ']' || c == '}')
            ++depth;
        else if ((c == '(' || c == '[' || c == '{') && depth-- == 0)
            return i;
        else if (depth == 0 && (c == ';' || (i > 2 && (s.is(i - 2, "&&") || s.is(i - 2, "||")))))
            return i;
        else if (depth == 0 && i > 6 && s.is(i - 6, "return"))
            return i;
    }
    return 0;
}

void trim(const Source &s, size_t &from, size_t &to)
{
    while (from < to && isSpace(s.text[from]))
        ++from;
    while (to > from && isSpace(s.text[to - 1]))
        --to;
}

void operators(Source &s)
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> table{{"==", {"!="}}, {"!=", {"=="}},
        {"<", {"<=", ">="}}, {">", {">=", "<="}}, {"<=", {"<", ">"}}, {">=", {">", "<"}}, {"&&", {"||"}},
        {"||", {"&&"}}};
    for (size_t i = 1; i + 3 < s.text.size(); ++i)
        for (const auto &[word, others] : table) {
            const size_t end = i + word.size();
            if (!s.is(i, word) || !isSpace(s.text[i - 1]) || s.text[end] != ' ')
                continue;
            for (const auto &other : others)
                s.change(i, end, other);
            size_t leftFrom = operandBegin(s, i);
            size_t leftTo = i;
            size_t rightFrom = end;
            size_t rightTo = operandEnd(s, end);
            trim(s, leftFrom, leftTo);
            trim(s, rightFrom, rightTo);
            if (word == "&&" || word == "||") {
                s.bothTruths(leftFrom, leftTo);
                s.bothTruths(rightFrom, rightTo);
            } else {
                s.bothTruths(leftFrom, rightTo);
            }
        }
}

void negations(Source &s)
{
    for (size_t i = 1; i + 1 < s.text.size(); ++i)
        if (s.is(i, "!") && !isWord(s.text[i - 1]) && isWord(s.text[i + 1]))
            s.change(i, i + 1, "");
}

void conditionsAndReturns(Source &s)
{
    for (size_t i = 0; i + 8 < s.text.size(); ++i) {
        if (s.is(i, "if (")) {
            size_t from = i + 4;
            size_t to = operandEnd(s, from);
            // The part before a ';' declares what the condition looks at.
            for (; s.text[to] != ')' || to == i; to = operandEnd(s, to + 1))
                if (s.text[to] == ';')
                    from = to + 1;
            trim(s, from, to);
            s.bothTruths(from, to);
        }
        if (s.is(i, "return ") && s.text[i - 1] == ' ' && s.text.rfind("if (", i) != std::string::npos) {
            const size_t line = s.text.rfind('\n', i);
            const size_t before = s.text.rfind('\n', line - 1) + 1;
            const auto previous = s.text.substr(before, line - before);
            const bool guarded
                = previous.find("if (") != std::string::npos || previous.find("|| ") != std::string::npos;
            if (guarded && previous.back() == ')')
                s.change(i, s.text.find(';', i), "");
        }
    }
    // What a function that answers yes or no returns; lambdas stand deeper and are left to the operators.
    for (size_t at = s.text.find("\nbool "); at != std::string::npos; at = s.text.find("\nbool ", at + 1))
        for (size_t i = s.text.find("\n    return ", at); i < s.text.find("\n}\n", at);
            i = s.text.find("\n    return ", i + 1))
            s.bothTruths(i + 12, s.text.find(";\n", i));
}

void constants(Source &s)
{
    for (size_t i = 1; i + 2 < s.text.size(); ++i) {
        if (s.is(i, "0") && s.text[i - 1] == ' ' && !isWord(s.text[i + 1]))
            s.change(i, i + 1, "1");
        if (s.is(i, "CaseInsensitive"))
            s.change(i, i + 15, "CaseSensitive");
        if (s.text[i] == '"' && s.text[i - 1] != '"' && s.text.compare(i, 1, "\"") == 0 && isWord(s.text[i + 1])) {
            const size_t end = s.text.find('"', i + 1);
            if (end != std::string::npos && s.text.compare(end, 2, "\"_") == 0)
                s.change(i + 1, end, "-");
        }
    }
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + '"';
}

}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    std::ifstream in(argv[1]);
    Source s{{std::istreambuf_iterator<char>(in), {}}, {}, {}};
    const std::string room = "namespace nadi::flows\n";
    const size_t body = s.text.find(room);
    if (body == std::string::npos)
        return 1;
    s.code = codeOf(s.text);
    operators(s);
    negations(s);
    conditionsAndReturns(s);
    constants(s);

    std::ofstream out(argv[2]);
    out << "#include \"mutants.h\"\n" << s.text.substr(0, body);
    std::string list;
    int number = 0;
    for (const auto &change : s.changes) {
        if (change.at < body)
            continue;
        const std::string name = "mutant_" + std::to_string(++number);
        std::string copy = s.text.substr(body);
        copy.replace(change.at - body, change.length, change.with);
        out << replaced(copy, room, "namespace nadi::flows::" + name + "\n");
        const size_t line = s.text.rfind('\n', change.at) + 1;
        size_t from = line;
        size_t to = s.text.find('\n', change.at);
        trim(s, from, to);
        const auto lineNumber
            = 1 + std::count(s.text.begin(), s.text.begin() + static_cast<std::ptrdiff_t>(change.at), '\n');
        list += "    {" + std::to_string(lineNumber) + ", " + quoted(change.what) + ", "
            + quoted(s.text.substr(from, to - from)) + ", nadi::flows::" + name + "::decide},\n";
    }
    out << "const std::vector<nadi::test::Mutant> &nadi::test::gatekeeperMutants()\n{\n    static const "
           "std::vector<Mutant> all{\n"
        << list << "    };\n    return all;\n}\n";
    return out.good() ? 0 : 1;
}
