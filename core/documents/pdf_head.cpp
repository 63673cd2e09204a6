#include "documents/heads.h"

namespace nadi::documents
{

namespace
{

// Transfer programs pad with zeros and blank lines; Acrobat itself looks for the end mark in the last kilobyte.
bool isWhole(QByteArrayView bytes)
{
    qsizetype end = bytes.size();
    while (end > 0
        && (bytes[end - 1] == '\0' || bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == ' '))
        --end;
    return bytes.first(end).last(qMin<qsizetype>(end, 1024)).contains("%%EOF");
}

/// Walks the tokens of a PDF that a parser would nest on, over strings, comments and stream data.
class NestingScan
{
public:
    explicit NestingScan(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    int deepest()
    {
        while (m_at < m_bytes.size())
            step();
        return m_deepest;
    }

private:
    bool starts(QByteArrayView token) const { return m_bytes.sliced(m_at).startsWith(token); }
    void open(qsizetype length)
    {
        m_deepest = qMax(m_deepest, ++m_depth);
        m_at += length;
    }
    void close(qsizetype length)
    {
        m_depth = qMax(0, m_depth - 1);
        m_at += length;
    }
    void skipTo(QByteArrayView token)
    {
        const auto found = m_bytes.indexOf(token, m_at);
        m_at = found < 0 ? m_bytes.size() : found + token.size();
    }
    void skipLine()
    {
        while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
            ++m_at;
    }
    void skipString()
    {
        int parentheses = 0;
        for (; m_at < m_bytes.size(); ++m_at) {
            const char c = m_bytes[m_at];
            if (c == '\\')
                ++m_at;
            else if (c == '(')
                ++parentheses;
            else if (c == ')' && --parentheses == 0)
                break;
        }
        ++m_at;
    }
    void step()
    {
        switch (m_bytes[m_at]) {
        case '<':
            return starts("<<") ? open(2) : skipTo(">");
        case '>':
            if (starts(">>"))
                return close(2);
            break;
        case '[':
            return open(1);
        case ']':
            return close(1);
        case '(':
            return skipString();
        case '%':
            return skipLine();
        case 's':
            if (starts("stream\n") || starts("stream\r"))
                return skipTo("endstream");
            break;
        case 'e':
            if (starts("endobj")) { // what was left open belongs to a broken object, not to the next one
                m_depth = 0;
                m_at += 6;
                return;
            }
            break;
        default:
            break;
        }
        ++m_at;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_deepest = 0;
};

}

Done pdfHead(QByteArrayView bytes, int maxNesting)
{
    if (!isWhole(bytes))
        return truncated("PDF");
    if (NestingScan(bytes).deepest() > maxNesting)
        return corrupt("PDF nesting");
    return {};
}

}
