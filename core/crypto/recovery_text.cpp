#include "crypto/digest.h"
#include "crypto/key_store.h"

#include <QStringList>

#include <algorithm>

namespace nadi::crypto
{
namespace
{
// Crockford's base32: no I, L, O, U, so the letters people misread have only one meaning each.
const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype keyLetters = 52; // 256 bits in letters of 5 bits, the last 4 bits zero
constexpr qsizetype checkLetters = 4;
constexpr qsizetype group = 4;

QString letters(QByteArrayView bytes, qsizetype count)
{
    QString out;
    for (qsizetype i = 0; i < count; ++i) {
        int value = 0;
        for (qsizetype bit = 5 * i; bit < 5 * i + 5; ++bit) {
            const int one = bit / 8 < bytes.size() ? (quint8(bytes[bit / 8]) >> (7 - bit % 8)) & 1 : 0;
            value = value * 2 + one;
        }
        out += alphabet[value];
    }
    return out;
}

QString checkOf(const Secret &key)
{
    return letters(sha256("nadi/recovery/1" + key.reveal()), checkLetters);
}

int valueOf(QChar typed)
{
    const auto c = typed.toUpper();
    if (c == u'O')
        return 0;
    if (c == u'I' || c == u'L')
        return 1;
    return int(alphabet.indexOf(c));
}
}

QString toRecoveryText(const Secret &key)
{
    const auto all = letters(key.reveal(), keyLetters) + checkOf(key);
    QStringList groups;
    for (qsizetype at = 0; at < all.size(); at += group)
        groups << all.sliced(at, group);
    return groups.join(u'-');
}

Result<Secret> fromRecoveryText(QStringView text)
{
    constexpr qsizetype longest = 512;
    QString typed;
    for (const QChar c : text.first(std::min(text.size(), longest)))
        if (!c.isSpace() && c != u'-')
            typed += c;
    if (typed.size() != keyLetters + checkLetters || text.size() > longest)
        return fail(ErrorKind::Invalid, QStringLiteral("RECOVERY-FORM"), QStringLiteral("14 groups of 4 are needed"));
    QByteArray bytes(33, '\0');
    QString check;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const int value = valueOf(typed[i]);
        if (value < 0)
            return fail(ErrorKind::Invalid, QStringLiteral("RECOVERY-FORM"),
                QStringLiteral("group %1 holds a character that is never used").arg(i / group + 1));
        if (i >= keyLetters) {
            check += alphabet[value];
            continue;
        }
        for (qsizetype bit = 0; bit < 5; ++bit)
            if (value & (16 >> bit))
                bytes[(5 * i + bit) / 8] = char(bytes[(5 * i + bit) / 8] | (0x80 >> ((5 * i + bit) % 8)));
    }
    const bool clean = bytes[32] == '\0';
    Secret key(bytes.first(32));
    Secret::wipe(bytes);
    if (!clean || check != checkOf(key))
        return fail(ErrorKind::Invalid, QStringLiteral("RECOVERY-CHECK"), QStringLiteral("a letter is wrong"));
    return key;
}

}
