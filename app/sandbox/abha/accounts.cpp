#include "sandbox/abha/accounts.h"

#include "domain/check_digit.h"

#include <QRegularExpression>
#include <QtEndian>

namespace nadi::sandbox::abha
{
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype mostPerMobile = 6; // 1.6

QString randomDigits(Random &random, int count)
{
    QString out;
    for (const char byte : random.bytes(count))
        out += QChar(u'0' + uchar(byte) % 10);
    return out;
}

/// With a check digit behind them, as ABHA numbers empirically have it (abha-m1.md 4.1).
QString withLuhn(const QString &digits)
{
    for (int check = 0; check < 10; ++check)
        if (const auto number = digits + QString::number(check); passesLuhn(number.toLatin1()))
            return number;
    return {};
}
}

bool matches(const char *pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern))).match(text).hasMatch();
}

QString dashed(const QString &digits)
{
    return digits.size() == 14
        ? digits.left(2) + u'-' + digits.mid(2, 4) + u'-' + digits.mid(6, 4) + u'-' + digits.mid(10)
        : digits;
}

QString maskedMobile(const QString &mobile)
{
    return u"******"_s + mobile.right(4);
}

QString withSuffix(const QString &address)
{
    const auto lower = address.trimmed().toLower();
    return lower.contains(u'@') ? lower : lower + u"@sbx"_s;
}

bool isAadhaar(const QString &text)
{
    return matches("[2-9][0-9]{11}", text) && passesVerhoeff(text.toLatin1());
}

bool isMobile(const QString &text)
{
    return matches("[6-9][0-9]{9}", text);
}

bool isCode(const QString &text)
{
    return matches("[0-9]{6}", text);
}

bool isDashedNumber(const QString &text)
{
    return matches("[0-9]{2}(-[0-9]{4}){3}", text);
}

void giveAbhaNumber(Office &office, Person &person, const QString &mobile)
{
    // A deleted number stays somebody's: it is never given again.
    QString number;
    do
        number = withLuhn(u"91"_s + randomDigits(office.random, 11));
    while (office.people.byNumber(number));
    person.abhaNumber = number;
    person.abhaAddress = person.abhaNumber + u"@sbx"_s;
    person.abhaAddresses = {person.abhaAddress};
    person.mobile = mobile;
    person.active = true;
    person.deleted = false;
    person.created = office.clock.now();
}

tl::expected<bool, Refusal> openAccount(Office &office, Person &person, const QString &mobile)
{
    if (person.hasAbhaNumber())
        return false;
    if (!mobile.isEmpty() && isFull(office, mobile))
        return Refused(*documented(u"ABDM-1124"_s));
    if (office.manners.accountsLeft <= 0)
        return Refused(*documented(u"ABDM-1227"_s));
    --office.manners.accountsLeft;
    giveAbhaNumber(office, person, mobile);
    office.memory.effect(u"abha-created:"_s + person.id);
    return true;
}

bool isFull(Office &office, const QString &mobile)
{
    return office.people.byMobile(mobile).size() >= mostPerMobile;
}

QStringList suggestedAddresses(Office &office, const Person &person)
{
    const auto words = person.name.toLower().split(u' ');
    const auto year = QString::number(person.yearOfBirth);
    const auto day = person.birth.mid(8, 2), month = person.birth.mid(5, 2);
    const auto first = words.first(), last = words.size() > 1 ? words.last() : u"abha"_s;
    QStringList out;
    for (const auto &candidate : {first + u'.' + day + month + year, first + last + u'_' + year, first + u'_' + year,
             first + last.left(1) + day + month, day + u'_' + first + u'.' + last, first + last + year,
             first + u'.' + last + year.right(2), last + u'.' + first + year}) {
        const bool free = !office.people.byAddress(withSuffix(candidate));
        if (free && candidate.size() > 3 && !candidate.startsWith(u'_') && !out.contains(candidate))
            out.append(candidate);
    }
    return out;
}

bool isTypedAddress(const QString &localPart)
{
    return matches("(?=.{8,18}$)(?!.*\\..*\\.)(?!.*_.*_)[A-Za-z0-9][A-Za-z0-9._]*[A-Za-z0-9]", localPart)
        && !isMobile(localPart) && !matches("[0-9]{14}", localPart);
}

QJsonObject finalTokens(Office &office, const Person &person, TokenKind kind, const Call &call, const QString &txn)
{
    const bool web = kind == TokenKind::Web;
    const TokenFacts facts{web ? person.abhaAddress : dashed(person.abhaNumber), call.client, txn, person.mobile,
        person.abhaAddress, person.verificationType == u"AADHAAR"_s};
    return {{u"token"_s, office.tokens.issue(kind, facts)}, {u"expiresIn"_s, qint64(UserTokens::lifeOf(kind).count())},
        {u"refreshToken"_s, office.tokens.issue(TokenKind::Refresh, facts)},
        {u"refreshExpiresIn"_s, qint64(UserTokens::refreshLife.count())}};
}

Person *personOf(Office &office, const TokenClaims &token)
{
    auto *person = token.subject.contains(u'@') ? office.people.byAddress(token.subject)
                                                : office.people.byNumber(QString(token.subject).remove(u'-'));
    return person && !person->deleted ? person : nullptr;
}

tl::expected<QString, Refusal> codeTarget(const Person &person, CodeFrom from)
{
    if (from == CodeFrom::Abdm)
        return person.mobile.isEmpty() ? tl::expected<QString, Refusal>(Refused(*documented(u"ABDM-1115"_s)))
                                       : person.mobile;
    if (person.aadhaar.isEmpty())
        return listed("ABDM-9999: ", u"Aadhaar OTP is not available for this account"_s);
    // UIDAI's own code for it.
    if (person.aadhaarMobile.isEmpty())
        return wrapped(422, "ABDM-1204", u"UIDAI Error code : 111 : Aadhaar number does not have a verified mobile."_s);
    return person.aadhaarMobile;
}

std::optional<Refusal> inactive(const Person &person)
{
    switch (person.status()) {
    case AccountStatus::Active:
        return std::nullopt;
    case AccountStatus::Deactivated:
        return documented(u"ABDM-1407"_s);
    case AccountStatus::Deleted:
        break;
    }
    return documented(u"ABDM-1114"_s);
}

QString sentMessage(CodeFrom from, const QString &mobile)
{
    return (from == CodeFrom::Aadhaar ? u"OTP sent to Aadhaar registered mobile number ending with "_s
                                      : u"OTP sent to mobile number ending with "_s)
        + maskedMobile(mobile);
}

}
