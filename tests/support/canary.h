#pragma once

#include <QByteArray>

namespace nadi::test
{

/// A text to look for that is itself not in memory: every byte is kept turned over.
class Canary
{
public:
    explicit Canary(QByteArray text)
    {
        for (auto &byte : text)
            m_turned.append(char(~byte));
        volatile char *wiped = text.data();
        for (qsizetype i = 0; i < text.size(); ++i)
            wiped[i] = 0;
    }
    qsizetype size() const { return m_turned.size(); }
    char at(qsizetype i) const { return char(~m_turned[i]); }

private:
    QByteArray m_turned;
};

}
