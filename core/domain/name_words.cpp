#include "domain/name_words.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace nadi
{
namespace
{

QStringList listOf(const char16_t *words)
{
    return QStringView(words).toString().split(u' ', Qt::SkipEmptyParts);
}

const QSet<QString> &honorifics()
{
    static const auto list = listOf(
        u"mr mrs ms miss master dr prof adv shri sri shree sree smt shrimati srimati shreemati km mst late thiru"
        u" thirumathi tmt selvi janab mohtarma bhai ben behen ji saheb sahab "
        u"श्री श्रीमती श्रीमति डॉ डा कु सुश्री শ্রী শ্রীমতী ডা ডাঃ શ્રી શ્રીમતી ડૉ ભાઈ બેન ਸ਼੍ਰੀ ਸ਼੍ਰੀਮਤੀ ਸ੍ਰੀ ਡਾ ଶ୍ରୀ ଶ୍ରୀମତୀ ଡା"
        u" திரு திருமதி டாக்டர் శ్రీ శ్రీమతి డా ಶ್ರೀ ಶ್ರೀಮತಿ ಡಾ ശ്രീ ശ്രീമതി ഡോ جناب محترمہ ڈاکٹر صاحب");
    static const QSet<QString> set(list.begin(), list.end());
    return set;
}

const QHash<QString, QString> &abbreviations()
{
    static const QHash<QString, QString> table = [] {
        QHash<QString, QString> out;
        const auto add = [&out](const char16_t *shorts, const char16_t *whole) {
            for (const auto &word : listOf(shorts))
                out.insert(word, QStringView(whole).toString());
        };
        add(u"md mohd mohmd muhd mhd mohmmad mo मो मोहम्मद মো মোঃ مح", u"mohammad");
        add(u"sk shk", u"shaikh");
        add(u"kr", u"kumar");
        add(u"ch chy", u"chaudhari");
        add(u"abd abdur abdus abdool", u"abdul");
        return out;
    }();
    return table;
}

/// "Rameshbhai" and "Ramesh" are one name in Gujarat.
QString withoutSuffix(const QString &word)
{
    static const auto suffixes = listOf(u"bhai ben behen bhen भाई बेन ભાઈ બેન");
    for (const auto &suffix : suffixes)
        if (word.size() >= suffix.size() + 3 && word.endsWith(suffix))
            return word.chopped(suffix.size());
    return word;
}

bool isPart(QChar c)
{
    // Joiners belong to a word of an Indic script; marks are its vowels.
    return c.isLetter() || c.isMark() || c == QChar(0x200C) || c == QChar(0x200D);
}

/// "KR" for "K. R.": two or three capitals that no name is made of. MD and SK are Mohammad and Shaikh.
bool isInitials(const QString &part)
{
    const auto isLoneConsonant = [](QChar c) { return c >= u'A' && c <= u'Z' && !QStringView(u"AEIOUY").contains(c); };
    return part.size() >= 2 && part.size() <= 3 && std::ranges::all_of(part, isLoneConsonant) && part != u"MD"
        && part != u"SK" && !honorifics().contains(part.toLower());
}

void addPart(QStringList &parts, const QString &part)
{
    if (isInitials(part))
        for (const QChar c : part)
            parts << QString(c.toLower());
    else if (!part.isEmpty())
        parts << part.toLower();
}

QStringList partsOf(QStringView name)
{
    QStringList parts;
    QString part;
    for (const QChar c : name) {
        if (isPart(c)) {
            part += c;
        } else if (c != u'\'' && c != QChar(0x2019)) { // D'Souza is one word
            addPart(parts, part);
            part.clear();
        }
    }
    addPart(parts, part);
    return parts;
}

}

NameWord NameWord::of(const QString &plain)
{
    NameWord word;
    word.plain = plain;
    word.sound = SoundWord(romanised(abbreviations().value(plain, withoutSuffix(plain))));
    word.initial = plain.size() == 1;
    return word;
}

std::vector<NameWord> nameWords(QStringView name)
{
    auto parts = partsOf(name);
    const auto isTitle = [](const QString &part) { return honorifics().contains(part); };
    if (!std::ranges::all_of(parts, isTitle))
        parts.removeIf(isTitle);
    std::vector<NameWord> words;
    words.reserve(size_t(parts.size()));
    for (const auto &part : parts)
        words.push_back(NameWord::of(part));
    return words;
}

}
